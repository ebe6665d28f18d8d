// Platform guide 4.2, row by row: what a frame of run status holds.
import { describe, expect, test } from 'vitest';
import { instancesFrom } from '../../../../electron/model/instance-status.ts';
import { runReport } from '../../../../electron/platform/decode/run.ts';

const CERTIFICATE = {
  dns_names: ['shop.example', 7],
  not_before: 1,
  not_after: 2_000_000_000_000,
  renewal_time: 1,
  state: 'ERROR',
  state_message: 'no DNS record',
  failed_issuance_attempt_count: 3,
  last_failure_issuance_time: 1,
};
const service = (list: string, raw: object) =>
  runReport({ environments: [{ id: 'e', project_id: 'p', state: 'RUNNING', [list]: [{ id: 's', state: 'RUNNING', pods: [], ...raw }] }] })
    ?.environments[0]?.services[0];
const instance = (pod: object) => service('applications', { pods: [{ name: 'app-z1', state: 'RUNNING', ...pod }] })?.instances[0];
const container = (more: object) => ({ name: 'app', image: 'i', restart_count: 0, ...more });

describe('4.2, beside the pods of a service', () => {
  test.each([
    ['nothing', 'applications', { certificates: [], scaled_object: null }, undefined],
    ['nothing that makes sense', 'applications', { certificates: 'none', scaled_object: 7, triggered_action: [] }, undefined],
    ['KEDA', 'applications', { scaled_object: { name: 'k', conditions: [] } }, { isScaled: true, action: null, certificates: [] }],
    [
      'certificates',
      'containers',
      { certificates: [CERTIFICATE, 'odd'] },
      {
        isScaled: false,
        action: null,
        certificates: [{ domains: ['shop.example'], state: 'ERROR', message: 'no DNS record', endsAt: 2_000_000_000_000, failures: 3 }],
      },
    ],
    [
      'terraform: the sub-action',
      'terraform',
      { triggered_action: { action: 'DEPLOY', sub_action: 'TERRAFORM_PLAN_ONLY' } },
      { isScaled: false, action: 'TERRAFORM_PLAN_ONLY', certificates: [] },
    ],
    [
      'terraform: the action alone',
      'terraform',
      { triggered_action: { action: 'DELETE', sub_action: 'NONE' } },
      { isScaled: false, action: 'DELETE', certificates: [] },
    ],
  ])('%s', (_, list, raw, extras) => {
    expect(service(list, raw)?.extras).toEqual(extras);
  });
});

describe('4.2, a pod', () => {
  test.each([
    [
      'reason and message of its own',
      { state_reason: 'Evicted', state_message: 'low on memory' },
      { reason: 'Evicted', message: 'low on memory' },
    ],
    [
      'else of its first container that has one',
      {
        state_reason: '',
        containers: [
          container({ current_state: { state: 'ERROR', started_at: 1, state_reason: 'ErrImagePull', state_message: 'not found' } }),
        ],
      },
      { reason: 'ErrImagePull', message: 'not found' },
    ],
    ['restarts since the last deployment', { restart_count: 4 }, { restarts: 4 }],
    ['its beginning in epoch ms', { started_at: 1_766_003_721_000 }, { startedAt: 1_766_003_721_000 }],
    ['its version', { service_version: '4be07d2' }, { version: '4be07d2' }],
    ['no containers, when it was evicted', { containers: [] }, { containers: 0 }],
    [
      'a container that waits for output is no part of it',
      { containers: [container({ name: 'qovery-wait-container-output' })] },
      { containers: 0 },
    ],
    [
      'how it last ended: killed for memory',
      { containers: [container({ last_terminated_state: { reason: 'OOMKilled', exit_code: 137, finished_at: 5, signal: 9 } })] },
      { lastTermination: { reason: 'OOMKilled', exitCode: 137, at: 5 } },
    ],
    [
      'the latest of its containers’ ends',
      {
        containers: [
          container({ last_terminated_state: { reason: 'Error', exit_code: 1, finished_at: 9 } }),
          container({ last_terminated_state: { reason: 'Completed', exit_code: 0, finished_at: 8 } }),
        ],
      },
      { lastTermination: { reason: 'Error', exitCode: 1, at: 9 } },
    ],
  ])('%s', (_, pod, expected) => {
    expect(instance(pod)).toMatchObject(expected);
  });
  test.each([
    ['STARTING', 'STARTING', false, false],
    ['RUNNING', 'RUNNING', false, false],
    ['ERROR', 'ERROR', false, false],
    ['STOPPING', 'STOPPING', false, false],
    ['STOPPED', 'STOPPED', false, true],
    ['COMPLETED', 'COMPLETED', false, false],
    ['WARNING', 'RUNNING', true, false],
    ['NEW', 'UNKNOWN', false, false],
  ])('%s is %s', (state, status, unstable, remnant) => {
    const report = instance({ state });
    expect(instancesFrom(report ? [report] : [])).toMatchObject([{ status, unstable, remnant, reported: state }]);
  });
});

describe('4.2, the lists', () => {
  test.each(['applications', 'containers', 'databases', 'jobs', 'helms', 'terraform', 'argocd_apps', 'agentic_workflows'])('%s', (list) => {
    expect(service(list, {})).toMatchObject({ id: 's', state: 'RUNNING' });
  });
  test('are missing where an environment is stopped', () => {
    expect(runReport({ environments: [{ id: 'e', state: 'STOPPED' }] })?.environments).toMatchObject([{ id: 'e', services: [] }]);
    expect(runReport({ environments: [] })).toEqual({ environments: [] });
  });
});
