// The tray in words: the lines on top of the menu, and the sentence of tooltip and terminal line. Each holds the status
// word that the icon shows, so whoever reads one of them alone knows what the others say.
import type { AppState } from '../contract/state.ts';
import { environmentFreshness, isBlind, isOutOfReach, oldFacts } from '../model/freshness.ts';
import { knownInTrouble, uncounted } from '../model/known.ts';
import { plainLine } from '../model/plain-text.ts';
import type { Problem } from '../model/problem.ts';
import type { TrayStatus } from '../model/tray-status.ts';
import { ailments, environmentPath } from '../model/wording-environment.ts';
import { deniedOrganizations, problemText, problemWord } from '../model/wording-problem.ts';
import { countsText, headline } from '../model/wording-status.ts';
import { asOfRoughly, counted, timeText } from '../model/wording.ts';
import type { Environment, Instant, World } from '../model/world.ts';

/** How many environments the tooltip names, and how long a sentence about a problem may be. */
const NAMED = 3;
const SENTENCE = 240;

export interface TrayWords {
  /** On top of the menu, the headline first; without ages. */
  readonly lines: readonly string[];
  /** What is, and what of it is old, without an age: for terminals. */
  readonly sentence: string;
  readonly tooltip: string;
}

/** Whether there is no account to show: nothing is known, and nothing is being read. */
export function isSignedOut({ account, world }: AppState): boolean {
  return (account.state === 'signed-out' || account.state === 'refused') && Object.keys(world.environments).length === 0;
}

/** What stands in the way of the whole account; null when nothing does. */
export function accountProblem({ account, world }: AppState): Problem | null {
  return world.problem ?? (account.state === 'refused' ? (account.problem ?? { kind: 'refused', answer: 401 }) : null);
}

/** Since when the platform is silent: the last word of the sources that are cut off; null when none is, or none ever spoke. */
function silentSince(world: World): Instant | null {
  const cut = Object.values(world.sources).flatMap(({ state, asOf }) => (state === 'live' || asOf === null ? [] : [asOf]));
  return cut.length > 0 ? Math.max(...cut) : null;
}

const named = (names: readonly string[]): string =>
  [...names.slice(0, NAMED), ...(names.length > NAMED ? [`${names.length - NAMED} more`] : [])].join(', ');

function attentionDetail(status: TrayStatus, world: World): string {
  const worst = status.attention.slice(0, NAMED).map(({ environment }) => ailments(environment)[0]);
  const names = named(
    status.attention.map(({ environment }) => `${environmentPath(world, environment)} ${ailments(environment)[0] ?? ''}`),
  );
  return worst.includes(status.status) ? names : `${names}. ${countsText(status.counts)}`;
}

/** What follows the headline: who needs attention, who is moving, or how many are in which status. */
function detail(status: TrayStatus, state: AppState, isPast: boolean): string {
  const { world, settings } = state;
  if (status.attention.length > 0) return attentionDetail(status, world);
  const isMoving = !isPast && (status.status === 'STARTING' || status.status === 'STOPPING');
  if (!isMoving) return countsText(status.counts);
  const silent = uncounted(world, settings);
  const moves = ({ run, id }: Environment): boolean => run.status === status.status && !silent.includes(id);
  return named(
    Object.values(world.environments)
      .filter(moves)
      .map((environment) => environmentPath(world, environment)),
  );
}

const OLD_FACTS = { run: 'Run status', deployment: 'Deployment status', both: 'Run and deployment status' } as const;

/** How many environments lack which facts, as a sentence; null when none does. */
function lackText(lacks: readonly (readonly ('run' | 'deployment')[])[], what: string): string | null {
  const facts = new Set(lacks.flat());
  const which = facts.size === 2 ? 'both' : facts.has('run') ? 'run' : 'deployment';
  const count = lacks.filter((one) => one.length > 0).length;
  return count > 0 ? `${OLD_FACTS[which]} of ${counted(count, 'environment')} is ${what}` : null;
}

/** "Run status of 3 environments is old": what is lost, and what the token may not read; null when all is current. */
function lackTexts({ world, settings }: AppState, now: Instant): { readonly old: string | null; readonly refused: string | null } {
  const silent = uncounted(world, settings);
  const all = Object.values(world.environments)
    .filter((environment) => !silent.includes(environment.id))
    .map((environment) => {
      const fresh = environmentFreshness(world, environment, now);
      // What was never known is not old: the environments without a run status are told of by themselves.
      return { fresh, facts: oldFacts(fresh).filter((fact) => fact !== 'run' || !isBlind(environment, fresh)) };
    });
  return {
    old: lackText(
      all.map(({ fresh, facts }) => facts.filter((fact) => fresh[fact] !== 'refused')),
      'old',
    ),
    refused: lackText(
      all.map(({ fresh, facts }) => facts.filter((fact) => fresh[fact] === 'refused')),
      'not permitted',
    ),
  };
}

