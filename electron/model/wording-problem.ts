// Problems in words: first what is, then what it means, then what to do. Codes come last.
import { plainLine } from './plain-text.ts';
import type { Problem } from './problem.ts';
import { assertNever } from './status.ts';
import { durationText, timeText } from './wording.ts';
import type { Instant, World } from './world.ts';

/** Longest name of an organisation in a line. */
const NAME = 40;

const WORDS: Readonly<Record<Problem['kind'], string>> = {
  offline: 'Offline',
  timeout: 'No answer',
  certificate: 'Certificate not trusted',
  'bad-address': 'Address not usable',
  'signed-out': 'Not connected',
  refused: 'Token refused',
  forbidden: 'Not permitted',
  gone: 'No longer there',
  'rate-limited': 'Asked too often',
  'server-error': 'Platform error',
  'bad-request': 'Request refused',
  'bad-reply': 'Answer not understood',
  'agent-away': 'Cluster not reachable',
  closed: 'Connection closed',
  'bad-input': 'Not understood',
  store: 'File problem',
  'no-keyring': 'No keyring',
  'no-notifications': 'No notifications',
};

/** The problem in a few words, for a footer or a menu: "Offline", "Token refused". */
export const problemWord = ({ kind }: Problem): string => WORDS[kind];

/** A problem's word as it stands inside a sentence: "offline", "address not usable". */
export const inSentence = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);

const ends = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

const NO_NOTIFICATIONS = {
  absent: 'This desktop has no notification service, so nothing can be shown. Start one',
  slow: 'The notification service of this desktop does not answer, so nothing can be shown. Restart it',
  failing: 'The notification service of this desktop refuses what it is given, so nothing can be shown. Restart it',
} as const;

/** What is missed is not lost: that is said, too. */
function noNotificationsText({ why, detail }: Extract<Problem, { kind: 'no-notifications' }>): string {
  return `${NO_NOTIFICATIONS[why]}; what you miss is told then${detail ? ` (${detail})` : ''}.`;
}

/** The problem in one or two sentences that end with what to do, or with what the app does by itself. */
export function problemText(problem: Problem, now: Instant = 0): string {
  switch (problem.kind) {
    case 'offline':
      return `The platform cannot be reached (${problem.code}). Check the network; the app tries again by itself.`;
    case 'timeout':
      return `The platform did not answer within ${durationText(problem.afterMs)}. The app tries again by itself.`;
    case 'certificate':
      return `The platform's certificate is not trusted here (${problem.code}). If your network inspects traffic, add its authority to the system's certificates.`;
    case 'bad-address':
      return `“${problem.address}” is not an address of a platform. It must begin with https:// or http:// (wss:// or ws:// for the sockets).`;
    case 'signed-out':
      return 'No token yet. Connect with one, or explore the demo.';
    case 'refused':
      return `The platform refused the token: it is wrong, was revoked or has run out. Connect again with a new one (answer ${problem.answer}).`;
    case 'forbidden':
      return `The token does not permit this. Ask for a role that may read it (answer ${problem.answer}).`;
    case 'gone':
      return 'This is no longer there. It may have been deleted.';
    case 'rate-limited':
      return problem.notBefore === null
        ? 'The platform was asked too often with this token. The app waits and goes on by itself.'
        : `The platform was asked too often with this token. The app goes on by itself at ${timeText(problem.notBefore, now || problem.notBefore)}.`;
    case 'server-error':
      return `The platform has a problem of its own; the app tries again by itself. ${ends(problem.detail || 'It gave no reason')} (answer ${problem.answer})`;
    case 'bad-request':
      return `The platform did not accept this. ${ends(problem.detail || 'It gave no reason')} (answer ${problem.answer})`;
    case 'bad-reply':
      return `What answered is not the platform (${problem.detail}). Check the address, and whether a proxy or a sign-in page stands in between.`;
    case 'agent-away':
      return "The cluster's agent is not connected, so its run status is not known. The app tries again by itself.";
    case 'closed':
      return `The connection was closed (${problem.reason ? `${problem.reason}, ` : ''}code ${problem.code}). The app tries again by itself.`;
    case 'bad-input':
      return ends(problem.detail.charAt(0).toUpperCase() + problem.detail.slice(1));
    case 'store':
      return `${problem.file} could not be used: ${ends(problem.detail)}`;
    case 'no-keyring':
      return 'This system has no keyring that the app can use, so the token is kept for this run only.';
    case 'no-notifications':
      return noNotificationsText(problem);
    default:
      return assertNever(problem);
  }
}

/** "Acme: not permitted": the organisations in which nothing can be read, though others may. */
export function deniedOrganizations({ organizations }: Pick<World, 'organizations'>): readonly string[] {
  return Object.values(organizations).flatMap(({ name, problem }) =>
    problem ? [`${plainLine(name, NAME)}: ${inSentence(problemWord(problem))}`] : [],
  );
}
