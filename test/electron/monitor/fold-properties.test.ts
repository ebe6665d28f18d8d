// Whatever was heard, lost, doubled or late on the way: once the platform has said everything again, the world is the platform's.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeploymentReport, Discovery, EnvironmentRun } from '../../../electron/model/report.ts';
import { fold, NOTHING_KNOWN, type Known, type MonitorEvent } from '../../../electron/monitor/fold.ts';
import { aPod, aReport } from '../../support/a-deployment.ts';
import { aSource, T0 } from '../../support/a-world.ts';

const acme = { id: 'acme', name: 'Acme' };
const ENVIRONMENTS = ['prod', 'staging', 'pr-1'] as const;
const SERVICES = ['api', 'web'] as const;
type EnvironmentId = (typeof ENVIRONMENTS)[number];
const SOURCE = 'run:c1';

/** What is true on the platform. */
interface Truth {
  readonly alive: ReadonlySet<EnvironmentId>;
  /** Environments without their second service. */
  readonly small: ReadonlySet<EnvironmentId>;
  readonly run: Readonly<Record<string, string>>;
  readonly deployment: Readonly<Record<string, readonly [state: string, execution: number]>>;
}
const FIRST: Truth = { alive: new Set(ENVIRONMENTS), small: new Set(), run: {}, deployment: {} };

const alive = (truth: Truth): readonly EnvironmentId[] => ENVIRONMENTS.filter((id) => truth.alive.has(id));
const services = (truth: Truth, id: EnvironmentId): readonly string[] => (truth.small.has(id) ? SERVICES.slice(0, 1) : SERVICES);
const serviceId = (environment: string, service: string): string => `${environment}-${service}`;

function discovery(truth: Truth): Discovery {
  return {
    organization: acme,
    projects: [{ id: 'shop', name: 'shop', organizationId: 'acme' }],
    clusters: [{ id: 'c1', name: 'eu', organizationId: 'acme' }],
    environments: alive(truth).map((id) => ({ id, name: 'same name', mode: 'STAGING', organizationId: 'acme', projectId: 'shop' })),
    services: alive(truth).flatMap((environmentId) =>
      services(truth, environmentId).map((name) => ({
        id: serviceId(environmentId, name),
        name,
        kind: 'APPLICATION' as const,
        jobKind: null,
        environmentId,
        projectId: 'shop',
        clusterId: 'c1',
      })),
    ),
  };
}

/** One object per text, as the reader of frames hands out what repeats. */
const read = new Map<string, EnvironmentRun>();
function interned(run: EnvironmentRun): EnvironmentRun {
  const text = JSON.stringify(run);
  const known = read.get(text) ?? run;
  read.set(text, known);
  return known;
}

/** As the platform does: a stopped service is left out, a stopped environment too. */
function frame(truth: Truth, only: readonly EnvironmentId[] = ENVIRONMENTS): readonly EnvironmentRun[] {
  return alive(truth).flatMap((id) => {
    const running = services(truth, id).flatMap((name) => {
      const state = truth.run[serviceId(id, name)];
      if (!state) return [];
      return [{ id: serviceId(id, name), state, instances: [aPod(state)] }];
    });
    return only.includes(id) && running.length > 0 ? [interned({ id, projectId: 'shop', state: 'RUNNING', services: running })] : [];
  });
}

function said(truth: Truth, id: string, environment: EnvironmentId): DeploymentReport {
  const [state, execution] = truth.deployment[environment] ?? ['READY', 0];
  const executionId = execution === 0 ? null : `${environment}-${execution}`;
  return aReport(id, state, { executionId, at: T0 + execution });
}

const runEvent = (environments: readonly EnvironmentRun[], now: number): MonitorEvent => ({
  kind: 'run',
  sourceId: SOURCE,
  report: { environments },
  now,
});
const sourceEvent = (state: 'live' | 'down'): MonitorEvent => ({ kind: 'source', source: aSource('run', { id: SOURCE, state }) });
function overviewEvent(truth: Truth, now: number): MonitorEvent {
  const environments = alive(truth).map((id) => ({
    id,
    name: 'same name',
    mode: 'STAGING',
    clusterId: 'c1',
    managedBy: 'QOVERY' as const,
    serviceCount: 2,
    deployment: said(truth, id, id),
  }));
  return { kind: 'overview', projectId: 'shop', environments, now };
}
function statusesEvent(truth: Truth, environmentId: EnvironmentId, now: number): MonitorEvent {
  const reports = services(truth, environmentId).map((name) => said(truth, serviceId(environmentId, name), environmentId));
  const deployments = { environment: said(truth, environmentId, environmentId), services: reports, staged: null };
  return { kind: 'deployments', environmentId, deployments, now, askedAt: now };
}

/** The platform says everything, in the order of a start or of a wake: names twice, so that what is gone goes. */
function everything(truth: Truth, now: number): readonly MonitorEvent[] {
  const names: MonitorEvent = { kind: 'discovery', discovery: discovery(truth) };
  const frames = [0, 10_000].map((later) => runEvent(frame(truth), now + later));
  const statuses = alive(truth).map((id) => statusesEvent(truth, id, now));
  return [sourceEvent('live'), names, names, overviewEvent(truth, now), ...statuses, ...frames];
}

