// What came of a test notification, in words. Pure.
import type { NoticeTest, NotificationServer } from '../../electron/model/notification-server.ts';
import { problemText } from '../../electron/model/wording-problem.ts';

const HELD_BACK = 'It is held back for now: do not disturb is on.';

function serverText({ name, version, capabilities, isHeldBack }: NotificationServer): string {
  const can = capabilities.length > 0 ? `it can: ${capabilities.join(', ')}` : 'it does not say what it can';
  return [`Taken by ${[name, version].filter(Boolean).join(' ')}; ${can}.`, isHeldBack === true ? HELD_BACK : ''].filter(Boolean).join(' ');
}

/** "Taken by dunst 1.9; it can: actions, body." or why it was not shown. */
export function noticeTestText({ problem, server }: NoticeTest): string {
  if (problem) return problemText(problem);
  return server ? serverText(server) : 'The system took it. Who shows it, and whether it holds it back, it does not say.';
}
