// One entry of the history in words.
import type { DeploymentEntry, HistoryEntry, Missed, OutageEntry, OutageKind, RunEntry } from '../../electron/model/history.ts';
import { assertNever } from '../../electron/model/status.ts';
import { namesText } from '../../electron/model/wording-environment.ts';
import { durationText, timeText } from '../../electron/model/wording.ts';
import type { Instant } from '../../electron/model/world.ts';
import { whoText } from './row-texts.ts';

export interface HistoryTexts {
  /** What happened, and why. */
  readonly text: string;
  /** Who asked for it; empty when nobody is known. */
  readonly who: string;
  /** The status word; empty where there is none. */
  readonly label: string;
}

const namesOf = (services: readonly { readonly name: string }[]): string => namesText(services.map(({ name }) => name));

function deploymentText({ services, cause, tone, durationMs, isMissed }: DeploymentEntry): string {
  const who = namesOf(services);
  const took = durationMs === null || durationMs === 0 ? '' : `took ${durationText(durationMs)}`;
  const why = cause ? [who, cause].filter(Boolean).join(': ') : who ? `${who} failed` : '';
  const meanwhile = isMissed ? 'while nobody looked' : '';
  return [why, tone === 'moving' || tone === 'queued' ? 'started' : took, meanwhile].filter(Boolean).join(', ');
}

/** "api and web in ERROR: CrashLoopBackOff", "worker runs again"; each status once. */
function runText({ services }: RunEntry): string {
  const statuses = [...new Set(services.map(({ to }) => to))];
  return statuses
    .map((status) => {
      const own = services.filter(({ to }) => to === status);
      const names = namesOf(own);
      const why = own.find((one) => one.why)?.why ?? '';
      if (status === 'RUNNING') return `${names} ${own.length === 1 ? 'runs' : 'run'} again`;
      if (status === 'STOPPED') return `${names} stopped`;
      return `${names} in ${status}${why ? `: ${why}` : ''}`;
    })
    .join(', ');
}

const OUTAGES: Readonly<Record<OutageKind, string>> = {
  unreachable: 'The platform could not be reached',
  refused: 'The platform refused the token',
  'signed-out': 'Nobody was signed in',
  asleep: 'The computer slept',
  closed: 'The app was not running',
  agent: 'The agent of a cluster was away',
};

/** "The computer slept". */
export function outageTitle({ what, of }: OutageEntry): string {
  return what === 'agent' && of !== undefined ? `The agent of ${of} was away: what runs there was not seen` : OUTAGES[what];
}

/** "23:10 to 08:02, 8 h 52 min"; "since 14:02" while it lasts. */
export function spanText({ since, until }: OutageEntry, now: Instant): string {
  if (until === null) return `since ${timeText(since, now)}`;
  const [from, to] = [timeText(since, now), timeText(until, now)];
  return [from === to ? from : `${from} to ${to}`, durationText(until - since)].join(', ');
}

export function historyTexts(entry: HistoryEntry, now: Instant): HistoryTexts {
  switch (entry.kind) {
    case 'deployment':
      return { text: deploymentText(entry), who: whoText(entry.by), label: entry.label };
    case 'run':
      return { text: runText(entry), who: '', label: entry.to };
    case 'outage':
      return { text: spanText(entry, now), who: '', label: '' };
    default:
      return assertNever(entry);
  }
}

/** "Failed, mended by bob: cannot build the image", "Failed, still red": what became of it, and why it failed. */
export function missedText({ outcome, mendedBy, cause }: Missed): string {
  const became = outcome === 'red' ? 'Failed, still red' : mendedBy ? `Failed, mended by ${whoText(mendedBy)}` : 'Failed, then mended';
  return cause ? `${became}: ${cause}` : became;
}