const someEnvironment = fc.constantFrom(...ENVIRONMENTS);
const runState = fc.constantFrom('RUNNING', 'STARTING', 'STOPPING', 'ERROR', 'WARNING', 'COMPLETED', '', 'A_NEW_WORD');
const deploymentState = fc.constantFrom('DEPLOYED', 'BUILDING', 'DEPLOYING', 'DEPLOYMENT_ERROR', 'CANCELED', 'STOPPED', 'A_NEW_WORD');
/** What happens on the platform, and what of it reaches us: now, late (as it was before), in part, twice, or never. */
const happening = fc.oneof(
  fc.record({ kind: fc.constant('run' as const), environment: someEnvironment, service: fc.constantFrom(...SERVICES), state: runState }),
  fc.record({ kind: fc.constant('deploy' as const), environment: someEnvironment, state: deploymentState, execution: fc.nat(5) }),
  fc.record({
    kind: fc.constantFrom('delete' as const, 'create' as const, 'shrink' as const, 'grow' as const, 'statuses' as const),
    environment: someEnvironment,
  }),
  fc.record({ kind: fc.constantFrom('frame' as const, 'late frame' as const), part: fc.subarray([...ENVIRONMENTS]), twice: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('overview' as const, 'late overview' as const, 'discovery' as const, 'late discovery' as const) }),
  fc.record({ kind: fc.constantFrom('lost' as const, 'found' as const, 'tick' as const) }),
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

type Of<K extends Happening['kind']> = Extract<Happening, { readonly kind: K }>;
const without = (ids: ReadonlySet<EnvironmentId>, gone: EnvironmentId): ReadonlySet<EnvironmentId> =>
  new Set([...ids].filter((id) => id !== gone));

const STEPS: { readonly [K in Happening['kind']]?: (truth: Truth, one: Of<K>) => Truth } = {
  run: (truth, { environment, service, state }) => ({ ...truth, run: { ...truth.run, [serviceId(environment, service)]: state } }),
  deploy: (truth, { environment, state, execution }) => ({
    ...truth,
    deployment: { ...truth.deployment, [environment]: [state, execution] },
  }),
  delete: (truth, { environment }) => ({ ...truth, alive: without(truth.alive, environment) }),
  create: (truth, { environment }) => ({ ...truth, alive: new Set([...truth.alive, environment]) }),
  shrink: (truth, { environment }) => ({ ...truth, small: new Set([...truth.small, environment]) }),
  grow: (truth, { environment }) => ({ ...truth, small: without(truth.small, environment) }),
};
function truthAfter(truth: Truth, one: Happening): Truth {
  const step = STEPS[one.kind] as ((truth: Truth, one: Happening) => Truth) | undefined; // the one of its own kind
  return step ? step(truth, one) : truth;
}

interface Heard {
  readonly truth: Truth;
  readonly before: Truth;
  readonly now: number;
}
const framesOf = (truth: Truth, { part, twice }: Of<'frame' | 'late frame'>, now: number): readonly MonitorEvent[] =>
  Array.from({ length: twice ? 2 : 1 }, () => runEvent(frame(truth, part), now));
const named = (truth: Truth): readonly MonitorEvent[] => [{ kind: 'discovery', discovery: discovery(truth) }];
const HEARD: { readonly [K in Happening['kind']]?: (heard: Heard, one: Of<K>) => readonly MonitorEvent[] } = {
  frame: ({ truth, now }, one) => framesOf(truth, one, now),
  'late frame': ({ before, now }, one) => framesOf(before, one, now),
  overview: ({ truth, now }) => [overviewEvent(truth, now)],
  'late overview': ({ before, now }) => [overviewEvent(before, now)],
  discovery: ({ truth }) => named(truth),
  'late discovery': ({ before }) => named(before),
  statuses: ({ truth, now }, { environment }) => [statusesEvent(truth, environment, now)],
  lost: () => [sourceEvent('down')],
  found: () => [sourceEvent('live')],
  tick: ({ now }) => [{ kind: 'tick', now }],
};
function heardOf(heard: Heard, one: Happening): readonly MonitorEvent[] {
  const hear = HEARD[one.kind] as ((heard: Heard, one: Happening) => readonly MonitorEvent[]) | undefined; // the one of its own kind
  return hear ? hear(heard, one) : [];
}

const after = (known: Known, events: readonly MonitorEvent[]): Known => events.reduce(fold, known);
const START = after(NOTHING_KNOWN, [{ kind: 'started' }, { kind: 'organizations', organizations: [acme] }, sourceEvent('live')]);

test('any sequence of frames, polls, losses and discoveries ends in what the platform says', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 30 }), (happenings) => {
      let [known, truth, before] = [after(START, [{ kind: 'discovery', discovery: discovery(FIRST) }]), FIRST, FIRST];
      for (const [i, one] of happenings.entries()) {
        const next = truthAfter(truth, one);
        if (next !== truth) [before, truth] = [truth, next];
        known = after(known, heardOf({ truth, before, now: T0 + i * 1_000 }, one));
      }
      const end = everything(truth, T0 + 100_000);
      const [lived, fresh] = [after(known, end).world, after(START, end).world];
      expect(lived.services).toEqual(fresh.services);
      expect(lived.environments).toEqual(fresh.environments);
    }),
    { numRuns: 2_000 },
  );
});

test('the same said again changes nothing, not even identities', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 20 }), (happenings) => {
      const truth = happenings.reduce(truthAfter, FIRST);
      const once = after(START, everything(truth, T0));
      const again = after(once, structuredClone(everything(truth, T0)));
      expect(again.world.services).toBe(once.world.services);
      expect(again.world.environments).toBe(once.world.environments);
    }),
  );
});
