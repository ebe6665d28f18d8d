import { expect, test } from 'vitest';
import type { LogPlace } from '../../../electron/contract/log-batch.ts';
import { packLines } from '../../../electron/contract/log-pack.ts';
import type { LogLine } from '../../../electron/model/log-line.ts';
import { factsOf } from '../../../renderer/log-viewer/chunks.ts';
import { EMPTY_LOG, withLines } from '../../../renderer/log-viewer/kept-log.ts';
import { lineReference } from '../../../renderer/log-viewer/reference.ts';
import { subjectOf } from '../../../renderer/log-viewer/subject.ts';
import { aLine } from '../../support/a-log.ts';
import { aDeployment, anEnvironment, aService, aState, aWorld, T0 } from '../../support/a-world.ts';

const PLACE: LogPlace = {
  kind: 'deployment',
  organizationId: 'acme',
  projectId: 'shop',
  environmentId: 'shop/production',
  serviceId: null,
  executionId: 'run 7',
  lineKey: null,
};
const STATE = aState(
  aWorld(
    [anEnvironment('shop/production', 'RUNNING', { deployment: aDeployment('DEPLOYMENT_ERROR') })],
    [aService('api', 'shop/production', 'RUNNING')],
  ),
);

function referenceTo(line: LogLine, place: LogPlace = PLACE): readonly string[] {
  const [chunk] = withLines(EMPTY_LOG, packLines([line])).chunks;
  const subject = subjectOf(STATE, place, T0);
  if (!chunk || !subject) throw new Error('both are there');
  return lineReference(STATE, subject, place, factsOf(chunk, 0), line.text).split('\n');
}

test('says where, who, when, what and which run, with the page of the service that said it', () => {
  expect(referenceTo(aLine(48, { text: '\u001B[31mcannot\u001B[0m build\n  the image' }))).toEqual([
    'shop / production, api, 2026-11-24T14:02:48.000Z',
    '> cannot build the image',
    'Deployment run 7',
    expect.stringMatching(/\/environment\/shop%2Fproduction\/service\/api\/deployments\/logs\/run%207$/),
  ]);
});

test('gives the page of the whole run for a line that no service said, and says where no time was', () => {
  const lines = referenceTo(aLine(0, { senderId: 'engine', sender: '', at: null }));
  expect(lines[0]).toBe('shop / production, no time said');
  expect(lines.at(-1)).toMatch(/\/environment\/shop%2Fproduction\/deployment\/run%207$/);
});

test('gives the live log of the instance for a line of a service', () => {
  const lines = referenceTo(aLine(0, { sender: 'api-1', senderId: 'api-1' }), {
    ...PLACE,
    kind: 'service',
    serviceId: 'api',
    executionId: null,
  });
  expect(lines).toHaveLength(3);
  expect(lines.at(-1)).toMatch(/\/service\/api\/service-logs\?instance=api-1$/);
});

test('quotes a line of a megabyte by its beginning', () => {
  expect(referenceTo(aLine(0, { text: 'x'.repeat(1_000_000) }))[1]).toBe(`> ${'x'.repeat(500)}…`);
});
