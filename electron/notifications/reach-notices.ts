// The whole account: its token is refused, or the platform cannot be reached for a long time. Told once each time.
import { plainLine } from '../model/plain-text.ts';
import type { Problem } from '../model/problem.ts';
import type { Sign } from '../model/sign.ts';
import { problemText, problemWord } from '../model/wording-problem.ts';
import { timeText } from '../model/wording.ts';
import type { Instant, World } from '../model/world.ts';
import type { Memory, Outage } from './memory.ts';
import type { Proposal, Proposed } from './notice.ts';

/** Shorter outages are told by the icon alone. */
const LONG_MS = 600_000;
const BODY = 300;
const KEY = 'account';
const SIGN: Sign = { status: 'unknown', failed: false, stale: true };

/** Kinds of problems that lie on the way to the platform. */
const ON_THE_WAY: ReadonlySet<Problem['kind']> = new Set([
  'offline',
  'timeout',
  'certificate',
  'bad-address',
  'server-error',
  'bad-reply',
  'closed',
]);

/** What a problem of the account means here; null: it says nothing of the way to the platform. */
export function outageKind(problem: Problem | null): Outage['kind'] | null {
  if (problem === null) return null;
  if (problem.kind === 'refused') return 'refused';
  return ON_THE_WAY.has(problem.kind) ? 'unreachable' : null;
}

function proposal({ kind, since }: Outage, problem: Problem, now: Instant): Proposal {
  const title = kind === 'refused' ? 'The platform refuses the token' : `${problemWord(problem)} since ${timeText(since, now)}`;
  return {
    about: kind === 'refused' ? 'tokenRefused' : 'unreachable',
    environment: null,
    notice: {
      key: KEY,
      title,
      body: plainLine(problemText(problem, now), BODY),
      urgency: 'normal',
      isSilent: false,
      icon: SIGN,
      choice: { kind: 'open' },
      actions: [],
    },
  };
}

/** What to tell of the way to the platform; what was told is taken back when the way is free. */
export function reachNotices(world: World, memory: Memory, now: Instant): Proposed & { readonly memory: Memory } {
  const kind = outageKind(world.problem);
  const before = memory.outage;
  if (kind === null || world.problem === null)
    return { proposals: [], closed: before?.isTold ? [KEY] : [], memory: before ? { ...memory, outage: null } : memory };
  const outage: Outage = before?.kind === kind ? before : { kind, since: now, isTold: false };
  const isDue = !outage.isTold && (kind === 'refused' || now - outage.since >= LONG_MS);
  const next = isDue ? { ...outage, isTold: true } : outage;
  return {
    proposals: isDue ? [proposal(outage, world.problem, now)] : [],
    closed: [],
    memory: next === before ? memory : { ...memory, outage: next },
  };
}
