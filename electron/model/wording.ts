// Ages, times, numbers and single words as people see them. Sentences: wording-status.ts and wording-problem.ts.
import type { Deployment, Instant, Mode, ServiceKind, Source } from './world.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, without the word: "3 s", "12 min", "2 h", "6 d"; "now" below a second and for instants to come (skewed clocks). */
export function ago(at: Instant, now: Instant): string {
  const ms = now - at;
  if (ms < SECOND) return 'now';
  if (ms < MINUTE) return `${Math.floor(ms / SECOND)} s`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  if (ms < 2 * DAY) return `${Math.floor(ms / HOUR)} h`;
  return `${Math.floor(ms / DAY)} d`;
}

/** "As of 3 s ago", "As of now"; said by tooltip and footer. */
export function asOfText(at: Instant | null, now: Instant): string {
  if (at === null) return 'Not heard yet';
  const age = ago(at, now);
  return age === 'now' ? 'As of now' : `As of ${age} ago`;
}

/**
 * The same for a text that should change seldom, by the minute: on Linux each change of the tray's tooltip makes Electron
 * rebuild the tray's menu, which closes it under a person's hand.
 */
export function asOfRoughly(at: Instant | null, now: Instant): string {
  return at !== null && now - at < MINUTE ? 'As of less than a minute ago' : asOfText(at, now);
}

/** A length of time: "4 s", "3 min 4 s", "1 h 5 min". */
export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / SECOND));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A clock time of the person's own zone: "14:02"; with the day when that is not today: "23 Nov, 14:02". */
export function timeText(at: Instant, now: Instant): string {
  const [date, today] = [new Date(at), new Date(now)];
  const time = `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
  if (date.toDateString() === today.toDateString()) return time;
  return `${date.getDate()} ${date.toLocaleString('en', { month: 'short' })}, ${time}`;
}

/** A day of the person's own zone: "today", "yesterday", within a week "Tuesday", else "12 Nov". */
export function dayText(at: Instant, now: Instant): string {
  const [date, today] = [new Date(at), new Date(now)];
  const days = Math.round((new Date(today).setHours(12, 0, 0, 0) - new Date(date).setHours(12, 0, 0, 0)) / DAY);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  return days < 7 ? date.toLocaleString('en', { weekday: 'long' }) : `${date.getDate()} ${date.toLocaleString('en', { month: 'short' })}`;
}

/** "1st", "2nd", "3rd", "11th". */
export function ordinal(count: number): string {
  const [tens, ones] = [count % 100, count % 10];
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][ones] ?? 'th');
  return `${count}${ending}`;
}

/** "1 environment", "14 environments". */
export function counted(count: number, word: string): string {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}

const MODES: Readonly<Record<string, string>> = {
  PRODUCTION: 'Production',
  STAGING: 'Staging',
  DEVELOPMENT: 'Development',
  PREVIEW: 'Ephemeral',
};
/** An environment's mode: "Production", "Ephemeral"; one that we do not know as the platform writes it. */
export function modeText(mode: Mode): string {
  return Object.hasOwn(MODES, mode) ? (MODES[mode] ?? mode) : mode;
}

const KINDS: Readonly<Record<ServiceKind, string>> = {
  APPLICATION: 'application',
  CONTAINER: 'container',
  DATABASE: 'database',
  JOB: 'job',
  HELM: 'Helm chart',
  TERRAFORM: 'Terraform',
  ARGOCD_APP: 'Argo CD application',
  AGENTIC_WORKFLOW: 'agentic workflow',
  UNKNOWN: 'service',
};
/** A service's kind in words, as it stands inside a sentence. */
export function kindText(kind: ServiceKind): string {
  return KINDS[kind];
}

/** A deployment's label as drawn: "DEPLOYMENT ERROR", "QUEUED (restart)"; a state that we do not know as the platform writes it. */
export function labelText(deployment: Pick<Deployment, 'label' | 'detail' | 'tone'>): string {
  if (deployment.label === 'UNKNOWN') return deployment.detail ?? 'UNKNOWN';
  return deployment.tone === 'queued' && deployment.detail ? `${deployment.label} (${deployment.detail})` : deployment.label;
}

type RunSource = Pick<Source, 'id'>;
/** How much each tells of: 2 parts of its name a cluster, 3 a project on it, 4 one environment. */
const breadth = ({ id }: RunSource): number => id.split(':').length;

/** What sources of run status are counted as: clusters, or sockets where the token may not see all clusters whole. */
export function runSourceWord(sources: readonly RunSource[]): string {
  return sources.some((one) => breadth(one) > 2) ? 'socket' : 'cluster';
}

/** "1 for a whole cluster, 8 for a project, 3 for an environment: the token may not see every cluster whole"; empty when it may. */
export function narrowText(sources: readonly RunSource[]): string {
  if (runSourceWord(sources) === 'cluster') return '';
  const scopes = ['a whole cluster', 'a project', 'an environment'].map((scope, i) => {
    const count = sources.filter((one) => breadth(one) === i + 2).length;
    return count === 0 ? '' : `${count} for ${scope}`;
  });
  return `${scopes.filter(Boolean).join(', ')}: the token may not see every cluster whole`;
}
