import { describe, expect, test } from 'vitest';
import { deploymentLog, deploymentLogFrame } from '../../../../electron/platform/decode/deployment-log.ts';
import { environmentDeployment, environmentDeployments, projectDeployments } from '../../../../electron/platform/decode/deployment.ts';
import { databaseModes, environments, organizations, overview, services } from '../../../../electron/platform/decode/discovery.ts';
import { deploymentHistory } from '../../../../electron/platform/decode/history.ts';
import { runReport } from '../../../../electron/platform/decode/run.ts';
import { serviceLogFrame } from '../../../../electron/platform/decode/service-log.ts';
import { SAMPLES } from '../../../support/platform-samples.ts';

const ENVIRONMENT = '0a1b2c3d-0004-4000-8000-000000000001';
const EXECUTION = `${ENVIRONMENT}-1766003600`;
const [API, WEB, PG, MIGRATE, TERRAFORM] = [
  'a1b2c3d4-0005-4000-8000-000000000001',
  'b2c3d4e5-0005-4000-8000-000000000002',
  'c3d4e5f6-0005-4000-8000-000000000003',
  'd4e5f6a7-0005-4000-8000-000000000004',
  'e5f6a7b8-0005-4000-8000-000000000005',
];
const DEPLOYED_AT = Date.UTC(2025, 11, 17, 20, 33, 20);

/** A run frame in few words: each service with its state and its instances. */
function runWords(sample: unknown): unknown {
  return runReport(sample)?.environments.map(({ id, projectId, state, services: all }) => {
    expect([id, projectId]).toEqual([ENVIRONMENT, '0a1b2c3d-0003-4000-8000-000000000001']);
    return [state, ...all.map((one) => [one.id, one.state, ...one.instances.map((each) => [each.state, each.reason].join(' ').trim())])];
  });
}

const PG_RUNS = [PG, 'RUNNING', 'RUNNING'];

describe('run state', () => {
  test.each([
    [
      'ws-service-status-running',
      [['RUNNING', [API, 'RUNNING', 'RUNNING', 'RUNNING'], [WEB, 'RUNNING', 'RUNNING'], PG_RUNS, [MIGRATE, 'COMPLETED', 'COMPLETED']]],
    ],
    [
      'ws-service-status-rolling',
      [['STARTING', [API, 'STARTING', 'STOPPING', 'RUNNING', 'RUNNING', 'STARTING ContainerCreating'], PG_RUNS]],
    ],
    ['short-run-rolling', [['STARTING', [API, 'STARTING', 'STOPPING', 'RUNNING', 'STARTING ContainerCreating']]]],
    ['ws-service-status-crashloop', [['WARNING', [API, 'WARNING', 'RUNNING', 'ERROR CrashLoopBackOff'], PG_RUNS]]],
    ['short-run-crashloop', [['WARNING', [API, 'WARNING', 'RUNNING', 'ERROR CrashLoopBackOff']]]],
    ['ws-service-status-oom-recovered', [['WARNING', [API, 'WARNING', 'WARNING']]]],
    ['ws-service-status-stopping', [['STOPPING', [API, 'STOPPING', 'STOPPING']]]],
    ['ws-service-status-stopped-explicit', [['STOPPED', [API, 'STOPPED']]]],
    ['ws-service-status-stopped-empty', []],
    ['ws-service-status-terraform', [['RUNNING', [TERRAFORM, 'RUNNING', 'RUNNING']]]],
  ])('of %s is read with every service and instance', (name, expected) => {
    expect(runWords(SAMPLES[name])).toEqual(expected);
  });

  test('of a crash loop tells each instance in full', () => {
    expect(runReport(SAMPLES['ws-service-status-crashloop'])?.environments[0]?.services[0]?.instances[1]).toEqual({
      name: 'app-za1b2c3d4-5b77d7c589-25hvh',
      state: 'ERROR',
      reason: 'CrashLoopBackOff',
      message: 'back-off restarting failed container',
      restarts: 4,
      startedAt: 1_766_003_721_000,
      version: '4be07d21c9905a6f1e2d3c4b5a69788796a5b4c3',
      containers: 1,
      lastTermination: { reason: 'Error', exitCode: 1, at: 1_766_003_758_000 },
    });
  });

  test.each([
    ['ws-service-status-oom-recovered', 0, { reason: 'OOMKilled', exitCode: 137, at: 1_766_003_758_000 }],
    ['ws-service-status-running', 3, { reason: 'Completed', exitCode: 0, at: 1_766_003_530_000 }],
    ['ws-service-status-stopping', 0, null],
  ])('of %s keeps how a container last ended', (name, service, expected) => {
    expect(runReport(SAMPLES[name])?.environments[0]?.services[service]?.instances[0]?.lastTermination).toEqual(expected);
  });
});

