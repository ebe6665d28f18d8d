import { expect, test } from 'vitest';
import { recorded } from '../../../electron/history/entries.ts';
import { memoryAfter, writtenMemory, type HistoryMemory } from '../../../electron/history/history-memory.ts';
import { changes } from '../../../electron/model/changes.ts';
import type { HistoryEntry } from '../../../electron/model/history.ts';
import { EMPTY_WORLD, type Environment, type World } from '../../../electron/model/world.ts';
import { aCause, anOverlooked, aPassed } from '../../support/a-deployment.ts';
import { aDeployment, anEnvironment, aService, aSource, aWorld, T0 } from '../../support/a-world.ts';

const FRESH = memoryAfter([]);
const CAUSE = aCause('no space', { step: 'Build' });

/** Shows worlds one after the other; `entries` are those of the last. */
function after(
  worlds: readonly World[],
  memory: HistoryMemory = FRESH,
): { readonly entries: readonly HistoryEntry[]; readonly memory: HistoryMemory } {
  let [before, known, entries]: [World, HistoryMemory, readonly HistoryEntry[]] = [EMPTY_WORLD, memory, []];
  for (const [i, world] of worlds.entries()) {
    const step = recorded({ before, after: world, changes: changes(before, world), memory: known, now: T0 + i * 1000 });
    [before, known, entries] = [world, step.memory, step.entries];
  }
  return { entries, memory: known };
}
const shop = (more: Partial<Environment>): World => aWorld([anEnvironment('shop/prod', 'RUNNING', more)], [aService('api', 'shop/prod')]);
const running = shop({ deployment: aDeployment('DEPLOYED') });
const building = shop({ deployment: aDeployment('BUILDING', { executionId: 'x2', at: T0 }) });
const failing = { deployment: aDeployment('BUILD_ERROR', { executionId: 'x2', at: T0, lastState: 'BUILD_ERROR' }) };

test('a deployment is written when it starts and when it ends, at the time it started', () => {
  expect(after([running, building]).entries).toMatchObject([
    { kind: 'deployment', executionId: 'x2', tone: 'moving', at: T0, by: 'ada', durationMs: null },
  ]);
  const done = shop({ deployment: aDeployment('DEPLOYED', { executionId: 'x2', at: T0 }) });
  expect(after([running, building, done]).entries).toMatchObject([
    { executionId: 'x2', label: 'DEPLOYMENT OK', tone: 'ok', at: T0, durationMs: 30_000 },
  ]);
  expect(after([running, building, done, { ...done }]).entries).toEqual([]);
});

test('a failure waits for its cause, and is written with it', () => {
  expect(after([running, building, shop(failing)]).entries).toEqual([]);
  const failed = shop({ ...failing, failure: { executionId: 'x2', cause: CAUSE } });
  expect(after([running, building, shop(failing), failed]).entries).toMatchObject([
    { executionId: 'x2', label: 'DEPLOYMENT ERROR', tone: 'error', cause: 'no space', lineKey: 'k1', project: 'shop', environment: 'prod' },
  ]);
});

test('a failure that the next deployment replaced at once is written all the same, once its cause was read', () => {
  const next = { deployment: aDeployment('BUILDING', { executionId: 'x3', at: T0 + 5000 }) };
  const replaced = aPassed('x2', { wasSeen: true, at: T0, triggeredBy: 'ada', serviceIds: ['api'], cause: aCause('no space') });
  const unread = shop({ ...next, overlooked: [{ ...replaced, isRead: false }] });
  const read = shop({ ...next, overlooked: [replaced] });
  expect(after([running, building, shop(failing), unread]).entries).toMatchObject([{ executionId: 'x3', tone: 'moving' }]);
  const { entries } = after([running, building, shop(failing), unread, read]);
  expect(entries).toMatchObject([
    { executionId: 'x2', at: T0, tone: 'error', by: 'ada', services: [{ id: 'api' }], cause: 'no space', lineKey: 'k1', isMissed: false },
  ]);
  expect(after([running, building, shop(failing), unread, read, { ...read }]).entries).toEqual([]);
});

