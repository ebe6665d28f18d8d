// PURE. What the status line, the gaps and the empty page say.
import type { LogPlace } from '../../electron/contract/log-batch.ts';
import type { LogGap } from '../../electron/model/log-line.ts';
import { assertNever } from '../../electron/model/status.ts';
import { ago, counted, durationText } from '../../electron/model/wording.ts';
import { problemText, problemWord } from '../../electron/model/wording-problem.ts';
import type { Instant } from '../../electron/model/world.ts';
import type { KeptLog } from './kept-log.ts';
import { showsAll, type LineFilter } from './line-filter.ts';
import { secondText } from './times.ts';

const ORDINALS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const ordinalRules = new Intl.PluralRules('en', { type: 'ordinal' });
const ordinal = (count: number): string => `${count}${ORDINALS[ordinalRules.select(count)] ?? 'th'}`;

function tryText(log: KeptLog, now: Instant): string {
  const { nextTryAt } = log.state;
  if (nextTryAt === null || nextTryAt <= now) return '';
  const wait = `in ${durationText(nextTryAt - now)}`;
  return log.tries > 1 ? `${wait}, ${ordinal(log.tries)} try` : wait;
}

function liveText(lastAt: Instant | null, now: Instant): string {
  if (lastAt === null) return 'Live, no line yet';
  const age = ago(lastAt, now);
  return age === 'now' ? 'Live, last line now' : `Live, last line ${age} ago`;
}

/** The connection's real state: "Live, last line 1 s ago", "Reconnecting in 4 s, 3rd try", "Finished 14:03:09". */
export function stateText(log: KeptLog, now: Instant): string {
  const { state } = log;
  switch (state.kind) {
    case 'loading':
      return 'Connecting…';
    case 'live':
      return liveText(state.lastAt, now);
    case 'reconnecting': {
      const when = tryText(log, now);
      return when === '' ? 'Reconnecting…' : `Reconnecting ${when}`;
    }
    case 'finished':
      if (state.problem) return `${problemWord(state.problem)}: a copy kept on this computer, secrets masked`;
      return state.lastAt === null ? 'Finished' : `Finished ${secondText(state.lastAt)}`;
    case 'failed': {
      const [word, when] = [state.problem ? problemWord(state.problem) : 'Failed', tryText(log, now)];
      return when === '' ? word : `${word}, next try ${when}`;
    }
    default:
      return assertNever(state.kind);
  }
}

/** What a gap says: how long the connection was gone and how much is missing. */
export function gapText({ why, afterMs, count }: LogGap): string {
  const are = count === 1 ? 'line is' : 'lines are';
  if (why === 'older') return 'Older lines may be missing: the platform tells only the last ones of this deployment.';
  if (why === 'overflow') return `More came than could be taken in: ${count?.toLocaleString('en') ?? 'some'} ${are} missing here.`;
  const lost = `Connection lost for ${durationText(afterMs)}.`;
  return count ? `${lost} About ${count.toLocaleString('en')} ${are} missing here.` : `${lost} Lines may be missing here.`;
}

/** What stands above the oldest line when older ones have left. */
export function leftText(count: number): string {
  return `${counted(count, 'older line')} left, to keep the memory bounded.`;
}

function hiddenWords({ first, end }: KeptLog, filter: LineFilter): readonly [title: string, text: string] {
  if (filter.service !== null && showsAll({ ...filter, service: null }))
    return ['Nothing of this service', 'No line of this log speaks of it. Choose the whole deployment at the left.'];
  return ['Nothing to show', `All ${counted(end - first, 'line')} are hidden by level, instance, container or version.`];
}

/** What stands on the page while no line does: a title and a sentence; null when lines are to be seen. */
export function emptyText(
  log: KeptLog,
  shown: number,
  filter: LineFilter,
  place: LogPlace,
  now: Instant,
): readonly [title: string, text: string] | null {
  if (shown > 0) return null;
  if (log.end > log.first) return hiddenWords(log, filter);
  const { kind, problem } = log.state;
  if (place.kind === 'deployment' && kind === 'failed' && problem?.kind === 'gone')
    return [
      'This log is gone',
      'The platform keeps the logs of the last 20 deployments and of the latest failure; none of this one is kept here.',
    ];
  if (problem && kind !== 'reconnecting' && kind !== 'finished') return ['The log cannot be read', problemText(problem, now)];
  if (kind === 'loading') return ['Reading the log…', ''];
  if (problem) return ['No line yet', problemText(problem, now)];
  if (kind === 'finished')
    return ['Nothing was logged', 'This deployment ended without a line, or its log is no longer kept by the platform.'];
  const when = place.kind === 'service' ? 'as soon as the service says something' : 'as soon as the deployment says something';
  return ['No line yet', `Lines appear here by themselves ${when}.`];
}
