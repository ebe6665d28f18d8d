// What services print: believable lines at fixed moments, so that the same stretch of time always holds the same lines.
import type { WirePod } from '../platform/wire/run.ts';
import type { WireServiceLogLine } from '../platform/wire/logs.ts';
import type { EstateEnvironment, EstateService } from './scenario-estate.ts';
import { between, letters, pick, seeded, type Random } from './scenario-random.ts';
import { podsOf } from './scenario-run.ts';
import { epochMs, isoTime, type Scenario } from './scenario.ts';

interface Said {
  readonly level: string;
  readonly text: string;
}
type Voice = (random: Random, time: string) => Said;

const ESC = '\u001B[';
const PATHS = ['/cart', '/products?page=2', '/products/8812', '/checkout', '/healthz', '/orders/5521', '/search?q=lamp', '/login'] as const;
const AGENTS = ['Mozilla/5.0 (X11; Linux x86_64)', 'kube-probe/1.31', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1)'] as const;

/** One level in most cases, the others now and then. */
function levelOf(random: Random): 'debug' | 'info' | 'warning' | 'error' {
  const chance = random();
  if (chance < 0.08) return 'debug';
  if (chance < 0.93) return 'info';
  return chance < 0.985 ? 'warning' : 'error';
}

/** Structured lines of an HTTP service, one object each. */
const json: Voice = (random, time) => {
  const level = levelOf(random);
  const [status, durationMs] = [level === 'error' ? 500 : pick(random, [200, 200, 200, 201, 204, 304, 404]), between(random, 2, 240)];
  const request = { method: pick(random, ['GET', 'GET', 'POST', 'PUT']), path: pick(random, PATHS), status, durationMs };
  const said = level === 'error' ? { err: 'connection to pg timed out after 5000 ms' } : {};
  return { level, text: JSON.stringify({ time, level, msg: 'request', ...request, requestId: letters(random, 8), ...said }) };
};

/** The access log of a web server. */
const access: Voice = (random, time) => {
  const status = pick(random, [200, 200, 200, 200, 304, 301, 404]);
  const client = `10.${between(random, 0, 9)}.${between(random, 1, 250)}.${between(random, 1, 250)}`;
  const text = `${client} - - [${time}] "GET ${pick(random, PATHS)} HTTP/1.1" ${status} ${between(random, 120, 48_000)} "-" "${pick(random, AGENTS)}"`;
  return { level: status === 404 ? 'warning' : 'info', text };
};

const JOBS = ['send-receipt', 'resize-image', 'sync-stock', 'rebuild-index', 'expire-carts'] as const;

/** A worker with coloured levels. */
const coloured: Voice = (random) => {
  const level = levelOf(random);
  const mark = { debug: '90mDEBUG', info: '32mINFO ', warning: '33mWARN ', error: '31mERROR' }[level];
  const job = `${pick(random, JOBS)}#${between(random, 1000, 9999)}`;
  const ends = {
    debug: 'picked up',
    info: `done in ${between(random, 8, 900)} ms`,
    warning: 'slow: retrying in 5 s',
    error: 'failed: upstream answered 503',
  };
  return { level, text: `${ESC}${mark}${ESC}0m ${ESC}36m[queue]${ESC}0m job ${job} ${ends[level]}` };
};

/** PostgreSQL and others that write plain lines with a time of their own. */
const plain: Voice = (random, time) => {
  const texts = [
    'LOG:  checkpoint starting: time',
    `LOG:  checkpoint complete: wrote ${between(random, 12, 900)} buffers; sync=0.00${between(random, 1, 9)} s`,
    `LOG:  automatic vacuum of table "shop.public.orders": index scans: ${between(random, 0, 2)}`,
    `LOG:  duration: ${between(random, 400, 2500)}.${between(random, 100, 999)} ms  statement: select * from orders where customer_id = $1`,
  ] as const;
  return { level: 'info', text: `${time.replace('T', ' ').replace('Z', ' UTC')} [${between(random, 40, 99)}] ${pick(random, texts)}` };
};