/** Deployment states in few words: each service with its state, its part in the last deployment and its steps. */
function deploymentWords(sample: unknown): unknown {
  const read = environmentDeployments(sample);
  return (
    read && [
      [read.environment.state, read.environment.executionId, read.environment.durationMs],
      ...read.services.map((one) => [one.id, one.state, one.isPartOfLast, one.actionStatus, one.durationMs, one.steps.length]),
    ]
  );
}

const BUILDING = [
  ['BUILDING', EXECUTION, null],
  [API, 'BUILDING', true, 'ONGOING', null, 3],
  [WEB, 'DEPLOYMENT_QUEUED', true, 'QUEUED', null, 0],
  [PG, 'DEPLOYED', false, 'SUCCESS', null, 0],
  [MIGRATE, 'DEPLOYMENT_QUEUED', true, 'QUEUED', null, 0],
];
const BUILD_ERROR = [
  ['DEPLOYMENT_ERROR', EXECUTION, 67_000],
  [API, 'BUILD_ERROR', true, 'ERROR', 61_000, 4],
  [WEB, 'CANCELED', true, 'CANCELED', null, 0],
];
const DEPLOYING = [
  ['DEPLOYING', EXECUTION, null],
  [MIGRATE, 'DEPLOYED', true, 'SUCCESS', 22_000, 2],
  [API, 'DEPLOYING', true, 'ONGOING', null, 5],
];

const inEnvironment = (state: string, durationMs: number | null): unknown => ({
  id: ENVIRONMENT,
  state,
  lastState: state,
  executionId: EXECUTION,
  at: DEPLOYED_AT,
  durationMs,
  triggeredBy: 'ada@example.com',
  origin: 'CONSOLE',
  needsRedeploy: false,
  isPartOfLast: true,
  action: null,
  actionStatus: null,
  subAction: null,
  steps: [],
  computingMs: null,
  waiting: 0,
});

