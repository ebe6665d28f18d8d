// How far a deployment is, in words: its stage, the time left, and what takes longer than usual. Rows, details and tooltips use these.
import { currentStage } from './stages.ts';
import { isQueuedLong, slowness, timeLeft, type Usual } from './usual-duration.ts';
import { plainLine } from './plain-text.ts';
import type { Deployment, Environment, Instant, Service } from './world.ts';

const MINUTE_MS = 60_000;
/** An estimate, so no more exact than it is: 5, 10, … 55 s, then whole minutes. */
const rounded = (ms: number): number => (ms < MINUTE_MS ? Math.ceil(ms / 5_000) * 5_000 : Math.round(ms / MINUTE_MS) * MINUTE_MS);
const unitOf = (ms: number): string => (ms < MINUTE_MS ? 's' : 'min');
const numberOf = (ms: number): number => (ms < MINUTE_MS ? ms / 1_000 : ms / MINUTE_MS);
const roughly = (ms: number): string => `${numberOf(rounded(ms))} ${unitOf(rounded(ms))}`;

/** "1–2 min", "40 s–2 min", "3 min". */
export function rangeText({ fromMs, toMs }: Usual): string {
  const [from, to] = [rounded(fromMs), rounded(toMs)];
  if (from === to) return roughly(to);
  return unitOf(from) === unitOf(to) ? `${numberOf(from)}–${roughly(to)}` : `${roughly(from)}–${roughly(to)}`;
}

/** "about 1–2 min left", "less than 2 min left", "longer than the usual 3–5 min"; empty when too few are known, or nothing is under way. */
export function leftText(deployment: Deployment, usual: Usual | null, now: Instant): string {
  const left = timeLeft(deployment, usual, now);
  if (!usual || !left) return '';
  if (left.toMs === 0) return `longer than the usual ${rangeText(usual)}`;
  if (deployment.tone === 'queued') return `usually ${rangeText(usual)}`;
  return left.fromMs === 0 ? `less than ${roughly(left.toMs)} left` : `about ${rangeText(left)} left`;
}

/** "stage 2 of 3"; empty when no stage is under way, or it is the only one. */
function stageText({ stages, deployment }: Environment): string {
  const place = deployment?.inProgress ? currentStage(stages) : null;
  return place && place.of > 1 ? `stage ${place.number} of ${place.of}` : '';
}

const DOINGS: Readonly<Record<string, string>> = { BUILD: 'building', DEPLOYMENT: 'deploying', EXECUTING: 'executing' };

/** "building at 3× the usual"; empty while a service's step takes no longer than usual. */
export function slowText(service: Service, environment: Environment, now: Instant): string {
  const [times, running] = [slowness(service, environment.pace, now), service.deployment?.running];
  return times === null || !running ? '' : `${DOINGS[running.name] ?? 'running'} at ${times}× the usual`;
}

/** The slowest of an environment's services: "api building at 3× the usual". */
function slowestText(environment: Environment, services: readonly Service[], now: Instant): string {
  const slow = services.flatMap((service) => {
    const times = slowness(service, environment.pace, now);
    return times === null ? [] : [{ service, times }];
  });
  const [first] = slow.toSorted((a, b) => b.times - a.times);
  return first ? `${plainLine(first.service.name, 40)} ${slowText(first.service, environment, now)}` : '';
}

/** "then 1 more"; empty while nothing waits for its end. Each service says how many requests wait for it. */
function waitingText(services: readonly Service[]): string {
  const waiting = Math.max(0, ...services.map(({ deployment }) => (deployment?.isPartOfLast ? deployment.waiting : 0)));
  return waiting === 0 ? '' : `then ${waiting.toLocaleString('en')} more`;
}

/** "stage 2 of 3, about 1–2 min left, then 1 more", and what takes unusually long; empty when nothing is under way or nothing is known. */
export function progressText(environment: Environment, services: readonly Service[], now: Instant): string {
  const { deployment, usual, pace } = environment;
  if (!deployment?.inProgress) return '';
  const queued = isQueuedLong(deployment, pace, now) ? 'queued longer than usual' : '';
  const left = leftText(deployment, usual, now);
  const facts = [queued, stageText(environment), slowestText(environment, services, now), left, waitingText(services)];
  return facts.filter(Boolean).join(', ');
}
