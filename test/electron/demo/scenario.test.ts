import { describe, expect, test } from 'vitest';
import { environmentsOf, estateOf } from '../../../electron/demo/scenario-estate.ts';
import { MERIDIAN } from '../../../electron/demo/scenario-plans.ts';
import { DEFAULT_SCENARIO, STORIES } from '../../../electron/demo/scenario-list.ts';
import { environmentRun } from '../../../electron/demo/scenario-run.ts';
import { environmentStatus, environmentStatuses, statusOf } from '../../../electron/demo/scenario-status.ts';
import { createScenario, type Scenario } from '../../../electron/demo/scenario.ts';
import { answer } from '../../../electron/demo/routes.ts';

const START = Date.UTC(2026, 0, 5, 10);
const END_MS = 90_000;
const STEP_MS = 250;

/** A frame of what runs everywhere. */
const runFrame = (scenario: Scenario, ms: number) => ({
  environments: scenario.environments.flatMap((one) => environmentRun(scenario, one, ms) ?? []),
});

function environmentAt(scenario: Scenario, path: string) {
  const found = scenario.environments.find((one) => one.path === path);
  if (!found) throw new Error(path);
  return found;
}
function serviceAt(scenario: Scenario, path: string, name: string) {
  const environment = environmentAt(scenario, path);
  const service = environment.services.find((one) => one.name === name);
  if (!service) throw new Error(`${path}/${name}`);
  return { environment, service };
}

/** The different values of `read` in order, each once, sampled from the start. */
function sequence(read: (elapsedMs: number) => string, untilMs = END_MS): readonly string[] {
  const all = Array.from({ length: untilMs / STEP_MS + 1 }, (_, i) => read(i * STEP_MS));
  return all.filter((value, i) => value !== all[i - 1]);
}
const environmentSays = (scenario: Scenario, path: string) => {
  const environment = environmentAt(scenario, path);
  return (ms: number): string =>
    `${environmentStatus(scenario, environment, ms).state} ${environmentRun(scenario, environment, ms)?.state ?? '-'}`;
};
function podsOfService(scenario: Scenario, path: string, name: string, ms: number) {
  const { environment, service } = serviceAt(scenario, path, name);
  const run = environmentRun(scenario, environment, ms);
  const all = [...(run?.applications ?? []), ...(run?.containers ?? []), ...(run?.databases ?? [])];
  return all.find((one) => one.id === service.id)?.pods ?? [];
}
const serviceSays = (scenario: Scenario, path: string, name: string) => {
  const { environment, service } = serviceAt(scenario, path, name);
  return (ms: number): string => {
    const pods = podsOfService(scenario, path, name, ms).map((pod) => pod.state);
    return `${statusOf(scenario, environment, service, ms)?.state ?? '-'} ${pods.join('+') || '-'}`;
  };
};

describe('a scenario', () => {
  test.each(Object.keys(STORIES))('%s says the same for the same seed', (name) => {
    const say = (seed: number): string => {
      const scenario = createScenario(name, seed, START);
      const one = scenario.environments.map((environment) => environmentStatuses(scenario, environment, 30_000));
      return JSON.stringify([one, runFrame(scenario, 30_000), scenario.estate]);
    };
    expect(say(7)).toBe(say(7));
    expect(say(7)).not.toBe(say(8));
  });

  test('asked at one moment, says the same whatever it was asked before', () => {
    const asked = createScenario('tour', 1, START);
    for (let ms = 0; ms < 400_000; ms += 5000) runFrame(asked, ms);
    expect(runFrame(asked, 20_000)).toEqual(runFrame(createScenario('tour', 1, START), 20_000));
  });

  test('keeps ids and what happens when it starts at another time; only the clock differs', () => {
    const [early, late] = [createScenario('rolling-update', 1, START), createScenario('rolling-update', 1, START + 3_600_000)];
    const says = (scenario: Scenario): unknown =>
      scenario.environments.map((one) => [one.id, environmentStatus(scenario, one, 25_000).state, one.services.map(({ id }) => id)]);
    expect(says(early)).toEqual(says(late));
    const idAt = (scenario: Scenario): string =>
      environmentStatus(scenario, environmentAt(scenario, 'shop/production'), 25_000).last_deployment_id ?? '';
    expect(idAt(early)).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}-\d{10}$/);
    expect(Number(idAt(late).slice(37)) - Number(idAt(early).slice(37))).toBe(3600);
    expect(idAt(early).slice(0, 36)).toBe(idAt(late).slice(0, 36));
  });

  test.each(Object.keys(STORIES))('%s is healthy for its first three seconds', (name) => {
    const scenario = createScenario(name, 1, START);
    const runs = new Set(
      sequence(
        (ms) =>
          runFrame(scenario, ms)
            .environments.map((one) => one.state)
            .join(' '),
        2750,
      ),
    );
    expect(runs.size).toBe(1);
    expect([...runs].join('')).toMatch(/^(RUNNING ?)*$/);
  });

  test('needs a name that exists', () => {
    expect(() => createScenario('storm', 1, START)).toThrow('storm');
    expect(STORIES).toHaveProperty(DEFAULT_SCENARIO);
  });
});

