import { expect, test } from 'vitest';
import { fold, NOTHING_KNOWN, type Known, type MonitorEvent } from '../../../electron/monitor/fold.ts';
import { aPast, aReport } from '../../support/a-deployment.ts';
import { T0 } from '../../support/a-world.ts';

const acme = { id: 'acme', name: 'Acme' };
const told = (executionId: string, state = 'DEPLOYED'): MonitorEvent => ({
  kind: 'environment-states',
  reports: [aReport('prod', state, { executionId })],
  now: T0,
});
const history: MonitorEvent = {
  kind: 'history',
  environmentId: 'prod',
  past: [aPast('x3'), aPast('x2', 'DEPLOYMENT_ERROR'), aPast('x1')],
  readings: [],
};
const discovery: MonitorEvent = {
  kind: 'discovery',
  discovery: {
    organization: acme,
    projects: [{ id: 'shop', name: 'shop', organizationId: 'acme' }],
    clusters: [],
    environments: [{ id: 'prod', name: 'production', mode: 'PRODUCTION', organizationId: 'acme', projectId: 'shop' }],
    services: [],
  },
};
const after = (...events: readonly MonitorEvent[]): Known => events.reduce(fold, NOTHING_KNOWN);
const START: readonly MonitorEvent[] = [{ kind: 'started' }, { kind: 'organizations', organizations: [acme] }, discovery];
const READY: MonitorEvent = { kind: 'ready' };

test.each<[string, readonly MonitorEvent[], readonly string[], readonly string[]]>([
  ['the history is still to come', [READY, told('x1'), told('x3')], ['prod'], []],
  ['the history has come', [READY, told('x1'), told('x3'), history], [], ['x2']],
  ['it has come twice', [READY, told('x1'), told('x3'), history, history], [], ['x2']],
  ['what lay between was seen, too', [READY, told('x1'), told('x2'), told('x3'), history], [], []],
  ['it was seen, but not its end', [READY, told('x1'), told('x2', 'BUILDING'), told('x3'), history], [], ['x2']],
  ['nothing was seen before the first look', [told('x1'), told('x3'), READY, history], [], []],
  ['an absence was caught up with', [READY, told('x1'), { kind: 'catching-up' }, told('x3'), { kind: 'caught-up' }, history], [], []],
  [
    'it is gone',
    [READY, told('x1'), told('x3'), { kind: 'watching', hidden: { organizations: ['acme'], projects: [], environments: [], modes: [] } }],
    [],
    [],
  ],
])('between two readings, when %s', (_, events, gaps, overlooked) => {
  const known = after(...START, ...events);
  expect(Object.keys(known.gaps)).toEqual(gaps);
  expect(known.world.environments['prod']?.overlooked.map(({ executionId }) => executionId) ?? []).toEqual(overlooked);
});