describe('deployment state', () => {
  test.each([
    ['rest-environment-statuses-building', BUILDING],
    ['short-env-statuses', BUILDING],
    ['ws-deployment-status-build-error', BUILD_ERROR],
    ['short-env-build-error', BUILD_ERROR],
    ['ws-deployment-status-environment', DEPLOYING],
  ])('of %s is read with every service', (name, expected) => {
    expect(deploymentWords(SAMPLES[name])).toEqual(expected);
  });

  test('of a failed build tells each step', () => {
    const [api] = environmentDeployments(SAMPLES['short-env-build-error'])?.services ?? [];
    expect(api).toEqual({
      id: API,
      state: 'BUILD_ERROR',
      lastState: null,
      executionId: EXECUTION,
      at: DEPLOYED_AT,
      durationMs: 61_000,
      triggeredBy: null,
      origin: null,
      needsRedeploy: true,
      isPartOfLast: true,
      action: 'DEPLOY',
      actionStatus: 'ERROR',
      subAction: 'NONE',
      steps: [
        { name: 'BUILD_QUEUEING', status: 'SUCCESS', durationMs: 2000 },
        { name: 'REGISTRY_CREATE_REPOSITORY', status: 'SKIP', durationMs: 0 },
        { name: 'GIT_CLONE', status: 'SUCCESS', durationMs: 3000 },
        { name: 'BUILD', status: 'ERROR', durationMs: 55_000 },
      ],
      computingMs: 59_000,
      waiting: 0,
    });
  });

  test('of a failed build tells each stage, where the reading has stages', () => {
    expect(environmentDeployments(SAMPLES['short-env-build-error'])?.staged).toEqual({
      preCheckMs: 4000,
      preCheckStatus: 'SUCCESS',
      stages: [{ name: '3.DEFAULT APPLICATION', status: 'ERROR', durationMs: null, serviceIds: [API, WEB] }],
    });
    expect(environmentDeployments(SAMPLES['short-env-statuses'])?.staged).toBeNull();
  });

  test('of a whole project is read from its socket and from REST', () => {
    expect(projectDeployments(SAMPLES['ws-deployment-status-project'])).toEqual([inEnvironment('DEPLOYING', null)]);
    expect(projectDeployments(SAMPLES['rest-project-environment-status'])).toEqual([inEnvironment('DEPLOYED', 184_000)]);
  });

  test('of an overview comes with the names', () => {
    expect(overview(SAMPLES['rest-project-environment-overview'])).toEqual([
      {
        id: ENVIRONMENT,
        name: 'production',
        mode: 'PRODUCTION',
        clusterId: '0a1b2c3d-0002-4000-8000-000000000001',
        managedBy: 'QOVERY',
        serviceCount: 4,
        deployment: inEnvironment('DEPLOYING', null),
      },
    ]);
  });

  test('of an answer to an action is the new state', () => {
    expect(environmentDeployment(SAMPLES['rest-action-environment-stop-202'])).toEqual(inEnvironment('STOP_QUEUED', null));
  });

  test('of an earlier deployment is history', () => {
    expect(deploymentHistory(SAMPLES['rest-deployment-history-v2'])).toEqual([
      {
        executionId: EXECUTION,
        environmentId: ENVIRONMENT,
        state: 'DEPLOYED',
        actionStatus: 'SUCCESS',
        action: 'DEPLOY',
        at: DEPLOYED_AT,
        durationMs: 184_000,
        triggeredBy: 'ada@example.com',
        origin: 'CONSOLE',
        stages: [
          {
            name: '3.DEFAULT APPLICATION',
            status: 'DONE',
            durationMs: 160_000,
            services: [{ id: API, name: 'api', state: 'DEPLOYED', durationMs: 158_000 }],
          },
        ],
      },
    ]);
  });
});

describe('names', () => {
  test('of environments hold their place', () => {
    expect(environments(SAMPLES['rest-organization-environments'], 'acme')).toEqual([
      {
        id: ENVIRONMENT,
        name: 'production',
        mode: 'PRODUCTION',
        organizationId: 'acme',
        projectId: '0a1b2c3d-0003-4000-8000-000000000001',
      },
    ]);
  });

  test.each([
    ['rest-organization-services', ['api APPLICATION', 'web CONTAINER', 'pg DATABASE', 'migrate JOB LIFECYCLE']],
    ['short-org-services', ['api APPLICATION', 'migrate JOB LIFECYCLE']],
  ])('of services in %s hold their kind', (name, expected) => {
    const found = services(SAMPLES[name]) ?? [];
    expect(found.map((one) => [one.name, one.kind, one.jobKind ?? ''].join(' ').trim())).toEqual(expected);
    expect(found[0]).toMatchObject({ environmentId: ENVIRONMENT, clusterId: '0a1b2c3d-0002-4000-8000-000000000001' });
  });

  test('of services say nothing about the modes of databases', () => {
    expect(databaseModes(SAMPLES['rest-organization-services'])).toEqual({ [PG ?? '']: null });
  });
});