test('the next run of the app writes nothing of what is written already, and what has changed meanwhile', () => {
  const bad = aWorld([anEnvironment('shop/prod', 'ERROR')], [aService('api', 'shop/prod', 'ERROR')]);
  const { memory } = after([running, bad]);
  const restarted = memoryAfter([{ memory: JSON.parse(JSON.stringify(writtenMemory(memory))) as unknown, entries: [] }]); // as it comes from the disk
  expect(after([bad], restarted).entries).toEqual([]);
  expect(after([running], restarted).entries).toMatchObject([
    { kind: 'run', to: 'RUNNING', services: [{ id: 'api', from: 'ERROR', to: 'RUNNING' }] },
  ]);
  expect(after([building], restarted).entries.map(({ kind }) => kind)).toEqual(['deployment', 'run']);
});

test('the first look of all writes the last deployments and what runs badly, but not what runs well or is stopped', () => {
  const world = aWorld(
    [
      anEnvironment('shop/prod', 'WARNING'),
      anEnvironment('shop/old', 'STOPPED', { deployment: aDeployment('STOPPED', { at: T0 - 40 * 86_400_000 }) }),
    ],
    [aService('api', 'shop/prod', 'ERROR'), aService('web', 'shop/prod'), aService('cms', 'shop/old', 'STOPPED')],
  );
  expect(after([world]).entries).toMatchObject([
    { kind: 'deployment', environmentId: 'shop/prod', tone: 'ok' },
    { kind: 'run', environmentId: 'shop/prod', from: null, to: 'WARNING', services: [{ id: 'api', from: null, to: 'ERROR' }] },
  ]);
});

test('services that change at once stand in one entry, and what only passes through is not written', () => {
  const at = (api: 'RUNNING' | 'STARTING' | 'ERROR', web: 'RUNNING' | 'UNKNOWN' | 'ERROR') =>
    aWorld(
      [anEnvironment('shop/prod', api === 'ERROR' ? 'ERROR' : 'RUNNING')],
      [aService('api', 'shop/prod', api), aService('web', 'shop/prod', web)],
    );
  expect(after([at('RUNNING', 'RUNNING'), at('ERROR', 'ERROR')]).entries).toMatchObject([
    { kind: 'run', to: 'ERROR', services: [{ id: 'api' }, { id: 'web' }] },
  ]);
  expect(after([at('RUNNING', 'RUNNING'), at('STARTING', 'UNKNOWN')]).entries).toEqual([]);
  expect(after([at('RUNNING', 'RUNNING'), at('STARTING', 'UNKNOWN'), at('RUNNING', 'RUNNING')]).entries).toEqual([]);
});

test('a job that ends, is away and runs again is no news; one that fails is', () => {
  const at = (status: 'RUNNING' | 'COMPLETED' | 'STOPPED' | 'ERROR') =>
    aWorld([anEnvironment('shop/prod')], [aService('cron', 'shop/prod', status, { kind: 'JOB', jobKind: 'CRON' })]);
  expect(after([at('RUNNING'), at('COMPLETED'), at('STOPPED'), at('RUNNING')]).entries).toEqual([]);
  expect(after([at('RUNNING'), at('ERROR')]).entries).toMatchObject([{ kind: 'run', services: [{ to: 'ERROR' }] }]);
});

test.each([
  ['offline', { kind: 'offline', code: 'ENOTFOUND' }, 'unreachable'],
  ['refused', { kind: 'refused', answer: 401 }, 'refused'],
] as const)('an outage (%s) is written when it begins and again when it is over, as the same one', (_, problem, what) => {
  const away = { ...running, problem };
  expect(after([running, away]).entries).toEqual([{ kind: 'outage', at: T0 + 1000, what, since: T0 + 1000, until: null, missed: [] }]);
  expect(after([running, away, { ...away }]).entries).toEqual([]);
  expect(after([running, away, running]).entries).toEqual([
    { kind: 'outage', at: T0 + 1000, what, since: T0 + 1000, until: T0 + 2000, missed: [] },
  ]);
});

