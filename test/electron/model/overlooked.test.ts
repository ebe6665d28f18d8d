import { describe, expect, test } from 'vitest';
import { changes } from '../../../electron/model/changes.ts';
import { gapBetween, overlookedIn, type Gap } from '../../../electron/model/overlooked.ts';
import type { PastDeployment } from '../../../electron/model/report.ts';
import type { Deployment } from '../../../electron/model/world.ts';
import { aCause, anOverlooked, aPassed, aPast } from '../../support/a-deployment.ts';
import { aDeployment, anEnvironment, aWorld, T0 } from '../../support/a-world.ts';

const past = (executionId: string, state = 'DEPLOYED', failed: readonly string[] = []): PastDeployment => {
  const services = [
    ...failed.map((id) => ({ id, name: id, state: 'BUILD_ERROR', durationMs: 1 })),
    { id: 'well', name: 'well', state: 'DEPLOYED', durationMs: 1 },
  ];
  return aPast(executionId, state, { durationMs: 1, stages: [{ name: '1', status: 'DONE', durationMs: 1, services }] });
};
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
        cause: null,
      },
    ]);
  });
});

test('what was overlooked is a change once its log was read, each once', () => {
  const [one, other] = [anOverlooked('x2', { cause: aCause('no space') }), anOverlooked('x3')];
  const unread = { ...aPassed('x2'), isRead: false };
  const [none, waiting, first, both] = [
    [],
    [unread],
    [{ ...unread, ...one, isRead: true }],
    [{ ...unread, ...one, isRead: true }, aPassed('x3')],
  ].map((overlooked) => aWorld([anEnvironment('shop/prod', 'RUNNING', { overlooked })]));
  if (!none || !waiting || !first || !both) throw new Error('four worlds were made');
  expect(changes(none, waiting)).toEqual([]);
  for (const before of [none, waiting])
    expect(changes(before, first)).toEqual([{ kind: 'deployment-overlooked', environmentId: 'shop/prod', ...one }]);
  expect(changes(first, both)).toEqual([{ kind: 'deployment-overlooked', environmentId: 'shop/prod', ...other }]);
  expect(changes(both, both)).toEqual([]);
});
