import { expect, test } from 'vitest';
import type { Discovery } from '../../../electron/model/report.ts';
import { NOTHING_HIDDEN, type Hidden } from '../../../electron/model/watching.ts';
import { fold, NOTHING_KNOWN, type Known, type MonitorEvent } from '../../../electron/monitor/fold.ts';
import { EMPTY_BOOK, type Asked } from '../../../electron/monitor/book.ts';
import { askKey, plan } from '../../../electron/monitor/schedule.ts';
import { wantedStreams } from '../../../electron/monitor/streams.ts';

const acme = { id: 'acme', name: 'Acme' };
const environments = (
  [
    ['prod', 'PRODUCTION', 'shop'],
    ['pr-1', 'PREVIEW', 'shop'],
    ['site', 'PRODUCTION', 'docs'],
  ] as const
).map(([id, mode, projectId]) => ({ id, name: id, mode, projectId, organizationId: 'acme' }));
const discovery: Discovery = {
  organization: acme,
  projects: ['shop', 'docs'].map((id) => ({ id, name: id, organizationId: 'acme' })),
  clusters: ['c-shop', 'c-docs'].map((id) => ({ id, name: id, organizationId: 'acme' })),
  environments,
  services: environments.map(({ id, projectId }) => ({
    id: `${id}-api`,
    name: 'api',
    kind: 'APPLICATION',
    jobKind: null,
    environmentId: id,
    projectId,
    clusterId: `c-${projectId}`,
  })),
};
const discovered: MonitorEvent = { kind: 'discovery', discovery };
const after = (known: Known, ...events: readonly MonitorEvent[]): Known => events.reduce(fold, known);
const all = after(NOTHING_KNOWN, { kind: 'started' }, { kind: 'organizations', organizations: [acme] }, discovered);
const watching = (more: Partial<Hidden>): MonitorEvent => ({ kind: 'watching', hidden: { ...NOTHING_HIDDEN, ...more } });
const ids = ({ world }: Known): readonly string[] => Object.keys(world.environments).toSorted();
const hiddenIds = ({ world }: Known): readonly string[] => world.hidden.map((one) => one.id);
const asks = (known: Known): readonly string[] => {
  const ok: Asked = { at: 0, outcome: 'ok', about: '', failures: 0 };
  return plan(known.world, { ...EMPTY_BOOK, asked: { organizations: ok }, hidden: known.hidden }, 1)
    .due.map(askKey)
    .filter((key) => key.startsWith('overview') || key.startsWith('discovery'));
};
const sockets = (known: Known): readonly string[] => wantedStreams(known.world, new Set(), known.hidden).map((one) => one.key);

test.each([
  ['a mode', { modes: ['PREVIEW'] }, ['prod', 'site'], ['pr-1']],
  ['a project', { projects: ['shop'] }, ['site'], ['pr-1', 'prod']],
  ['an environment', { environments: ['site'] }, ['pr-1', 'prod'], ['site']],
  ['an organisation', { organizations: ['acme'] }, [], ['pr-1', 'prod', 'site']],
] satisfies readonly (readonly [string, Partial<Hidden>, readonly string[], readonly string[]])[])(
  '%s that is hidden leaves the world, but for its name, and a discovery does not bring it back',
  (_, hidden, stays, leaves) => {
    const once = after(all, watching(hidden));
    expect([ids(once), hiddenIds(once)]).toEqual([stays, leaves]);
    const again = after(once, discovered);
    expect([ids(again), hiddenIds(again)]).toEqual([stays, leaves]);
    expect(Object.keys(again.world.services)).toHaveLength(stays.length);
  },
);
test('chosen again it comes with the next discovery, and is known by name until then', () => {
  const known = after(all, watching({ projects: ['shop'] }), watching({}));
  expect(hiddenIds(known)).toEqual(['pr-1', 'prod']);
  expect(hiddenIds(after(known, discovered))).toEqual([]);
  expect(ids(after(known, discovered))).toEqual(['pr-1', 'prod', 'site']);
});
test('what is hidden costs neither requests nor sockets', () => {
  expect([asks(all), sockets(all)]).toEqual([
    ['discovery:acme', 'overview:shop', 'overview:docs'],
    ['run:c-shop', 'run:c-docs', 'deployment:shop', 'deployment:docs'],
  ]);
  const project = after(all, watching({ projects: ['shop'] }));
  expect([asks(project), sockets(project)]).toEqual([
    ['discovery:acme', 'overview:docs'],
    ['run:c-docs', 'deployment:docs'],
  ]);
  const environment = after(all, watching({ environments: ['site'] }));
  expect([asks(environment), sockets(environment)]).toEqual([
    ['discovery:acme', 'overview:shop'],
    ['run:c-shop', 'deployment:shop'],
  ]);
  const organization = after(all, watching({ organizations: ['acme'] }));
  expect([asks(organization), sockets(organization)]).toEqual([[], []]);
});
test('signing in anew keeps the choice', () => {
  const known = after(all, watching({ modes: ['PREVIEW'] }), { kind: 'started' }, discovered);
  expect(ids(known)).toEqual(['prod', 'site']);
});
