import { expect, test } from 'vitest';
import type { InstanceReport } from '../../../../electron/model/report.ts';
import { runReport } from '../../../../electron/platform/decode/run.ts';
import type { WirePod } from '../../../../electron/platform/wire/run.ts';

const POD: WirePod = {
  name: 'app-1',
  state: 'RUNNING',
  state_reason: '',
  state_message: '',
  restart_count: 0,
  started_at: 1_766_003_721_000,
  service_version: 'v1',
  containers: [],
  last_events: [],
};
const ended = (finished_at: number, reason: string) => ({
  started_at: 1,
  finished_at,
  exit_code: 1,
  exit_code_message: '',
  message: '',
  reason,
  signal: 0,
});
const container = (name: string, more: object = {}) => ({ name, image: 'i', restart_count: 0, ...more });

/** The first instance of the only service of a frame with these pods. */
function instanceOf(...pods: readonly unknown[]): InstanceReport | undefined {
  const environments = [{ id: 'e', project_id: 'p', state: 'RUNNING', jobs: [{ id: 's', state: 'RUNNING', pods }] }];
  return runReport({ environments })?.environments[0]?.services[0]?.instances[0];
}

test("the platform's own sidecar counts as no container and its end as no crash", () => {
  const sidecar = container('qovery-wait-container-output', { last_terminated_state: ended(99, 'Completed') });
  const job = container('job', { last_terminated_state: ended(50, 'Error') });
  expect(instanceOf({ ...POD, containers: [sidecar, job] })).toMatchObject({
    containers: 1,
    lastTermination: { reason: 'Error', exitCode: 1, at: 50 },
  });
  expect(instanceOf({ ...POD, containers: [sidecar] })).toMatchObject({ containers: 0, lastTermination: null });
});

test('of several containers the latest end is told', () => {
  const containers = [
    container('a', { last_terminated_state: ended(70, 'OOMKilled') }),
    container('b', { last_terminated_state: ended(60, 'Error') }),
  ];
  expect(instanceOf({ ...POD, containers })?.lastTermination?.reason).toBe('OOMKilled');
  expect(instanceOf({ ...POD, containers: containers.toReversed() })?.lastTermination?.reason).toBe('OOMKilled');
});

test('an evicted pod has no containers left', () => {
  expect(instanceOf({ ...POD, state: 'ERROR', state_reason: 'Evicted' })).toMatchObject({
    state: 'ERROR',
    reason: 'Evicted',
    containers: 0,
  });
});

test("where a pod gives no reason, its container's stands in", () => {
  const containers = [
    container('fine', { current_state: { state: 'RUNNING', started_at: 1, state_reason: null, state_message: null } }),
    container('bad', { current_state: { state: 'ERROR', started_at: 1, state_reason: 'ErrImagePull', state_message: 'no such image' } }),
  ];
  expect(instanceOf({ ...POD, containers })).toMatchObject({ reason: 'ErrImagePull', message: 'no such image' });
  expect(instanceOf({ ...POD, state_reason: 'Own', state_message: 'words', containers })).toMatchObject({
    reason: 'Own',
    message: 'words',
  });
});

test.each([
  [{}, undefined],
  [
    { name: 'x' },
    { name: 'x', state: '', reason: '', message: '', restarts: 0, startedAt: null, version: '', containers: 0, lastTermination: null },
  ],
  [{ name: 'x', state: 'HIBERNATING' }, { state: 'HIBERNATING' }],
  [{ name: 'x', restart_count: -3 }, { restarts: 0 }],
  [{ name: 'x', restart_count: '4' }, { restarts: 0 }],
  [{ name: 'x', started_at: 0 }, { startedAt: null }],
])('of the pod %j what is missing or wrong is left empty', (pod, expected) => {
  const read = instanceOf(pod);
  if (expected === undefined) expect(read).toBeUndefined();
  else expect(read).toMatchObject(expected);
});

test.each(['applications', 'containers', 'databases', 'jobs', 'helms', 'terraform', 'terraforms', 'argocd_apps', 'agentic_workflows'])(
  'services are read from the list %s',
  (list) => {
    const frame = { environments: [{ id: 'e', state: 'RUNNING', [list]: [{ id: 's', state: 'RUNNING' }, { state: 'RUNNING' }, 7] }] };
    expect(runReport(frame)).toEqual({
      environments: [{ id: 'e', projectId: null, state: 'RUNNING', services: [{ id: 's', state: 'RUNNING', instances: [] }] }],
    });
  },
);
