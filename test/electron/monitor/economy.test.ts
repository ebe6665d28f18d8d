// What watching costs: whole days on a clock of the test's own, with sockets that never open, so that everything is polled.
import { describe, expect, test } from 'vitest';
import { SILENT_LOG } from '../../../electron/log.ts';
import type { DeploymentReport } from '../../../electron/model/report.ts';
import { ok, type Result } from '../../../electron/model/result.ts';
import { createMonitor, type Monitor } from '../../../electron/monitor/monitor.ts';
import { allowance, FRESH_ECONOMY, slowness, WATCHED, type Economy } from '../../../electron/monitor/pace.ts';
import type { Platform } from '../../../electron/platform/platform.ts';
import type { Headers } from '../../../electron/platform/headers.ts';
import { createTraffic, type Traffic } from '../../../electron/platform/traffic.ts';
import { aReport } from '../../support/a-deployment.ts';
import { T0 } from '../../support/a-world.ts';
import { manualClock, type ManualClock } from '../../support/manual-clock.ts';

const HOUR = 3_600_000;
interface Size {
  readonly organizations: number;
  readonly projects: number;
  readonly environments: number;
}

/** Each hour a tenth of the environments is deployed, for five minutes. */
function report(id: string, number: number, now: number): DeploymentReport {
  const hour = Math.floor(now / HOUR);
  const isMoving = number % 10 === hour % 10 && now % HOUR < 300_000;
  const executionId = `${number}-${Math.floor((hour - (number % 10)) / 10)}`;
  return aReport(id, isMoving ? 'DEPLOYING' : 'DEPLOYED', { executionId });
}

function platformOf(size: Size, clock: ManualClock, traffic: Traffic): Platform {
  const answer = <T>(pathname: string, value: T): Promise<Result<T>> => {
    traffic.asked(pathname);
    return Promise.resolve(ok(value));
  };
  const numbers = Array.from({ length: size.environments }, (_, i) => i);
  const organizationOf = (project: number): string => `o${project % size.organizations}`;
  const silent = (): (() => void) => () => undefined;
  const environmentsOf = (project: number): readonly number[] => numbers.filter((i) => i % size.projects === project);
  return {
    organizations: () =>
      answer(
        '/organization',
        Array.from({ length: size.organizations }, (_, i) => ({ id: `o${i}`, name: `o${i}` })),
      ),
    discover(organization) {
      for (const list of ['project', 'environments', 'services']) traffic.asked(`/organization/o/${list}`);
      const projects = Array.from({ length: size.projects }, (_, i) => i).filter((i) => organizationOf(i) === organization.id);
      const environments = projects.flatMap((project) =>
        environmentsOf(project).map((i) => ({
          id: `e${i}`,
          name: `e${i}`,
          mode: 'STAGING',
          organizationId: organization.id,
          projectId: `p${project}`,
        })),
      );
      const services = environments.map(({ id, projectId }) => ({
        id: `${id}-s`,
        name: 's',
        kind: 'APPLICATION' as const,
        jobKind: null,
        environmentId: id,
        projectId,
        clusterId: null,
      }));
      return answer('/organization/o/cluster', {
        organization,
        projects: projects.map((i) => ({ id: `p${i}`, name: `p${i}`, organizationId: organization.id })),
        clusters: [],
        environments,
        services,
      });
    },
    projectOverview: (id) =>
      answer(
        `/project/${id}/environment/overview`,
        environmentsOf(Number(id.slice(1))).map((i) => ({
          id: `e${i}`,
          name: `e${i}`,
          mode: 'STAGING',
          clusterId: null,
          managedBy: 'QOVERY' as const,
          serviceCount: 1,
          deployment: report(`e${i}`, i, clock.now()),
        })),
      ),
    environmentDeployments(id) {
      const number = Number(id.slice(1));
      const services = [report(`${id}-s`, number, clock.now())];
      return answer(`/environment/${id}/statuses`, { environment: report(id, number, clock.now()), services, staged: null });
    },
    databaseModes: (id) => answer(`/environment/${id}/services`, {}),
    deploymentLog: (id) => answer(`/environment/${id}/logs`, []),
    deploymentHistory: (id) => answer(`/environment/${id}/deploymentHistoryV2`, []),
    followRun: silent,
    followProject: silent,
    followDeployment: silent,
    followDeploymentLog: silent,
    followServiceLog: silent,
  } satisfies Platform;
}

