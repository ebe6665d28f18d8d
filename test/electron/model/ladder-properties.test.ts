// The ladder from instances to the tray: total, independent of order, and monotone: what gets worse never looks better.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { environmentRun } from '../../../electron/model/environment-status.ts';
import { instancesFrom } from '../../../electron/model/instance-status.ts';
import type { InstanceReport } from '../../../electron/model/report.ts';
import { serviceRun } from '../../../electron/model/service-status.ts';
import { RUN_STATUSES, severity, worst, type RunStatus } from '../../../electron/model/status.ts';
import type { RunVerdict } from '../../../electron/model/run-verdict.ts';
import type { ServiceKind } from '../../../electron/model/world.ts';
import { aService } from '../../support/a-world.ts';

const state = fc.constantFrom('STARTING', 'RUNNING', 'ERROR', 'STOPPING', 'STOPPED', 'COMPLETED', 'WARNING', 'A_NEW_WORD', '');
const report: fc.Arbitrary<InstanceReport> = fc.record({
  name: fc.string(),
  state,
  reason: fc.constantFrom('', 'Evicted', 'CrashLoopBackOff'),
  message: fc.string(),
  restarts: fc.nat(),
  startedAt: fc.option(fc.nat()),
  version: fc.string(),
  containers: fc.nat(2),
  lastTermination: fc.constant(null),
});
const kind: fc.Arbitrary<ServiceKind> = fc.constantFrom(
  'APPLICATION',
  'CONTAINER',
  'DATABASE',
  'JOB',
  'HELM',
  'TERRAFORM',
  'ARGOCD_APP',
  'AGENTIC_WORKFLOW',
  'UNKNOWN',
);
function verdict(reports: readonly InstanceReport[], more: { readonly kind?: ServiceKind; readonly reported?: string } = {}): RunVerdict {
  const facts = {
    kind: 'APPLICATION' as const,
    reported: 'RUNNING',
    jobKind: null,
    extras: null,
    databaseMode: null,
    isCovered: true,
    deployment: null,
    previous: null,
  };
  return serviceRun({ ...facts, ...more, instances: instancesFrom(reports) });
}
const environmentOf = (statuses: readonly RunStatus[]): RunStatus =>
  environmentRun(statuses.map((status, i) => aService(`s${i}`, 'e', status))).status;
const status = fc.constantFrom(...RUN_STATUSES);

test('every service of every kind has a status, whatever was reported, in whatever order', () => {
  fc.assert(
    fc.property(fc.array(report), kind, state, fc.nat(), (reports, own, reported, turn) => {
      const one = verdict(reports, { kind: own, reported });
      expect(RUN_STATUSES).toContain(one.status);
      const at = reports.length === 0 ? 0 : turn % reports.length;
      const other = verdict([...reports.slice(at), ...reports.slice(0, at)].toReversed(), { kind: own, reported });
      if (!['JOB', 'TERRAFORM', 'ARGOCD_APP', 'AGENTIC_WORKFLOW'].includes(own)) expect(other).toEqual(one);
    }),
  );
});
test('a service with an instance in error is never calmer than WARNING, and never calmer than without it', () => {
  const plain = report.map((one) => ({ ...one, reason: '', state: one.state === 'STOPPED' ? 'RUNNING' : one.state }));
  fc.assert(
    fc.property(fc.array(plain, { minLength: 1 }), plain, (reports, extra) => {
      const [before, after] = [verdict(reports), verdict([...reports, { ...extra, state: 'ERROR' }])];
      expect(severity(after.status)).toBeLessThanOrEqual(severity('WARNING'));
      if (before.status !== 'ERROR') expect(severity(after.status)).toBeLessThanOrEqual(severity(before.status));
    }),
  );
});
test('an environment has a status whatever its services have, in whatever order', () => {
  fc.assert(
    fc.property(fc.array(status), (statuses) => {
      expect(RUN_STATUSES).toContain(environmentOf(statuses));
      expect(environmentOf(statuses.toReversed())).toBe(environmentOf(statuses));
    }),
  );
});
test('an environment with a failing service is ERROR or WARNING, and it gets no calmer when one more fails', () => {
  fc.assert(
    fc.property(fc.array(status), fc.constantFrom('ERROR' as const, 'WARNING' as const), (statuses, failing) => {
      const [before, after] = [environmentOf(statuses), environmentOf([...statuses, failing])];
      expect(['ERROR', 'WARNING']).toContain(after);
      if (before !== 'ERROR') expect(severity(after)).toBeLessThanOrEqual(severity(before));
    }),
  );
});
test('the tray shows the worst, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(status), (statuses) => {
      const shown = worst(statuses);
      expect(worst(statuses.toReversed())).toBe(shown);
      for (const one of statuses) expect(severity(shown)).toBeLessThanOrEqual(severity(one));
    }),
  );
});
