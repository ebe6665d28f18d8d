import { expect, test } from 'vitest';
import type { Deployment } from '../../../electron/model/world.ts';
import { fold, NOTHING_KNOWN, type Known, type MonitorEvent } from '../../../electron/monitor/fold.ts';
import { aReport } from '../../support/a-deployment.ts';
import { T0 } from '../../support/a-world.ts';

const acme = { id: 'acme', name: 'Acme' };
const service = { name: 'api', kind: 'APPLICATION', jobKind: null, environmentId: 'prod', projectId: 'shop', clusterId: 'c1' } as const;
const start: readonly MonitorEvent[] = [
  { kind: 'started' },
  { kind: 'organizations', organizations: [acme] },
  {
    kind: 'discovery',
    discovery: {
      organization: acme,
      projects: [{ id: 'shop', name: 'shop', organizationId: 'acme' }],
      clusters: [],
      environments: [{ id: 'prod', name: 'production', mode: 'PRODUCTION', organizationId: 'acme', projectId: 'shop' }],
      services: [{ id: 'api', ...service }],
    },
  },
];
const FAILED = { executionId: 'x2', at: T0 };
const EARLIER = { executionId: 'x1', at: T0 - 60_000 };
const LATER = { executionId: 'x3', at: T0 + 60_000 };

/** Of the project's socket: whole environments. */
const states = (state: string, of: Partial<Deployment>): MonitorEvent => ({
  kind: 'environment-states',
  reports: [aReport('prod', state, of)],
  now: T0,
});
/** Of the environment's own socket; with `askedAt` a reading. */
const statuses = (state: string, of: Partial<Deployment>, askedAt?: number): MonitorEvent => ({
  kind: 'deployments',
  environmentId: 'prod',
  deployments: { environment: aReport('prod', state, of), services: [aReport('api', state, of)], staged: null },
  now: T0,
  ...(askedAt === undefined ? {} : { askedAt }),
});
const failed = [...start, statuses('DEPLOYMENT_ERROR', FAILED)].reduce(fold, NOTHING_KNOWN);
const labels = ({ world }: Known): readonly unknown[] => [
  world.environments['prod']?.deployment?.label,
  world.services['api']?.deployment?.label,
];

test.each<[string, MonitorEvent, readonly string[]]>([
  ['a frame of the project about an earlier execution', states('DEPLOYED', EARLIER), ['DEPLOYMENT ERROR', 'DEPLOYMENT ERROR']],
  ['a frame of the environment about an earlier execution', statuses('DEPLOYED', EARLIER), ['DEPLOYMENT ERROR', 'DEPLOYMENT ERROR']],
  ['one about a later execution', statuses('DEPLOYING', LATER), ['DEPLOYING', 'DEPLOYING']],
  ['one about the same execution', statuses('DEPLOYED', FAILED), ['DEPLOYMENT OK', 'DEPLOYMENT OK']],
  ['one that says no time', states('DEPLOYED', { executionId: 'x3', at: null }), ['DEPLOYMENT OK', 'DEPLOYMENT ERROR']],
  ['a reading: a queued request was withdrawn', statuses('DEPLOYED', EARLIER, T0), ['DEPLOYMENT OK', 'DEPLOYMENT OK']],
])('a failure is not mended by a frame that comes late: %s', (_, event, said) => {
  expect(labels(fold(failed, event))).toEqual(said);
});

test('what a frame says of a service is left out alone where only that is late', () => {
  const frame: MonitorEvent = {
    kind: 'deployments',
    environmentId: 'prod',
    deployments: { environment: aReport('prod', 'DEPLOYED', LATER), services: [aReport('api', 'DEPLOYED', EARLIER)], staged: null },
    now: T0,
  };
  expect(labels(fold(failed, frame))).toEqual(['DEPLOYMENT OK', 'DEPLOYMENT ERROR']);
});
