// What the doctor finds: how the account, the platform, its sockets and the requests stand, each in a line. Pure, and without
// anything secret: the report is made to be sent on.
import type { AccountState, AppState } from '../../electron/contract/state.ts';
import { freshness, isCurrent } from '../../electron/model/freshness.ts';
import { odditiesText } from '../../electron/model/oddities.ts';
import { assertNever } from '../../electron/model/status.ts';
import { problemText, problemWord } from '../../electron/model/wording-problem.ts';
import { ago, counted, narrowText, runSourceWord, timeText } from '../../electron/model/wording.ts';
import type { Instant, Source, World } from '../../electron/model/world.ts';
import { machineFindings } from './machine-findings.ts';

export interface Finding {
  readonly term: string;
  readonly text: string;
  readonly isGood: boolean;
  /** The text is the path of this; it can be shown. */
  readonly shows?: 'log' | 'data';
}
const finding = (term: string, isGood: boolean, ...parts: readonly string[]): Finding => ({
  term,
  isGood,
  text: parts.filter(Boolean).join('. '),
});

function accountFinding({ state, problem }: AccountState): Finding {
  const why = problem && problem.kind !== 'signed-out' ? problemText(problem) : '';
  return finding('Account', state === 'connected', `${state.charAt(0).toUpperCase()}${state.slice(1).replace('-', ' ')}`, why);
}

function keyringFinding({ source, problem }: AccountState): Finding {
  const term = 'Keyring';
  if (problem?.kind === 'no-keyring') return finding(term, false, 'None that the app can use');
  switch (source) {
    case 'keyring':
      return finding(term, true, 'In use: it keeps the token');
    case 'session':
      return finding(term, true, 'Not asked: the token is forgotten on quit');
    case 'environment':
    case 'demo':
    case null:
      return finding(term, true, 'Not asked: the token does not come from it');
    default:
      return assertNever(source);
  }
}

const sources = (world: World, kind: Source['kind']): readonly Source[] =>
  Object.values(world.sources).filter((source) => source.kind === kind);

const lastWord = (all: readonly Source[], now: Instant): string => {
  const heard = all.flatMap(({ asOf }) => asOf ?? []);
  return heard.length === 0 ? 'never heard' : `last heard ${ago(Math.max(...heard), now)} ago`.replace('now ago', 'just now');
};

/** How many of some sources speak, and why the others do not. */
function sourcesFinding(term: string, word: string, all: readonly Source[], now: Instant, more = ''): Finding {
  const good = all.filter((source) => isCurrent(freshness(source, now)));
  const bad = all.filter((source) => !good.includes(source));
  const why = [...new Set(bad.map((source) => (source.problem ? problemWord(source.problem) : source.state)))];
  const counts = `${good.length} of ${counted(all.length, word)}, ${lastWord(all, now)}`;
  return finding(term, all.length > 0 && bad.length === 0, counts, more, bad.length > 0 ? `The others: ${why.join(', ')}` : '');
}

/** Without names: the report is made to be sent on. */
function organizationsFinding({ organizations }: World): readonly Finding[] {
  const all = Object.values(organizations);
  const problems = all.flatMap(({ problem }) => problem ?? []);
  const why = [...new Set(problems.map((problem) => problemWord(problem)))].join(', ');
  const text = `${problems.length} of ${counted(all.length, 'organisation')} cannot be read: ${why}`;
  return problems.length > 0 ? [finding('Organisations', false, text)] : [];
}

/** A calm fact: the rest of what is shown is right all the same. */
function oddFindings(oddities: AppState['oddities']): readonly Finding[] {
  const text = odditiesText(oddities);
  return text === '' ? [] : [finding('Not understood since the start', true, text)];
}

function requestsFinding({ lastHour, quota }: AppState['requests'], now: Instant): Finding {
  const left = quota
    ? `${quota.remaining}${quota.limit === null ? '' : ` of ${quota.limit}`} left`
    : 'the platform does not say what is left';
  const resets = quota?.resetsAt ? `, counted anew at ${timeText(quota.resetsAt, now)}` : '';
  return finding(
    'Requests in the last hour',
    quota === null || quota.remaining > 0,
    `${lastHour.toLocaleString('en')}, counted every minute; ${left}${resets}`,
  );
}

const MOST_ENDPOINTS = 8;
/** What was asked for how often in the last hour, the most first. */
function endpointsFinding({ endpoints }: AppState['requests']): readonly Finding[] {
  const all = Object.entries(endpoints).toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b));
  const said = all.slice(0, MOST_ENDPOINTS).map(([name, count]) => `${name}: ${count.toLocaleString('en')}`);
  const others = all.slice(MOST_ENDPOINTS).reduce((sum, [, count]) => sum + count, 0);
  const parts = [...said, ...(others > 0 ? [`others: ${others.toLocaleString('en')}`] : [])];
  return parts.length > 0 ? [finding('Requests by endpoint', true, parts.join(', '))] : [];
}

/** All findings, in the order in which one would look. */
export function findings(state: AppState, now: Instant): readonly Finding[] {
  const { world, account, settings, hints, requests, oddities } = state;
  const [polls, sockets] = [sources(world, 'deployment'), sources(world, 'run')];
  const environments = Object.keys(world.environments).length;
  return [
    accountFinding(account),
    keyringFinding(account),
    finding('Platform', world.problem === null, account.apiUrl, world.problem ? problemText(world.problem, now) : 'It answers'),
    ...organizationsFinding(world),
    sourcesFinding('Deployment status, asked for', 'project', polls, now),
    sourcesFinding('Run status, by socket', runSourceWord(sockets), sockets, now, narrowText(sockets)),
    requestsFinding(requests, now),
    ...endpointsFinding(requests),
    ...oddFindings(oddities),
    finding(
      'Watched',
      environments > 0,
      `${counted(environments, 'environment')}, ${counted(Object.keys(world.services).length, 'service')}, ${settings.mutedEnvironments.length} muted`,
    ),
    ...machineFindings(state),
    ...hints.map((hint) => finding(hint.kind === 'no-notifications' ? 'Notifications' : 'Files', false, problemText(hint))),
  ];
}

/** The findings as text to send on. `about` is the system's own line. */
export function report(found: readonly Finding[], about: string, now: Instant): string {
  const lines = found.map(({ term, text, isGood }) => `${isGood ? 'ok  ' : 'LOOK'} ${term}: ${text}`);
  return [`Qovery Tray, ${new Date(now).toISOString()}`, about, ...lines].join('\n');
}
