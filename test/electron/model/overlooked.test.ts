import { describe, expect, test } from 'vitest';
import { changes } from '../../../electron/model/changes.ts';
import { gapBetween, overlookedIn, type Gap } from '../../../electron/model/overlooked.ts';
import type { PastDeployment } from '../../../electron/model/report.ts';
import type { Deployment } from '../../../electron/model/world.ts';
import { aDeployment, anEnvironment, aWorld, T0 } from '../../support/a-world.ts';

const past = (executionId: string, state = 'DEPLOYED', failed: readonly string[] = []): PastDeployment => ({
  executionId,
  environmentId: 'e',
  state,
  actionStatus: '',
  action: 'DEPLOY',
  at: T0,
  durationMs: 1,
  triggeredBy: null,
  origin: null,
  stages: [
    {
      name: '1',
      status: 'DONE',
      durationMs: 1,
      services: [
        ...failed.map((id) => ({ id, name: id, state: 'BUILD_ERROR', durationMs: 1 })),
        { id: 'well', name: 'well', state: 'DEPLOYED', durationMs: 1 },
      ],
    },
  ],
});
const ended = (executionId: string | null): Deployment => aDeployment('DEPLOYED', { executionId });
const moving = (executionId: string): Deployment => aDeployment('BUILDING', { executionId });

test.each<[string, Deployment | null, Deployment | null, Gap | null]>([
  ['the same execution', ended('x1'), ended('x1'), null],
  ['another', ended('x1'), moving('x2'), { after: 'x1', before: 'x2', isOpen: false }],
  ['another, while the first was under way', moving('x1'), moving('x2'), { after: 'x1', before: 'x2', isOpen: true }],
  ['the first one ever', null, moving('x1'), null],
  ['one without an id', ended('x1'), ended(null), null],
  ['one after one without an id', ended(null), ended('x1'), null],
])('a gap: %s', (_, before, after, gap) => {
  expect(gapBetween(before, after)).toEqual(gap);
});

describe('what lay in a gap', () => {
  const all = [past('x5'), past('x4'), past('x3', 'DEPLOYMENT_ERROR', ['api']), past('x2', 'CANCELED'), past('x1'), past('x0')];
  test.each<[string, Gap, readonly string[]]>([
    ['between two executions, the oldest first', { after: 'x1', before: 'x4', isOpen: false }, ['x2 CANCELLED', 'x3 DEPLOYMENT ERROR']],
    ['with the one whose end was not seen', { after: 'x2', before: 'x4', isOpen: true }, ['x2 CANCELLED', 'x3 DEPLOYMENT ERROR']],
    ['nothing where one follows the other', { after: 'x3', before: 'x4', isOpen: false }, []],
    ['nothing where the history does not reach back', { after: 'old', before: 'x4', isOpen: false }, []],
    ['nothing where the history does not know the last yet', { after: 'x1', before: 'x6', isOpen: false }, []],
  ])('is %s', (_, gap, found) => {
    expect(overlookedIn(all, gap).map(({ executionId, label }) => `${executionId} ${label}`)).toEqual(found);
  });
  test('names the services that failed', () => {
    expect(overlookedIn(all, { after: 'x2', before: 'x4', isOpen: false })).toEqual([
      {
        executionId: 'x3',
        label: 'DEPLOYMENT ERROR',
        tone: 'error',
        at: T0,
        durationMs: 1,
        triggeredBy: null,
        origin: null,
        serviceIds: ['api'],
      },
    ]);
  });
});

test('what was overlooked is a change, each once', () => {
  const one = {
    executionId: 'x2',
    label: 'DEPLOYMENT ERROR',
    tone: 'error',
    at: T0,
    durationMs: 1,
    triggeredBy: null,
    origin: null,
    serviceIds: ['api'],
  } as const;
  const other = { ...one, executionId: 'x3' };
  const [none, first, both] = [[], [one], [one, other]].map((overlooked) =>
    aWorld([anEnvironment('shop/prod', 'RUNNING', { overlooked })]),
  );
  if (!none || !first || !both) throw new Error('three worlds were made');
  expect(changes(none, first)).toEqual([{ kind: 'deployment-overlooked', environmentId: 'shop/prod', ...one }]);
  expect(changes(first, both)).toEqual([{ kind: 'deployment-overlooked', environmentId: 'shop/prod', ...other }]);
  expect(changes(both, both)).toEqual([]);
});