describe('log lines', () => {
  test('of a failed deployment are read in order, the failure and its echo red', () => {
    const lines = deploymentLog(SAMPLES['ws-deployment-logs-frame']) ?? [];
    expect(lines.map((one) => [one.step, one.senderKind, one.isError, one.text])).toEqual([
      ['Start', 'TaskManager', false, 'engine picked up the deployment'],
      ['Build', 'Application', false, 'cloning repository'],
      ['BuiltError', 'Application', true, 'image build failed, see build output above'],
      ['DeployedError', 'Environment', true, 'deployment aborted because a service failed'],
      ['Terminated', 'Environment', false, 'engine finished'],
    ]);
    expect(lines).toEqual(deploymentLogFrame(SAMPLES['ws-deployment-logs-frame']));
  });

  test('of an error tell its cause, its hint and what lies beneath', () => {
    expect(deploymentLogFrame(SAMPLES['short-log-error'])).toEqual([
      {
        key: `2025-12-17T20:34:19.000123456Z ${API} image build failed, see build output above`,
        at: Date.UTC(2025, 11, 17, 20, 34, 19),
        level: 'error',
        text: 'image build failed, see build output above',
        sender: 'api',
        senderId: API,
        senderKind: 'Application',
        step: 'BuiltError',
        stage: '3.DEFAULT APPLICATION',
        executionId: EXECUTION,
        version: null,
        isError: true,
        isCancellation: false,
        error: {
          tag: 'BuilderDockerCannotBuildContainerImage',
          message: 'image build failed, see build output above',
          hint: 'check the Dockerfile step that failed',
          link: 'https://example.test/help',
          underlying: 'exit status 1\nRUN npm ci returned 1',
        },
      },
    ]);
  });

  test('of a service name the instance that speaks', () => {
    expect(serviceLogFrame(SAMPLES['ws-service-logs-line'])).toEqual([
      {
        key: '1766003800123 app-za1b2c3d4-5b77d7c589-25hvh GET /healthz 200',
        at: 1_766_003_800_123,
        level: 'info',
        text: 'GET /healthz 200',
        sender: 'app-za1b2c3d4-5b77d7c589-25hvh',
        senderId: 'app-za1b2c3d4-5b77d7c589-25hvh',
        senderKind: 'app-za1b2c3d4',
        step: null,
        stage: null,
        executionId: null,
        version: '4be07d21c9905a6f1e2d3c4b5a69788796a5b4c3',
        isError: false,
        isCancellation: false,
        error: null,
      },
    ]);
  });
});

describe('a frame of another kind', () => {
  const FRAME_DECODERS = { runReport, environmentDeployments, projectDeployments, deploymentLogFrame, serviceLogFrame };

  test.each([
    ['rest-action-application-deploy-202', []],
    ['rest-deployment-queue', ['projectDeployments']],
    ['rest-organization-cluster-status', ['projectDeployments']],
    ['ws-service-status-running', ['runReport']],
    ['ws-deployment-status-environment', ['environmentDeployments']],
    ['ws-deployment-logs-frame', ['deploymentLogFrame']],
    ['ws-service-logs-line', ['serviceLogFrame']],
  ])('than expected is told from %s by its keys', (name, understood) => {
    const found = Object.entries(FRAME_DECODERS).flatMap(([decoder, decode]) => (decode(SAMPLES[name]) === null ? [] : [decoder]));
    expect(found).toEqual(understood);
  });

  test.each([[{ entity: ['services'], id: 'x' }], [null], ['text'], [17]])('such as %j is understood by none', (frame) => {
    expect(Object.values(FRAME_DECODERS).map((decode) => decode(frame))).toEqual([null, null, null, null, null]);
    expect(organizations(17)).toBeNull();
  });
});

test('no sample is new: each of the 29 has its expectation above', () => {
  expect(Object.keys(SAMPLES)).toHaveLength(29);
});
