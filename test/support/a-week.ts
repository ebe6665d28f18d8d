// A week of an account, as facts over time: 40 environments, 200 deployments of which 20 fail, 10 services that flap, 3 that
// go down for hours, 5 outages of the way to the platform, 14 sleeps of the computer, 7 restarts of the app. From a seed.
import type { Environment, Instant, Service, World } from '../../electron/model/world.ts';
import type { RunStatus } from '../../electron/model/status.ts';
import { aDeployment, anEnvironment, aService, aWorld, T0 } from './a-world.ts';

const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000];
const [ENVIRONMENTS, DEPLOYMENTS, FAILURES, FLAPS, DOWNS, OUTAGES] = [40, 200, 20, 10, 3, 5];

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}
interface Deployed extends Span {
  readonly environment: number;
  readonly executionId: string;
  readonly fails: boolean;
}
interface BadSpan extends Span {
  readonly environment: number;
}
export interface Week {
  readonly end: Instant;
  /** Every instant at which something changes. */
  readonly turns: readonly Instant[];
  readonly outages: readonly Span[];
  readonly sleeps: readonly Span[];
  readonly restarts: readonly Instant[];
  readonly failures: readonly string[];
  readonly downs: number;
  worldAt(at: Instant): World;
}

/** mulberry32: small, and the same everywhere. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const isIn = (at: Instant, { from, to }: Span): boolean => at >= from && at < to;
/** Whole milliseconds: what begins or ends at a turn has begun or ended there. */
const span = (from: Instant, ms: number): Span => ({ from: Math.round(from), to: Math.round(from) + Math.round(ms) });

/** Five deployments for each environment, a day or more apart. In every second environment one of the first four fails. */
function deploymentsOf(random: () => number): readonly Deployed[] {
  const each = DEPLOYMENTS / ENVIRONMENTS;
  return Array.from({ length: DEPLOYMENTS }, (_, i): Deployed => {
    const [environment, round] = [Math.floor(i / each), i % each];
    const from = T0 + round * 1.3 * DAY + random() * 10 * HOUR;
    const fails = environment % (ENVIRONMENTS / FAILURES) === 0 && round === (environment / 2) % (each - 1);
    return { ...span(from, (2 + random() * 6) * MINUTE), environment, executionId: `x${i}`, fails };
  });
}

function sleepsOf(random: () => number): readonly Span[] {
  return Array.from({ length: 7 }, (_, day) => [
    span(T0 + day * DAY + (8 + random()) * HOUR, 9 * HOUR),
    span(T0 + day * DAY + (20 + random()) * HOUR, (0.5 + random()) * HOUR),
  ]).flat();
}

function runOf(at: Instant, environment: number, deployment: Deployed | undefined, bad: readonly BadSpan[]): RunStatus {
  // Its own deployment replaces instances; they may fail for a moment.
  if (deployment && isIn(at, span(deployment.from + MINUTE, 40 * SECOND))) return 'ERROR';
  if (deployment && isIn(at, deployment)) return 'STARTING';
  return bad.some((one) => one.environment === environment && isIn(at, one)) ? 'ERROR' : 'RUNNING';
}

function causeOf(executionId: string): Environment['failure'] {
  const message = `build ${executionId} failed: no space left on device`;
  return {
    executionId,
    cause: { serviceId: null, serviceName: 'api', step: 'BuildError', tag: null, message, hint: null, link: null, lineKey: executionId },
  };
}

function factsAt(at: Instant, i: number, deployments: readonly Deployed[], bad: readonly BadSpan[]): readonly [Environment, Service] {
  const id = `shop/e${i}`;
  const last = deployments.findLast((one) => one.environment === i && one.from <= at);
  const isMoving = last !== undefined && at < last.to;
  const state = isMoving ? 'DEPLOYING' : last?.fails ? 'DEPLOYMENT_ERROR' : 'DEPLOYED';
  const deployment = aDeployment(state, { executionId: last?.executionId ?? 'x', at: last?.from ?? T0, triggeredBy: null });
  const status = runOf(at, i, last, bad);
  const failure = last && state === 'DEPLOYMENT_ERROR' ? causeOf(last.executionId) : null;
  return [
    anEnvironment(id, status, { mode: i % 4 === 0 ? 'PRODUCTION' : 'STAGING', deployment, failure }),
    aService(`${id}/api`, id, status, { deployment }),
  ];
}

/** The week of this seed. */
export function aWeek(seed: number): Week {
  const random = chance(seed);
  const deployments = deploymentsOf(random);
  const sleeps = sleepsOf(random);
  const outages = Array.from({ length: OUTAGES }, (_, i) =>
    span(T0 + (1 + i) * DAY + (2 + random() * 4) * HOUR, (1 + random() * 7) * MINUTE),
  );
  const unseen = [...sleeps, ...outages];
  // Not while it is being deployed, and while somebody could see it.
  const free = (ms: number, environment: number): BadSpan => {
    for (;;) {
      const one = span(T0 + HOUR + random() * 6 * DAY, ms);
      const around = { from: one.from - 10 * MINUTE, to: one.to + 10 * MINUTE };
      const clashes = [...unseen, ...deployments.filter((other) => other.environment === environment)];
      if (!clashes.some((other) => around.from < other.to && other.from < around.to)) return { ...one, environment };
    }
  };
  const flaps = Array.from({ length: FLAPS }, (_, i) => free((4 + random() * 10) * SECOND, i * 3));
  const downs = Array.from({ length: DOWNS }, (_, i) => free(20 * MINUTE, 31 + i * 2));
  const bad = [...flaps, ...downs];
  const end = T0 + 7 * DAY;
  const edges = deployments.flatMap(({ from, to }) => [from, from + MINUTE, from + MINUTE + 40 * SECOND, to]);
  const turns = [...edges, ...[...bad, ...unseen].flatMap(({ from, to }) => [from, to]), end];
  return {
    end,
    turns: [...new Set(turns)].filter((at) => at <= end).toSorted((a, b) => a - b),
    outages,
    sleeps,
    restarts: Array.from({ length: 7 }, (_, day) => T0 + day * DAY + 19 * HOUR),
    failures: deployments.flatMap(({ fails, executionId }) => (fails ? [executionId] : [])),
    downs: DOWNS,
    worldAt(at) {
      const facts = Array.from({ length: ENVIRONMENTS }, (_, i) => factsAt(at, i, deployments, bad));
      return aWorld(
        facts.map(([environment]) => environment),
        facts.map(([, service]) => service),
      );
    },
  };
}
