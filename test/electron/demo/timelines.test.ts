// The timelines that scenario.test.ts does not tell, as sequences of what a client sees.
import { expect, test } from 'vitest';
import { deploymentLog } from '../../../electron/demo/scenario-deployment-log.ts';
import { deploymentQueue } from '../../../electron/demo/scenario-past.ts';
import { environmentRun, podsOf } from '../../../electron/demo/scenario-run.ts';
import { deploymentsOf, environmentStatus, statusOf } from '../../../electron/demo/scenario-status.ts';
import { createScenario, type Scenario } from '../../../electron/demo/scenario.ts';

const START = Date.UTC(2026, 0, 5, 10);
const [SHOP, STAGING, PREVIEW] = ['shop/production', 'shop/staging', 'billing/pr-91-vat-rounding'] as const;

function find(scenario: Scenario, path: string, name: string) {
  const environment = scenario.environments.find((one) => one.path === path);
  const service = environment?.services.find((one) => one.name === name);
  if (!environment || !service) throw new Error(`${path}/${name}`);
  return { environment, service };
}
/** The different things said in the first 90 seconds, in order, each once. */
function told(read: (elapsedMs: number) => string): readonly string[] {
  const all = Array.from({ length: 361 }, (_, i) => read(i * 250));
  return all.filter((value, i) => value !== all[i - 1]);
}
/** `deployment state of environment and service, run state of the environment, the service's pods`. */
function says(name: string, path: string, of: string): readonly string[] {
  const scenario = createScenario(name, 1, START);
  const { environment, service } = find(scenario, path, of);
  return told((ms) => {
    const pods = podsOf(scenario, environment, service, ms).map((pod) => `${pod.state}${pod.state_reason ? `(${pod.state_reason})` : ''}`);
    const deployment = `${environmentStatus(scenario, environment, ms).state}/${statusOf(scenario, environment, service, ms)?.state}`;
    return `${deployment} ${environmentRun(scenario, environment, ms)?.state ?? '-'} ${pods.join('+') || '-'}`;
  });
}

test.each<[name: string, path: string, service: string, order: readonly string[]]>([
  [
    'image-typo',
    SHOP,
    'web',
    [
      'DEPLOYED/DEPLOYED RUNNING RUNNING+RUNNING',
      'DEPLOYMENT_QUEUED/DEPLOYMENT_QUEUED RUNNING RUNNING+RUNNING',
      'DEPLOYING/DEPLOYING RUNNING RUNNING+RUNNING',
      'DEPLOYING/DEPLOYING STARTING STARTING(ContainerCreating)+RUNNING+RUNNING',
      ...Array.from({ length: 4 }, () => [
        'DEPLOYING/DEPLOYING WARNING ERROR(ErrImagePull)+RUNNING+RUNNING',
        'DEPLOYING/DEPLOYING WARNING ERROR(ImagePullBackOff)+RUNNING+RUNNING',
      ]).flat(),
      'DEPLOYING/DEPLOYMENT_ERROR RUNNING RUNNING+RUNNING',
      'DEPLOYMENT_ERROR/DEPLOYMENT_ERROR RUNNING RUNNING+RUNNING',
    ],
  ],
  [
    'first-deploy-crash',
    PREVIEW,
    'stripe-webhooks',
    [
      'READY/READY - -',
      'DEPLOYMENT_QUEUED/DEPLOYMENT_QUEUED - -',
      'DEPLOYING/DEPLOYING - -',
      'DEPLOYING/DEPLOYING STARTING STARTING(ContainerCreating)',
      'DEPLOYING/DEPLOYING ERROR ERROR(Error)',
      ...Array.from({ length: 3 }, () => [
        'DEPLOYING/DEPLOYING STARTING STARTING',
        'DEPLOYING/DEPLOYING ERROR ERROR(CrashLoopBackOff)',
      ]).flat(),
      'DEPLOYING/DEPLOYMENT_ERROR ERROR ERROR(CrashLoopBackOff)',
      'DEPLOYMENT_ERROR/DEPLOYMENT_ERROR ERROR ERROR(CrashLoopBackOff)',
    ],
  ],
  [
    'job',
    STAGING,
    'migrate',
    [
      'DEPLOYED/DEPLOYED RUNNING COMPLETED',
      'DEPLOYMENT_QUEUED/DEPLOYMENT_QUEUED RUNNING COMPLETED',
      'DEPLOYING/DEPLOYING RUNNING COMPLETED',
      'DEPLOYING/DEPLOYING STARTING STARTING(ContainerCreating)',
      'DEPLOYING/DEPLOYING RUNNING RUNNING',
      'DEPLOYING/DEPLOYING RUNNING COMPLETED',
      'DEPLOYING/DEPLOYED RUNNING COMPLETED',
      'DEPLOYED/DEPLOYED RUNNING COMPLETED',
    ],
  ],
  [
    'job-failed',
    STAGING,
    'migrate',
    [
      'DEPLOYED/DEPLOYED RUNNING COMPLETED',
      'DEPLOYMENT_QUEUED/DEPLOYMENT_QUEUED RUNNING COMPLETED',
      'DEPLOYING/DEPLOYING RUNNING COMPLETED',
      'DEPLOYING/DEPLOYING STARTING STARTING(ContainerCreating)',
      'DEPLOYING/DEPLOYING RUNNING RUNNING',
      'DEPLOYING/DEPLOYING WARNING ERROR(Error)',
      'DEPLOYING/DEPLOYMENT_ERROR WARNING ERROR(Error)',
      'DEPLOYMENT_ERROR/DEPLOYMENT_ERROR WARNING ERROR(Error)',
    ],
  ],
  [
    'eviction',
    SHOP,
    'worker',
    [
      'DEPLOYED/DEPLOYED RUNNING RUNNING',
      'DEPLOYED/DEPLOYED WARNING ERROR(Evicted)',
      'DEPLOYED/DEPLOYED WARNING ERROR(Evicted)+STARTING(ContainerCreating)',
      'DEPLOYED/DEPLOYED WARNING ERROR(Evicted)+RUNNING',
    ],
  ],
  [
    'managed-database',
    SHOP,
    'pg',
    ['DEPLOYED/DEPLOYED', 'DEPLOYMENT_QUEUED/DEPLOYMENT_QUEUED', 'DEPLOYING/DEPLOYING', 'DEPLOYING/DEPLOYED', 'DEPLOYED/DEPLOYED'].map(
      (states) => `${states} RUNNING -`,
    ),
  ],
])('%s: %s, %s', (name, path, service, order) => {
  expect(says(name, path, service)).toEqual(order);
});