describe('the timelines (deployment state, run state of the environment)', () => {
  test.each<[name: string, path: string, order: readonly string[]]>([
    [
      'rolling-update',
      'shop/production',
      [
        'DEPLOYED RUNNING',
        'DEPLOYMENT_QUEUED RUNNING',
        'BUILDING RUNNING',
        'DEPLOYING RUNNING',
        'DEPLOYING STARTING',
        'DEPLOYING STOPPING',
        'DEPLOYING STARTING',
        'DEPLOYING STOPPING',
        'DEPLOYING RUNNING',
        'DEPLOYED RUNNING',
      ],
    ],
    [
      'first-deploy',
      'billing/pr-91-vat-rounding',
      ['READY -', 'DEPLOYMENT_QUEUED -', 'DEPLOYING -', 'DEPLOYING STARTING', 'DEPLOYING RUNNING', 'DEPLOYED RUNNING'],
    ],
    ['build-error', 'shop/production', ['DEPLOYED RUNNING', 'DEPLOYMENT_QUEUED RUNNING', 'BUILDING RUNNING', 'DEPLOYMENT_ERROR RUNNING']],
    [
      'crash-loop',
      'shop/production',
      [
        'DEPLOYED RUNNING',
        'DEPLOYMENT_QUEUED RUNNING',
        'BUILDING RUNNING',
        'DEPLOYING RUNNING',
        ...Array.from({ length: 4 }, () => ['DEPLOYING STARTING', 'DEPLOYING WARNING']).flat(),
        'DEPLOYING RUNNING',
        'DEPLOYMENT_ERROR RUNNING',
      ],
    ],
    ['oom', 'shop/production', ['DEPLOYED RUNNING', 'DEPLOYED WARNING', 'DEPLOYED STARTING', 'DEPLOYED WARNING']],
    [
      'cancel',
      'shop/staging',
      ['DEPLOYED RUNNING', 'DEPLOYMENT_QUEUED RUNNING', 'BUILDING RUNNING', 'CANCELING RUNNING', 'CANCELED RUNNING'],
    ],
    [
      'stop',
      'shop/staging',
      ['DEPLOYED RUNNING', 'STOP_QUEUED RUNNING', 'STOPPING RUNNING', 'STOPPING STOPPING', 'STOPPING -', 'STOPPED -'],
    ],
    ['failed-before', 'billing/production', ['DEPLOYMENT_ERROR RUNNING']],
  ])('%s: %s', (name, path, order) => {
    expect(sequence(environmentSays(createScenario(name, 1, START), path))).toEqual(order);
  });

  test.each<[name: string, path: string, service: string, order: readonly string[]]>([
    [
      'rolling-update',
      'shop/production',
      'api',
      [
        'DEPLOYED RUNNING+RUNNING',
        'DEPLOYMENT_QUEUED RUNNING+RUNNING',
        'BUILDING RUNNING+RUNNING',
        'DEPLOYING RUNNING+RUNNING',
        'DEPLOYING STARTING+RUNNING+RUNNING',
        'DEPLOYING RUNNING+STOPPING+RUNNING',
        'DEPLOYING RUNNING+STARTING+RUNNING',
        'DEPLOYING RUNNING+RUNNING+STOPPING',
        'DEPLOYED RUNNING+RUNNING',
      ],
    ],
    [
      'build-error',
      'shop/production',
      'web',
      ['DEPLOYED RUNNING+RUNNING', 'DEPLOYMENT_QUEUED RUNNING+RUNNING', 'CANCELED RUNNING+RUNNING'],
    ],
    ['oom', 'shop/production', 'worker', ['DEPLOYED RUNNING', 'DEPLOYED ERROR', 'DEPLOYED STARTING', 'DEPLOYED WARNING']],
    ['stop', 'shop/staging', 'pg', ['DEPLOYED RUNNING', 'STOP_QUEUED RUNNING', 'STOPPING STOPPING', 'STOPPING -', 'STOPPED -']],
  ])('%s: %s, service %s', (name, path, service, order) => {
    expect(sequence(serviceSays(createScenario(name, 1, START), path, service))).toEqual(order);
  });

  test('a rolling deployment ends with new instances of a new version', () => {
    const scenario = createScenario('rolling-update', 1, START);
    const of = (ms: number) => podsOfService(scenario, 'shop/production', 'api', ms);
    const [before, after] = [of(0), of(END_MS)];
    expect(after).toHaveLength(before.length);
    expect(before.some((pod) => after.some((other) => other.name === pod.name))).toBe(false);
    expect(after[0]?.service_version).not.toBe(before[0]?.service_version);
    expect(after.every((pod) => pod.started_at > START)).toBe(true);
  });

  test('a crash for memory names its cause and counts the restart', () => {
    const scenario = createScenario('oom', 1, START);
    const of = (ms: number) => podsOfService(scenario, 'shop/production', 'worker', ms)[0];
    expect(of(8000)).toMatchObject({ state: 'ERROR', state_reason: 'OOMKilled', restart_count: 0 });
    expect(of(END_MS)).toMatchObject({
      state: 'WARNING',
      restart_count: 1,
      containers: [{ current_state: { state: 'RUNNING' }, last_terminated_state: { exit_code: 137, reason: 'OOMKilled', signal: 9 } }],
    });
    expect(of(END_MS)?.name).toBe(of(0)?.name);
  });

  test('the agent is away from second 10 to 70, only then and only there', () => {
    const lost = createScenario('agent-lost', 1, START);
    expect(sequence((ms) => String(lost.isAgentAway(ms)))).toEqual(['false', 'true', 'false']);
    expect([9999, 10_000, 69_999, 70_000].map((ms) => lost.isAgentAway(ms))).toEqual([false, true, true, false]);
    expect(createScenario('calm', 1, START).isAgentAway(20_000)).toBe(false);
  });
});

