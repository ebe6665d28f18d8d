// Shows notices by the desktop's own means, says what became of each, and tells what was clicked. Decides nothing; see notices.ts.
import path from 'node:path';
import { Notification } from 'electron';
import type { Log } from '../log.ts';
import type { Clock } from '../model/clock.ts';
import type { ServerAnswer } from '../model/notification-server.ts';
import type { Problem } from '../model/problem.ts';
import { signName } from '../model/sign.ts';
import { textFor, urgencyFor } from './notice-text.ts';
import type { Notice, NoticeChoice, Outcome } from './notice.ts';

export interface Notifier {
  /** Shows them one after the other, after what was asked before; one outcome each. Never rejects. */
  show(notices: readonly Notice[]): Promise<readonly Outcome[]>;
  /** Takes notices back that hold no longer. */
  close(keys: readonly string[]): void;
  onChoice(listener: (choice: NoticeChoice) => void): void;
  stop(): void;
}
export interface NotifierParts {
  /** The folder with the pictures. */
  readonly assets: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly ask: () => Promise<ServerAnswer>;
}

/** What says neither "shown" nor "failed" by then counts as shown: not every system says either. */
const SILENT_MS = 5_000;
/** While Linux shows a notification the whole app stands still: a service that takes so long is given no more. */
const SLOW_MS = 2_000;

const SLOW: Problem = { kind: 'no-notifications', why: 'slow', detail: '' };
const UNSUPPORTED: Problem = { kind: 'no-notifications', why: 'absent', detail: 'libnotify is missing' };

/** One notification; resolves to what became of it. `onEnd` is called when it is closed or has failed. */
function shown(
  notification: Notification,
  key: string,
  clock: Clock,
  heard: { readonly onClick: () => void; readonly onEnd: () => void },
): Promise<Outcome> {
  return new Promise((resolve) => {
    const stop = clock.after(SILENT_MS, () => resolve({ key, problem: null }));
    const end = (problem: Problem | null): void => {
      stop();
      resolve({ key, problem });
    };
    notification.on('click', heard.onClick);
    notification.on('close', heard.onEnd);
    notification.on('show', () => end(null));
    notification.on('failed', (_, why) => {
      heard.onEnd();
      end({ kind: 'no-notifications', why: 'failing', detail: why });
    });
    notification.show();
  });
}

/** A notifier of this desktop. Where notifications cannot be shown, the outcomes say why. */
export function createNotifier({ assets, clock, log, ask }: NotifierParts): Notifier {
  // A notification that nobody refers to is collected, and its click with it. So each stays here until it is closed.
  const open = new Map<string, Notification>();
  let listener: ((choice: NoticeChoice) => void) | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const showOne = (notice: Notice, server: ServerAnswer): Promise<Outcome> => {
    const { key, urgency, isSilent, icon, choice } = notice;
    open.get(key)?.close();
    const picture = path.join(assets, 'notification', `${signName(icon)}.png`);
    const texts = textFor(notice, server, process.platform === 'linux');
    const notification = new Notification({ ...texts, urgency: urgencyFor(urgency, server), silent: isSilent, icon: picture });
    open.set(key, notification);
    const onEnd = (): void => {
      if (open.get(key) === notification) open.delete(key);
    };
    const onClick = (): void => {
      onEnd();
      listener?.(choice);
    };
    return shown(notification, key, clock, { onClick, onEnd });
  };
  const showAll = async (notices: readonly Notice[]): Promise<readonly Outcome[]> => {
    const server = await ask();
    let problem = Notification.isSupported() ? (server.kind === 'none' ? server.problem : null) : UNSUPPORTED;
    const outcomes: Outcome[] = [];
    for (const notice of notices) {
      const startedAt = clock.now();
      outcomes.push(problem ? { key: notice.key, problem } : await showOne(notice, server)); // one after the other: the first tells of the rest
      if (process.platform === 'linux' && clock.now() - startedAt > SLOW_MS) problem ??= SLOW;
    }
    const failed = outcomes.filter((outcome) => outcome.problem !== null);
    if (failed.length > 0) log.warn('notifications could not be shown', { count: failed.length, why: JSON.stringify(failed[0]?.problem) });
    return outcomes;
  };
  const next = <T>(act: () => T | Promise<T>): Promise<T> => {
    const acted = last.then(act);
    last = acted;
    return acted;
  };

  return {
    show: (notices) => (notices.length === 0 ? Promise.resolve([]) : next(() => showAll(notices))),
    close(keys) {
      if (keys.length > 0) void next(() => keys.forEach((key) => open.get(key)?.close()));
    },
    onChoice(heard) {
      listener = heard;
    },
    stop() {
      for (const notification of open.values()) notification.close();
      open.clear();
    },
  };
}
