import { expect, test } from 'vitest';
import {
  factsOf,
  idsOf,
  kindWord,
  otherWord,
  runFacts,
  stageSign,
  stageText,
  stepSign,
  stepText,
} from '../../../renderer/overview/detail-facts.ts';
import { subjectOf, type Subject } from '../../../renderer/overview/subject.ts';
import type { StageStatus } from '../../../electron/model/stages.ts';
import { stepWord } from '../../../electron/model/wording-step.ts';
import { aDeployment, anEnvironment, aService, aWorld, T0 } from '../../support/a-world.ts';

const world = aWorld(
  [anEnvironment('shop/production', 'WARNING')],
  [aService('api', 'shop/production'), aService('db', 'shop/production', 'RUNNING', { kind: 'DATABASE', databaseMode: 'MANAGED' })],
  { clusters: { c1: { id: 'c1', name: 'eu-west', organizationId: 'acme' } } },
);
function subject(key: string): Subject {
  const found = subjectOf(world, key);
  if (!found) throw new Error(`${key} is in the world of this test`);
  return found;
}

test.each([
  ['environment:shop/production', 'environment'],
  ['service:api', 'service'],
  ['instance:api/api-7c9f-2xk4p', 'service'],
  ['service:gone', undefined],
  ['section:attention', undefined],
  [null, undefined],
])('the row %s is about %s', (key, kind) => {
  expect(subjectOf(world, key)?.kind).toBe(kind);
});

test('the platform’s word is shown beside ours only where it was outvoted', () => {
  const facts = runFacts(world, subject('service:api'), T0);
  const counted = { kind: 'counted', of: 'instances', counts: { ERROR: 1 }, total: 1 } as const;
  expect(otherWord(facts)).toBeNull();
  const outvoted = { ...facts, run: { ...facts.run, status: 'ERROR', reason: counted } } as const;
  expect(otherWord(outvoted)).toBe('RUNNING');
  expect(otherWord({ ...outvoted, reported: 'ERROR' })).toBeNull();
  expect(otherWord({ ...outvoted, reported: null })).toBeNull();
});

test('an environment says its mode, who deployed it and where it lies', () => {
  const facts = factsOf(world, subject('environment:shop/production'), T0).map(({ term, text }) => `${term}: ${text}`);
  expect(facts).toEqual([
    'Mode: Development',
    'Triggered by: ada',
    'Deployed: 14:01',
    'Took: 30 s',
    'Platform’s state: DEPLOYED',
    'Run status: live, as of now, by the socket of its cluster',
    'Deployments: live, as of now, asked for every 1 min',
    'Cluster: eu-west',
    'Organization: Acme',
  ]);
});

test('a service was triggered by who triggered its environment, if it was the same deployment', () => {
  const by = (executionId: string): string | undefined => {
    const service = aService('api', 'shop/production', 'RUNNING', {
      deployment: aDeployment('DEPLOYED', { executionId, triggeredBy: null }),
    });
    const environment = subject('environment:shop/production').environment;
    return factsOf(world, { kind: 'service', service, environment }, T0).find(({ term }) => term === 'Triggered by')?.text;
  };
  expect(by('x1')).toBe('ada');
  expect(by('x0')).toBeUndefined();
});

test('ids go from the nearest to the farthest', () => {
  expect(idsOf(subject('service:api')).map(({ term, id }) => `${term} ${id}`)).toEqual([
    'Service api',
    'Environment shop/production',
    'Project shop',
    'Organization acme',
    'Cluster c1',
    'Last deployment x1',
  ]);
});

test('a managed database is called so', () => {
  expect(kindWord(subject('service:db'))).toBe('Managed database');
  expect(kindWord(subject('service:api'))).toBe('Application');
});

test.each<[StageStatus, number | null, string, string]>([
  ['done', 20_000, 'ok', 'done, 20 s'],
  ['error', 61_000, 'error', 'failed, 1 min 1 s'],
  ['ongoing', null, 'progress', 'under way'],
  ['queued', null, 'queued', 'queued'],
  ['cancelled', null, 'cancelled', 'cancelled'],
])('a stage that is %s is said in words', (status, durationMs, sign, text) => {
  const stage = { name: 'any', status, since: null, durationMs, services: [] };
  expect([stageSign(stage), stageText(stage)]).toEqual([sign, text]);
});

test.each([
  [{ name: 'GIT_CLONE', status: 'SUCCESS', durationMs: 3_000 }, 'Clone repository', 'ok', 'done, 3 s'],
  [{ name: 'BUILD', status: 'ERROR', durationMs: 44_000 }, 'Build', 'error', 'failed, 44 s'],
  [{ name: 'MIRROR_IMAGE', status: 'SKIP', durationMs: 0 }, 'Mirror image', 'queued', 'skipped'],
  [{ name: 'A_NEW_STEP', status: 'WAITING', durationMs: null }, 'A new step', 'queued', 'waiting'],
])('the step %o is said in words', (step, name, sign, text) => {
  expect([stepWord(step.name), stepSign(step), stepText(step)]).toEqual([name, sign, text]);
});

test('certificates that are not well are a fact of their own; those that are, are not spoken of', () => {
  const certificate = { domains: ['shop.example'], state: 'RUNNING', message: '', endsAt: T0 + 60 * 86_400_000, failures: 0 };
  const certificates = [
    certificate,
    { ...certificate, state: 'STARTING' },
    { ...certificate, domains: ['b.example'], endsAt: T0 - 60_000 },
  ];
  const environment = anEnvironment('shop/production');
  const facts = (count: number) => {
    const service = aService('api', environment.id, 'RUNNING', {
      extras: { isScaled: false, action: null, certificates: certificates.slice(0, count) },
    });
    return factsOf(aWorld([environment], [service]), { kind: 'service', service, environment }, T0).filter(({ term }) =>
      term.startsWith('Certificate'),
    );
  };
  expect([facts(1), facts(2), facts(3)]).toEqual([
    [],
    [{ term: 'Certificate', text: 'shop.example: is being issued' }],
    [{ term: 'Certificates', text: 'shop.example: is being issued; b.example: ran out 1 min ago' }],
  ]);
});