describe('the tour', () => {
  const scenario = createScenario('tour', 1, START);
  test('shows a rollout, a failed build, its repair and a crash within two minutes', () => {
    expect(new Set(sequence(environmentSays(scenario, 'billing/production'), 119_000))).toContain('DEPLOYMENT_ERROR RUNNING');
    expect(environmentSays(scenario, 'billing/production')(100_000)).toBe('DEPLOYED RUNNING');
    expect(sequence(environmentSays(scenario, 'shop/production'), 119_000).slice(-3)).toEqual([
      'DEPLOYED WARNING',
      'DEPLOYED STARTING',
      'DEPLOYED WARNING',
    ]);
  });
  test('comes again with new execution ids, and the next rollout clears the mark of the crash', () => {
    const billing = environmentAt(scenario, 'billing/production');
    const failed = (ms: number) => environmentStatus(scenario, billing, ms);
    expect(failed(50_000).state).toBe('DEPLOYMENT_ERROR');
    expect(failed(170_000).state).toBe('DEPLOYMENT_ERROR');
    expect(failed(170_000).last_deployment_id).not.toBe(failed(50_000).last_deployment_id);
    const worker = podsOfService(scenario, 'shop/production', 'worker', 150_000);
    expect(worker.map((pod) => [pod.state, pod.restart_count])).toEqual([['RUNNING', 0]]);
  });
});

describe('the estate', () => {
  const environments = environmentsOf(estateOf(1, MERIDIAN));
  test('has every kind of service, every mode, stopped and never deployed environments', () => {
    expect(new Set(environments.map((one) => one.mode)).size).toBe(4);
    expect(new Set(environments.flatMap((one) => one.services.map((service) => service.kind))).size).toBe(8);
    expect(environments.filter((one) => one.life === 'stopped')).toHaveLength(2);
    expect(environments.filter((one) => one.life === 'never')).toHaveLength(2);
    const ids = environments.flatMap((one) => [one.id, ...one.services.map((service) => service.id)]);
    expect(new Set(ids).size).toBe(ids.length);
  });
  test('is an organisation without projects when empty', () => {
    const scenario = createScenario('empty', 1, START);
    const id = scenario.estate.organizations[0]?.id;
    expect(answer(scenario, `/organization/${id}/project`, new URLSearchParams(), 0)).toEqual({ status: 200, body: { results: [] } });
    expect(runFrame(scenario, 0)).toEqual({ environments: [] });
  });
});