test('what comes after a job that failed is cancelled', () => {
  expect(says('job-failed', STAGING, 'web').at(-1)).toMatch(/^DEPLOYMENT_ERROR\/CANCELED .* RUNNING$/);
});

test('an evicted instance has no containers, a pulled image none that ended, and neither was restarted', () => {
  const pods = (name: string, of: string) => {
    const scenario = createScenario(name, 1, START);
    const { environment, service } = find(scenario, SHOP, of);
    return podsOf(scenario, environment, service, 20_000);
  };
  expect(pods('eviction', 'worker')[0]).toMatchObject({ restart_count: 0, containers: [], last_events: [{ reason: 'Evicted' }] });
  expect(pods('image-typo', 'web')[0]).toMatchObject({
    restart_count: 0,
    containers: [{ current_state: { state: 'ERROR' }, last_terminated_state: null }],
  });
});

test.each([
  ['image-typo', SHOP, 'web', 'HelmDeployTimeout', /tag of its image/],
  ['first-deploy-crash', PREVIEW, 'stripe-webhooks', 'HelmDeployTimeout', /exits with code 1/],
  ['job-failed', STAGING, 'migrate', 'JobFailure', /exit code 1/],
])('the log of %s says why', (name, path, of, tag, why) => {
  const scenario = createScenario(name, 1, START);
  const { environment, service } = find(scenario, path, of);
  const [deployment] = deploymentsOf(scenario, environment.id, 90_000).slice(-1);
  const lines = deployment ? deploymentLog(scenario, environment, deployment) : [];
  const error = lines.map(({ line }) => line).findLast((line) => line.type === 'error');
  expect(error).toMatchObject({ details: { transmitter: { id: service.id } }, error: { tag } });
  expect(error?.error?.user_log_message).toMatch(why);
});

test('a second request waits in the queue, is counted, and runs when the first has ended', () => {
  const scenario = createScenario('queue', 1, START);
  const { environment, service } = find(scenario, SHOP, 'api');
  const waiting = (ms: number) => deploymentQueue(scenario, environment, ms);
  const count = told((ms) => `${statusOf(scenario, environment, service, ms)?.deployment_requests_count} ${waiting(ms).length}`);
  expect(count).toEqual(['0 0', '1 1', '0 0']);
  const [request] = waiting(10_000);
  expect(request?.stages.flatMap((stage) => stage.services.map((one) => one.identifier.name))).toEqual(['api', 'web']);
  const later = environmentStatus(scenario, environment, 90_000);
  expect(later).toMatchObject({ state: 'DEPLOYMENT_ERROR', deployment_request_id: request?.identifier.deployment_request_id });
  expect(environmentStatus(scenario, environment, 10_000).deployment_request_id).not.toBe(later.deployment_request_id);
});

test('the token is revoked from second 10 on', () => {
  const scenario = createScenario('token-revoked', 1, START);
  expect([9999, 10_000].map((ms) => scenario.isTokenRevoked(ms))).toEqual([false, true]);
  expect(createScenario('calm', 1, START).isTokenRevoked(1e9)).toBe(false);
});