test('a limit of requests is no outage, and who never was signed in lost nothing', () => {
  expect(after([running, { ...running, problem: { kind: 'rate-limited', notBefore: null } }]).entries).toEqual([]);
  expect(after([EMPTY_WORLD, { ...EMPTY_WORLD }]).entries).toEqual([]);
  expect(after([running, EMPTY_WORLD]).entries).toMatchObject([{ what: 'signed-out', until: null }]);
});

test('names and causes are one line of plain text', () => {
  const world = aWorld(
    [anEnvironment('shop/prod', 'ERROR', { name: 'pr\n\u001B[31mod' })],
    [aService('api', 'shop/prod', 'ERROR', { name: 'a\tpi' })],
  );
  expect(after([world]).entries).toMatchObject([{ environment: 'pr od' }, { environment: 'pr od', services: [{ name: 'a pi' }] }]);
});

test('a deployment that the history told of afterwards is written as one that nobody saw', () => {
  const told = { at: T0 - 5000, triggeredBy: 'bob', serviceIds: ['api', 'gone'], cause: aCause('no space') };
  const { entries } = recorded({
    before: running,
    after: running,
    changes: [{ kind: 'deployment-overlooked', environmentId: 'shop/prod', ...anOverlooked('x8', told) }],
    memory: after([running]).memory,
    now: T0,
  });
  expect(entries).toMatchObject([
    {
      executionId: 'x8',
      at: T0 - 5000,
      tone: 'error',
      by: 'bob',
      isMissed: true,
      services: [{ id: 'api' }],
      cause: 'no space',
      lineKey: 'k1',
    },
  ]);
});

const MINUTE = 60_000;
test('an agent that is away for a minute is an outage of its cluster, and of no other; a shorter absence is none', () => {
  const clusters = { c1: { id: 'c1', name: 'eu', organizationId: 'acme' }, c2: { id: 'c2', name: 'us', organizationId: 'acme' } };
  const two = aWorld([
    anEnvironment('shop/eu', 'RUNNING', { runSourceId: 'eu' }),
    anEnvironment('shop/us', 'RUNNING', { clusterId: 'c2', runSourceId: 'us' }),
  ]);
  const at = (state: 'live' | 'agent-away' | 'down', since: number): World => ({
    ...two,
    clusters,
    sources: { eu: aSource('run', { id: 'eu', state, since }), us: aSource('run', { id: 'us' }) },
  });
  const see = (world: World, memory: HistoryMemory, now: number) =>
    recorded({ before: two, after: world, changes: [], memory: { ...memory, deployments: FRESH.deployments }, now }); // prettier-ignore
  const away = at('agent-away', T0);
  expect(see(away, FRESH, T0 + MINUTE - 1).entries).toEqual([]);
  const begun = see(away, FRESH, T0 + MINUTE);
  const outage = { kind: 'outage', at: T0, what: 'agent', since: T0, until: null, of: 'eu', missed: [] };
  expect(begun.entries).toEqual([outage]);
  expect(see(away, begun.memory, T0 + 5 * MINUTE).entries).toEqual([]);
  expect(see(at('down', T0 + MINUTE), begun.memory, T0 + 5 * MINUTE).entries).toEqual([]); // lost on the way: nobody knows
  expect(see(at('live', T0 + 6 * MINUTE), begun.memory, T0 + 6 * MINUTE).entries).toEqual([{ ...outage, until: T0 + 6 * MINUTE }]);
  const kept = memoryAfter([{ memory: JSON.parse(JSON.stringify(writtenMemory(begun.memory))) as unknown, entries: [] }]);
  expect(see(at('live', T0 + 9 * MINUTE), kept, T0 + 9 * MINUTE).entries).toEqual([{ ...outage, until: T0 + 9 * MINUTE }]);
  const ended = see(at('live', T0 + 6 * MINUTE), begun.memory, T0 + 6 * MINUTE);
  expect(see(at('live', T0 + 6 * MINUTE), ended.memory, T0 + 7 * MINUTE).entries).toEqual([]);
});