interface Lived {
  readonly clock: ManualClock;
  readonly traffic: Traffic;
  readonly monitor: Monitor;
  /** The most of any hour that ended on a full minute, so far. */
  most(): number;
  live(hours: number): Promise<void>;
}
function living(size: Size, said: Headers = {}): Lived {
  const clock = manualClock(T0);
  const traffic = createTraffic(() => clock.now());
  traffic.answered(said);
  const kept = { modes: () => ({}), add: () => undefined };
  const platform = platformOf(size, clock, traffic);
  const monitor = createMonitor({ platform, clock, log: SILENT_LOG, kept, note: () => undefined, requests: () => traffic.requests() });
  let most = 0;
  monitor.start();
  return {
    clock,
    traffic,
    monitor,
    most: () => most,
    async live(hours) {
      for (let minute = 0; minute < hours * 60; minute++) {
        await clock.advance(60_000);
        most = Math.max(most, traffic.requests().lastHour);
      }
    },
  };
}

describe('a day', () => {
  test('of 10 projects and 40 environments costs at most 600 requests in any hour but the first', async () => {
    const day = living({ organizations: 1, projects: 10, environments: 40 });
    await day.live(1);
    expect(day.most()).toBeLessThanOrEqual(655);
    const hours: number[] = [];
    for (let hour = 1; hour < 24; hour++) {
      await day.live(1);
      hours.push(day.traffic.requests().lastHour);
    }
    day.monitor.stop();
    expect(Math.max(...hours)).toBeLessThanOrEqual(600);
    expect(Math.min(...hours)).toBeGreaterThan(300);
  }, 60_000);
});
test('the largest account slows down: never more than 800 an hour, the first included, and every environment is read', async () => {
  const day = living({ organizations: 5, projects: 50, environments: 500 });
  await day.live(4);
  expect(day.most()).toBeLessThanOrEqual(800);
  expect(day.most()).toBeGreaterThan(500);
  expect(Object.values(day.monitor.world().services).filter((service) => service.deployment === null)).toEqual([]);
  expect(day.monitor.world().phase).toBe('ready');
  day.monitor.stop();
}, 120_000);

test('an app that is started when others have used up nearly all of the hour still reads what there is', async () => {
  const day = living({ organizations: 1, projects: 1, environments: 3 }, { 'x-ratelimit-remaining': '12', 'x-ratelimit-limit': '1000' });
  await day.clock.advance(5_000);
  expect(Object.keys(day.monitor.world().environments)).toHaveLength(3);
  day.monitor.stop();
});

describe('the budget', () => {
  const size = { projects: 10, organizations: 1 };
  const spent = (lastHour: number, endpoints: Readonly<Record<string, number>> = {}): Economy => ({
    ...FRESH_ECONOMY,
    requests: { lastHour, endpoints, quota: null, clockAheadMs: null },
  });
  test('keeps a reserve for what a person asks for', () => {
    expect(allowance(spent(750), size, T0).all).toBe(0);
    expect(allowance({ ...spent(750), urgentUntil: T0 + 1 }, size, T0).all).toBe(50);
    expect(allowance({ ...spent(800), urgentUntil: T0 + 1 }, size, T0).all).toBe(0);
  });
  test('leaves what polling needs before environments are read one by one', () => {
    expect(allowance(spent(0), size, T0)).toEqual({ all: 750, environments: 220 });
    expect(allowance(spent(300, { '/environment/{id}/statuses': 200, '/environment/{id}/services': 20 }), size, T0).environments).toBe(0);
  });
  test('obeys what the platform says is left, and keeps the reserve of it, too', () => {
    const economy = (remaining: number): Economy => ({
      ...FRESH_ECONOMY,
      requests: { lastHour: 0, endpoints: {}, quota: { limit: 1000, remaining, resetsAt: T0 + HOUR }, clockAheadMs: null },
    });
    expect([allowance(economy(60), size, T0).all, allowance(economy(50), size, T0).all]).toEqual([10, 0]);
    expect([slowness(economy(500)), slowness(economy(199))]).toEqual([1, 2]);
  });
  test('in sleep allows nothing', () => {
    expect(allowance({ ...FRESH_ECONOMY, circumstances: { ...WATCHED, isAsleep: true } }, size, T0)).toEqual({ all: 0, environments: 0 });
  });
});
