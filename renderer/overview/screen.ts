// Which screen the main window shows, and what its footer says.
import type { AppState } from '../../electron/contract/state.ts';
import { freshness, isOutOfReach } from '../../electron/model/freshness.ts';
import type { TrayStatus } from '../../electron/model/tray-status.ts';
import { ago, counted, runSourceWord, timeText } from '../../electron/model/wording.ts';
import { deniedOrganizations, inSentence, problemWord } from '../../electron/model/wording-problem.ts';
import type { Instant, Source, World } from '../../electron/model/world.ts';

export type Screen = 'loading' | 'connect' | 'trouble' | 'empty' | 'list';

/** The screen for a state. Known facts stay in sight whatever happens; only who has none, and no token, is asked for one. */
export function screenOf({ world, account }: AppState): Screen {
  const isBare = Object.keys(world.environments).length === 0;
  if (account.state === 'signed-out') return 'connect';
  if (!isBare) return 'list';
  if (account.state === 'refused') return 'connect';
  if (world.problem) return 'trouble';
  return world.phase === 'ready' ? 'empty' : 'loading';
}

export interface Footer {
  readonly parts: readonly string[];
  readonly isTrouble: boolean;
  /** A try can be asked for: the platform is not reached, and not because of the token. */
  readonly canTry: boolean;
}

function nextTry(at: Instant | null, now: Instant): string {
  if (at === null) return '';
  const seconds = Math.ceil((at - now) / 1000);
  return seconds > 0 ? `next try in ${seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`}` : 'trying now';
}

const sourcesOf = (world: World, kind: Source['kind']): readonly Source[] =>
  Object.values(world.sources).filter((source) => source.kind === kind);

function connecting(world: World): Footer {
  const projects = Object.keys(world.projects).length;
  const read = sourcesOf(world, 'deployment').filter((source) => source.asOf !== null).length;
  const parts = projects === 0 ? ['Connecting'] : [`Connecting, ${read} of ${counted(projects, 'project')} read`];
  return { parts, isTrouble: false, canTry: false };
}

/** ": address not usable": what is wrong with sources, each word once; empty when nobody knows. */
function reasons(sources: readonly Source[]): string {
  const words = new Set(sources.flatMap(({ problem }) => (problem ? [inSentence(problemWord(problem))] : [])));
  return words.size > 0 ? `: ${[...words].join(', ')}` : '';
}

function live(world: World, status: TrayStatus, now: Instant): Footer {
  const runs = sourcesOf(world, 'run').map((source) => ({ source, state: freshness(source, now) }));
  const lost = runs.filter(({ state }) => state === 'unreachable' || state === 'stale' || state === 'refused');
  const canTry = lost.some(({ state }) => state !== 'refused');
  const away = runs.filter(({ state }) => state === 'agent-away').length;
  const polls = sourcesOf(world, 'deployment');
  const refused = polls.filter((source) => source.state === 'refused').length;
  const unread = polls.filter((source) => ['stale', 'unreachable'].includes(freshness(source, now)));
  const projects = counted(Object.keys(world.projects).length, 'project');
  const soonest = lost.flatMap(({ source }) => source.nextTryAt ?? []).toSorted((a, b) => a - b)[0] ?? null;
  const clusters = counted(runs.length, runSourceWord(runs.map(({ source }) => source)));
  const parts = [
    lost.length === 0 ? 'Live' : `No live updates from ${lost.length} of ${clusters}${reasons(lost.map(({ source }) => source))}`,
    status.asOf === null ? '' : asOf(status.asOf, now),
    canTry ? nextTry(soonest, now) : '',
    away > 0 ? `${away} of ${clusters} away` : '',
    ...deniedOrganizations(world),
    unread.length > 0 ? `Deployments of ${unread.length} of ${projects} not read anew${reasons(unread)}` : '',
    refused > 0 ? `${refused} of ${projects} not permitted` : '',
  ];
  return { parts: parts.filter(Boolean), isTrouble: lost.length + unread.length > 0, canTry: canTry || unread.length > 0 };
}

function asOf(at: Instant, now: Instant): string {
  const age = ago(at, now);
  return age === 'now' ? 'as of now' : `as of ${age} ago`;
}

/** The footer: "Live", "as of 3 s ago", or what is wrong and when it will be tried again. */
export function footerOf(world: World, status: TrayStatus, now: Instant): Footer {
  const { problem, nextTryAt } = world;
  const age = status.asOf === null ? '' : ago(status.asOf, now);
  const since = status.asOf === null ? '' : `as of ${timeText(status.asOf, now)}${age === 'now' ? '' : `, ${age} ago`}`;
  if (problem?.kind === 'refused') {
    const parts = [status.asOf === null ? 'Stopped asking' : `Stopped asking at ${timeText(status.asOf, now)}`, `answer ${problem.answer}`];
    return { parts, isTrouble: true, canTry: false };
  }
  if (problem && !isOutOfReach(world, now)) {
    const parts = [...live(world, status, now).parts, problemWord(problem), nextTry(nextTryAt, now)].filter(Boolean);
    return { parts, isTrouble: true, canTry: true };
  }
  if (problem) {
    const parts = [problemWord(problem), since, nextTry(nextTryAt, now)].filter(Boolean);
    return { parts, isTrouble: true, canTry: problem.kind !== 'signed-out' };
  }
  return world.phase === 'connecting' ? connecting(world) : live(world, status, now);
}

/** Nothing is there, or nothing that may be read: then who cannot be read is named. */
export function emptyWords(world: World): { readonly shape: 'empty' | 'unknown'; readonly title: string; readonly text: string } {
  const denied = deniedOrganizations(world);
  const names = Object.values(world.organizations).map((one) => one.name);
  if (denied.length > 0) {
    const others = names.length > denied.length ? ' The others have no environments.' : '';
    const text = `${denied.join('. ')}.${others} The app tries again within 10 minutes.`;
    return { shape: 'unknown', title: 'No environments to see', text };
  }
  const title = names.length === 1 ? `${names[0] ?? ''} has no environments` : 'No environments yet';
  return { shape: 'empty', title, text: 'They appear here by themselves within 10 minutes of being created in the Console.' };
}