/** Redis. */
const cache: Voice = (random, time) => {
  const texts = [
    `${between(random, 1, 90)} changes in 300 seconds. Saving...`,
    `Background saving started by pid ${between(random, 20, 900)}`,
    'DB saved on disk',
    'Background saving terminated with success',
  ] as const;
  return { level: 'info', text: `1:M ${time.slice(0, 23).replace('T', ' ')} * ${pick(random, texts)}` };
};

/** Lines of key=value, as programs of the cluster write them. */
const keyed: Voice = (random, time) => {
  const level = levelOf(random);
  const [task, durationMs] = [pick(random, ['flush', 'compact', 'query', 'reload', 'scrape']), between(random, 1, 900)];
  const said = level === 'error' ? 'err="context deadline exceeded"' : `entries=${between(random, 1, 4000)}`;
  return {
    level,
    text: `ts=${time} level=${level} caller=worker.go:${between(random, 20, 400)} msg="${task} done" duration=${durationMs}ms ${said}`,
  };
};

const OUT_OF_MEMORY = 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory';
const LAST_WORDS = [
  'Error: DATABASE_URL is not set',
  '    at loadConfig (/app/dist/config.js:18:11)',
  '    at main (/app/dist/main.js:7:18)',
  'Node.js v22.12.0',
] as const;
const dying: Voice = (random) => ({ level: 'error', text: pick(random, LAST_WORDS) });

function voiceOf(service: EstateService, pod: WirePod): Voice {
  if (pod.state_reason === 'OOMKilled') return () => ({ level: 'critical', text: OUT_OF_MEMORY });
  if (pod.state === 'ERROR') return dying;
  if (service.database) return service.database.type === 'REDIS' ? cache : plain;
  if (service.kind === 'CONTAINER' || service.name === 'site') return access;
  if (service.name === 'worker' || service.kind === 'JOB') return coloured;
  return service.kind === 'APPLICATION' ? json : keyed;
}

/** Milliseconds between two lines of a service, on average. */
function linePaceMs(scenario: Scenario, service: EstateService): number {
  if (scenario.chattyId === service.id) return 2;
  if (service.kind === 'JOB' || service.kind === 'TERRAFORM') return 120;
  return service.database ? 4000 : between(seeded(scenario.seed, 'pace', service.id), 350, 1500);
}

/** What to tell of a service: which line numbers. Line `n` falls into the nth stretch of the service's pace. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** The number of the last line said at `elapsedMs`: what has finished says nothing more. */
export function lineNumberAt(scenario: Scenario, environment: EstateEnvironment, service: EstateService, elapsedMs: number): number {
  const ends = podsOf(scenario, environment, service, elapsedMs).flatMap((pod) =>
    pod.state === 'COMPLETED' ? [(pod.containers[0]?.last_terminated_state?.finished_at ?? 0) - scenario.startedAt] : [],
  );
  return Math.floor(Math.min(elapsedMs, ...ends) / linePaceMs(scenario, service)) - 1;
}

function lineOf(scenario: Scenario, service: EstateService, pods: readonly WirePod[], number: number): readonly WireServiceLogLine[] {
  const random = seeded(scenario.seed, 'line', service.id, number);
  const pod = pods[Math.floor(random() * pods.length)];
  if (!pod) return [];
  const atMs = (number + random()) * linePaceMs(scenario, service);
  const { level, text } = voiceOf(service, pod)(random, isoTime(scenario, atMs));
  return [
    {
      created_at: epochMs(scenario, atMs),
      pod_name: pod.name,
      container_name: pod.containers[0]?.name ?? '',
      message: text,
      version: pod.service_version,
      severity_text: level,
      labels: { app: pod.containers[0]?.name ?? '', qovery_com_service_id: service.id },
      from_kube: false,
    },
  ];
}

/** The lines of a range, oldest first, said by the pods of `elapsedMs`; none while nothing runs. */
export function serviceLines(
  scenario: Scenario,
  environment: EstateEnvironment,
  service: EstateService,
  range: LineRange,
  elapsedMs: number,
): readonly WireServiceLogLine[] {
  const pods = podsOf(scenario, environment, service, elapsedMs);
  const numbers = Array.from({ length: Math.max(0, range.to - range.from + 1) }, (_, i) => range.from + i);
  return numbers.flatMap((number) => lineOf(scenario, service, pods, number));
}