/** "11 environments have no run status", where the headline does not say it; null when all have one. */
function blindText({ blind, attention, status }: TrayStatus): string | null {
  const isSaid = attention.length === 0 && status !== 'STARTING' && status !== 'STOPPING';
  return blind === 0 || isSaid ? null : `${counted(blind, 'environment')} ${blind === 1 ? 'has' : 'have'} no run status`;
}

/** What is wrong with the sources of run status that are lost, each problem once. */
function sourceProblems({ world, settings }: AppState, now: Instant): readonly string[] {
  const silent = uncounted(world, settings);
  const problems = Object.values(world.environments)
    .filter((environment) => !silent.includes(environment.id))
    .map((environment) => environmentFreshness(world, environment, now).runProblem);
  return [...new Set(problems.flatMap((problem) => (problem ? [plainLine(problemText(problem, now), SENTENCE)] : [])))];
}

/** Things to tell beside the statuses: why there is no account, a settings file that was broken … */
function remarks(state: AppState, now: Instant): readonly string[] {
  const problems = [accountProblem(state), state.account.problem, ...state.hints].filter((problem) => problem !== null);
  const denied = state.world.problem ? [] : deniedOrganizations(state.world);
  return [...new Set([...problems.map((problem) => plainLine(problemText(problem, now), SENTENCE)), ...denied])];
}

/** Nothing is known: not connected, still reading, unreachable from the start, or there is nothing. */
function wordsOfNothing(status: TrayStatus, state: AppState, now: Instant): TrayWords {
  const problem = accountProblem(state);
  const isRefused = problem?.kind === 'refused';
  const phase = isSignedOut(state) ? 'signed-out' : state.world.phase === 'ready' ? 'ready' : 'connecting';
  const known = headline(status, { ...state.world, problem, phase }, now);
  const about = remarks(state, now);
  const sentence = /[.…]$/.test(known) ? known : `${known}.`;
  const why = problem && !isRefused ? [plainLine(problemText(problem, now), SENTENCE)] : [];
  return { lines: [known, ...about], sentence: known, tooltip: [sentence, `Status ${status.status}.`, ...why].join(' ') };
}

/** The platform cannot be asked: what was known stays, in the past tense and with its time. */
function wordsOfThen(status: TrayStatus, state: AppState, problem: Problem, now: Instant): TrayWords {
  const since = silentSince(state.world);
  // Without its time the headline leaves out "at 14:02": that is said once, by "since".
  const then = headline({ ...status, asOf: null }, { ...state.world, problem }, now);
  const facts = `${then}: ${detail(status, state, true)}`;
  const word = since === null ? problemWord(problem) : `${problemWord(problem)} since ${timeText(since, now)}`;
  const age = since === null ? `. ${asOfRoughly(status.asOf, now)}` : '';
  return {
    lines: [word, `${then} then`, ...remarks(state, now)],
    sentence: `${problemWord(problem)}. Then ${facts}`,
    tooltip: `${word}. Then ${facts}${age}`,
  };
}

/** All is heard, or all but what is said beside it: a platform that cannot be asked may go on telling what runs. */
function wordsOfNow(status: TrayStatus, state: AppState, now: Instant): TrayWords {
  const known = headline(status, state.world, now);
  const sentence = `${known}${known.endsWith('…') ? '' : ':'} ${detail(status, state, false)}`;
  const { old, refused } = lackTexts(state, now);
  const [blind, problems] = [blindText(status), sourceProblems(state, now)];
  const trouble = state.world.problem && problemWord(state.world.problem);
  const beside = [blind, refused, trouble].filter((line) => line !== null);
  const age = asOfRoughly(status.asOf, now);
  const aged = old ? `${old}: ${age.charAt(0).toLowerCase()}${age.slice(1)}` : age;
  return {
    lines: [known, ...[blind, refused, old].filter((line) => line !== null), ...problems, ...remarks(state, now)],
    sentence: [sentence, ...beside, ...(old ? [old] : [])].join('. '),
    tooltip: [sentence, ...beside, ...problems.map((text) => text.replace(/\.$/, '')), aged].join('. '),
  };
}

/** How many are left out because a person knows of them. */
function withKnownSaid(words: TrayWords, { world, settings }: AppState): TrayWords {
  const known = knownInTrouble(world, settings).length;
  return known === 0 ? words : { ...words, tooltip: `${words.tooltip}. ${known} known` };
}

/** What the tray says of the state. */
export function trayWords(status: TrayStatus, state: AppState, now: Instant): TrayWords {
  const problem = accountProblem(state);
  if (status.total === 0) return wordsOfNothing(status, state, now);
  const isThen = problem !== null && isOutOfReach({ ...state.world, problem }, now);
  const said = isThen ? wordsOfThen(status, state, problem, now) : wordsOfNow(status, state, now);
  const words = withKnownSaid(said, state);
  if (state.account.source !== 'demo') return words;
  return { ...words, lines: [...words.lines, 'Demo platform'], tooltip: `${words.tooltip}. Demo platform` };
}
