// Platform guide 4.3, rule by rule: what a snapshot of run status says of those it lists, and of those it leaves out.
import { expect, test } from 'vitest';
import type { EnvironmentRun, InstanceReport } from '../../../electron/model/report.ts';
import { environmentFreshness } from '../../../electron/model/freshness.ts';
import { fold, NOTHING_KNOWN, type Known, type MonitorEvent } from '../../../electron/monitor/fold.ts';
import { runSourceAfter } from '../../../electron/monitor/sources.ts';
import type { StreamState } from '../../../electron/platform/platform.ts';
import { T0 } from '../../support/a-world.ts';

const S = 1000;
const acme = { id: 'acme', name: 'Acme' };
const services = ['api', 'web'].map((id) => ({
  id,
  name: id,
  kind: 'APPLICATION' as const,
  jobKind: null,
  environmentId: 'prod',
  projectId: 'shop',
  clusterId: 'c1',
}));
const NAMES: readonly MonitorEvent[] = [
  { kind: 'started' },
  { kind: 'organizations', organizations: [acme] },
  {
    kind: 'discovery',
    discovery: {
      organization: acme,
      projects: [{ id: 'shop', name: 'shop', organizationId: 'acme' }],
      clusters: [{ id: 'c1', name: 'eu', organizationId: 'acme' }],
      environments: [{ id: 'prod', name: 'production', mode: 'PRODUCTION', organizationId: 'acme', projectId: 'shop' }],
      services,
    },
  },
];
const pod = (state: string): InstanceReport => ({
  name: `pod-${state}`,
  state,
  reason: '',
  message: '',
  restarts: 0,
  startedAt: T0,
  version: '',
  containers: 1,
  lastTermination: null,
});
const prod = (states: Readonly<Record<string, string>>): EnvironmentRun => ({
  id: 'prod',
  projectId: 'shop',
  state: 'RUNNING',
  services: Object.entries(states).map(([id, state]) => ({ id, state, instances: [pod(state)] })),
});
const socket =
  (state: StreamState, atS = 0) =>
  (known: Known): MonitorEvent => ({
    kind: 'source',
    source: runSourceAfter(known.world.sources['run:c1'], 'run:c1', state, T0 + atS * S),
  });
const OPEN = socket({ kind: 'open', since: T0 });
const frame =
  (environments: readonly EnvironmentRun[], atS: number) =>
  (known: Known): readonly MonitorEvent[] => {
    const source = known.world.sources['run:c1'];
    const now = T0 + atS * S;
    return [
      ...(source ? [{ kind: 'source', source: { ...source, asOf: now } } as const] : []),
      { kind: 'run', sourceId: 'run:c1', report: { environments }, now },
    ];
  };
const tick = (atS: number) => (): MonitorEvent => ({ kind: 'tick', now: T0 + atS * S });
type Step = (known: Known) => MonitorEvent | readonly MonitorEvent[];

const played = (steps: readonly Step[]): Known =>
  steps.reduce((known, step) => [step(known)].flat().reduce(fold, known), NAMES.reduce(fold, NOTHING_KNOWN));

const BOTH = { api: 'RUNNING', web: 'RUNNING' };
const LOST: StreamState = { kind: 'waiting', problem: { kind: 'closed', code: 1006, reason: '' }, nextTryAt: T0, attempt: 1 };

test.each<[string, readonly Step[], string]>([
  ['0: no frame yet is UNKNOWN, not an error', [OPEN, tick(16)], 'api UNKNOWN, web UNKNOWN: UNKNOWN'],
  ['2: listed services as stated', [OPEN, frame([prod({ api: 'RUNNING', web: 'ERROR' })], 1)], 'api RUNNING, web ERROR: WARNING'],
  [
    '2: a service that a listed environment leaves out is STOPPED',
    [OPEN, frame([prod({ api: 'RUNNING' })], 1)],
    'api RUNNING, web STOPPED: RUNNING',
  ],
  [
    '2: a frame is a whole snapshot of each environment in it',
    [OPEN, frame([prod(BOTH)], 1), frame([prod({ web: 'STARTING' })], 2)],
    'api STOPPED, web STARTING: STARTING',
  ],
  ['3: an environment left out once stays as it was', [OPEN, frame([prod(BOTH)], 1), frame([], 2)], 'api RUNNING, web RUNNING: RUNNING'],
  [
    '3: left out twice, nothing of it runs',
    [OPEN, frame([prod(BOTH)], 1), frame([], 2), frame([], 3)],
    'api STOPPED, web STOPPED: STOPPED',
  ],
  ['3: or left out for 10 s', [OPEN, frame([prod(BOTH)], 1), frame([], 2), tick(12)], 'api STOPPED, web STOPPED: STOPPED'],
  [
    '3: a transition is seen meanwhile',
    [OPEN, frame([prod({ api: 'STOPPING', web: 'STOPPING' })], 1), frame([], 2)],
    'api STOPPING, web STOPPING: STOPPING',
  ],
  [
    '3: listed again, it was not gone',
    [OPEN, frame([prod(BOTH)], 1), frame([], 2), frame([prod(BOTH)], 3), frame([], 4)],
    'api RUNNING, web RUNNING: RUNNING',
  ],
  [
    '4: a socket that is down makes nothing STOPPED',
    [OPEN, frame([prod(BOTH)], 1), frame([], 2), socket(LOST, 3), tick(60)],
    'api RUNNING, web RUNNING: RUNNING',
  ],
  [
    '5: an id that nobody knows is not shown',
    [OPEN, frame([prod({ ...BOTH, stranger: 'ERROR' })], 1)],
    'api RUNNING, web RUNNING: RUNNING',
  ],
])('rule %s', (_, steps, expected) => {
  const { world } = played(steps);
  const said = services.map(({ id }) => `${id} ${world.services[id]?.run.status}`).join(', ');
  expect(`${said}: ${world.environments['prod']?.run.status}`).toBe(expected);
});

test('rule 1: a frame that says the same changes nothing', () => {
  const known = played([OPEN, frame([prod(BOTH)], 1)]);
  const again = frame([prod(BOTH)], 2)(known).reduce(fold, known);
  expect([again.world.services === known.world.services, again.world.environments === known.world.environments]).toEqual([true, true]);
});

test.each<[string, StreamState, number, string]>([
  ['down for a moment', LOST, 5, 'ageing'],
  ['down for longer than 30 s', LOST, 33, 'unreachable'],
  [
    'its cluster’s agent away (NotFound)',
    { kind: 'waiting', problem: { kind: 'agent-away' }, nextTryAt: T0, attempt: 1 },
    60,
    'agent-away',
  ],
  ['not permitted (1007)', { kind: 'ended', problem: { kind: 'forbidden', answer: 1007 } }, 60, 'refused'],
])('rule 4: what was known last is marked, when the socket is %s', (_, state, afterS, freshness) => {
  const { world } = played([OPEN, frame([prod(BOTH)], 1), socket(state, 2), tick(afterS)]);
  const environment = world.environments['prod'];
  expect(environment && environmentFreshness(world, environment, T0 + afterS * S).run).toBe(freshness);
  expect(environment?.run.status).toBe('RUNNING');
});
