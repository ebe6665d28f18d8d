// Many notices at once are one: before the first look, after an absence, in a storm.
import { plainLine } from '../model/plain-text.ts';
import type { Sign } from '../model/sign.ts';
import { counted } from '../model/wording.ts';
import type { NoticeSwitches } from '../contract/notice-settings.ts';
import type { Storm } from './memory.ts';
import type { Notice, Proposal } from './notice.ts';

/** So many a minute are still told one by one. */
export const STORM_AFTER = 5;
const NAMED = 3;
const NAME = 90;
const WHO = 40;
const WHY = 80;

const WORDS: Readonly<Record<keyof NoticeSwitches, (count: number) => string>> = {
  deploymentErrors: (count) => `${counted(count, 'deployment')} failed`,
  runTroubles: (count) => `${counted(count, 'environment')} ${count === 1 ? 'is' : 'are'} in trouble`,
  stuck: (count) => `${counted(count, 'deployment')} ${count === 1 ? 'takes' : 'take'} unusually long`,
  recoveries: (count) => `${counted(count, 'environment')} recovered`,
  cancellations: (count) => `${counted(count, 'deployment')} cancelled`,
  starts: (count) => `${counted(count, 'deployment')} started`,
  successes: (count) => `${counted(count, 'deployment')} worked`,
  tokenRefused: () => 'the token is refused',
  unreachable: () => 'the platform cannot be reached',
};
const ORDER = Object.keys(WORDS) as readonly (keyof NoticeSwitches)[]; // the mapped type above makes the list complete

const nameOf = ({ notice }: Proposal): string => plainLine(notice.title.split(/: | · /)[0] ?? notice.title, NAME);

/** What a storm so far has counted, with these on top. */
export function gathered(before: Storm | null, proposals: readonly Proposal[]): Storm {
  const counts = new Map(Object.entries(before?.counts ?? {}));
  for (const { about } of proposals) counts.set(about, (counts.get(about) ?? 0) + 1);
  return {
    counts: Object.fromEntries(counts),
    names: [...new Set([...(before?.names ?? []), ...proposals.map(nameOf)])],
    isCritical: (before?.isCritical ?? false) || proposals.some(({ notice }) => notice.urgency === 'critical'),
  };
}

/** "5 deployments failed, 1 environment recovered". */
export function countsOf({ counts }: Storm): string {
  return ORDER.flatMap((about) => (counts[about] ? [WORDS[about](counts[about])] : [])).join(', ');
}

/** "shop/a (ada): no space left": `who` asked for what is seen of it now, and why it failed. */
function namedWith(one: Proposal): string {
  const who = plainLine(one.environment?.deployment?.triggeredBy ?? '', WHO).split(/[ @]/)[0];
  const name = who ? `${nameOf(one)} (${who})` : nameOf(one);
  const why = plainLine(one.cause ?? '', WHY).replace(/[.;]$/, '');
  return why ? `${name}: ${why}` : name;
}

/** Up to three of them. */
function namesIn(proposals: readonly Proposal[]): string {
  const each = [...new Set(proposals.map(namedWith))];
  const isLong = proposals.some(({ cause }) => cause !== undefined);
  return `${each.slice(0, NAMED).join(isLong ? '; ' : ', ')}${each.length > NAMED ? ` and ${each.length - NAMED} more` : ''}`;
}

/** What an absence brought: what still stands in one line, what is over in the next. The click opens the history. */
export function digestNotice(title: string, proposals: readonly Proposal[], icon: Sign, urgency: Notice['urgency']): Notice {
  const over = proposals.filter(({ about }) => about === 'recoveries' || about === 'successes' || about === 'cancellations');
  const standing = proposals.filter((one) => !over.includes(one));
  const lines = [standing.length > 0 ? `Still red: ${namesIn(standing)}` : '', over.length > 0 ? `Over: ${namesIn(over)}` : ''];
  const body = lines.filter(Boolean).join('\n');
  return { key: 'digest', title, body, urgency, isSilent: false, icon, choice: { kind: 'history' }, actions: [] };
}

/** One notice in place of many; a click opens the window. */
export function summaryNotice(key: string, title: string, storm: Storm, icon: Sign, urgency: Notice['urgency']): Notice {
  const more = storm.names.length > NAMED ? ` and ${storm.names.length - NAMED} more` : '';
  const body = `${storm.names.slice(0, NAMED).join(', ')}${more}`;
  return { key, title, body, urgency, isSilent: false, icon, choice: { kind: 'open' }, actions: [] };
}
