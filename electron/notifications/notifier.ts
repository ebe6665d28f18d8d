// Shows notices on macOS and Windows by Electron's own means, says what became of each, and tells what was pressed. Decides
// nothing; see notices.ts. On Linux: bus-notifier.ts.
import path from 'node:path';
import { Notification } from 'electron';
import type { Log } from '../log.ts';
import type { Clock } from '../model/clock.ts';
import type { Problem } from '../model/problem.ts';
import { signName } from '../model/sign.ts';
import { inTurn } from './in-turn.ts';
import { groupOf } from './notice-text.ts';
import type { Notice, NoticeChoice, Notifier, Outcome } from './notice.ts';

export interface NotifierParts {
  /** The folder with the pictures. */
  readonly assets: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** What says neither "shown" nor "failed" by then counts as shown: not every system says either. */
const SILENT_MS = 5_000;
const UNSUPPORTED: Problem = { kind: 'no-notifications', why: 'absent', detail: 'the system has none' };

interface Heard {
  /** Pressed: the notification itself, or the button of that number. */
  readonly onPress: (button: number | null) => void;
  /** Closed, or failed. */
  readonly onEnd: () => void;
}

/** One notification; resolves to what became of it. */
function shown(notification: Notification, key: string, clock: Clock, { onPress, onEnd }: Heard): Promise<Outcome> {
  return new Promise((resolve) => {
    const stop = clock.after(SILENT_MS, () => resolve({ key, problem: null }));
    const end = (problem: Problem | null): void => {
      stop();
      resolve({ key, problem });
    };
    notification.on('click', () => onPress(null));
    notification.on('action', (details, button) => onPress(details.actionIndex ?? button)); // Electron 33 tells it the second way
    notification.on('close', () => onEnd());
    notification.on('show', () => end(null));
    notification.on('failed', (_, why) => {
      onEnd();
      end({ kind: 'no-notifications', why: 'failing', detail: why });
    });
    notification.show();
  });
}

/** A notifier of this desktop. Where notifications cannot be shown, the outcomes say why. */
export function createNotifier({ assets, clock, log }: NotifierParts): Notifier {
  // A notification that nobody refers to is collected, and its click with it. So each stays here until it is closed.
  const open = new Map<string, Notification>();
  let listener: ((choice: NoticeChoice) => void) | undefined;
  const next = inTurn();

  const made = (notice: Notice): Notification => {
    const { key, title, body, urgency, isSilent } = notice;
    const group = groupOf(notice);
    const actions = notice.actions.map(({ label }) => ({ type: 'button' as const, text: label }));
    const icon = path.join(assets, 'notification', `${signName(notice.icon)}.png`);
    return new Notification({ id: key, groupId: group.id, groupTitle: group.title, title, body, urgency, silent: isSilent, icon, actions });
  };
  const showOne = (notice: Notice): Promise<Outcome> => {
    const { key } = notice;
    open.get(key)?.close();
    const notification = made(notice);
    open.set(key, notification);
    const onEnd = (): void => {
      if (open.get(key) === notification) open.delete(key);
    };
    const onPress = (button: number | null): void => {
      onEnd();
      const choice = button === null ? notice.choice : notice.actions[button]?.choice;
      if (choice) listener?.(choice);
    };
    return shown(notification, key, clock, { onPress, onEnd });
  };
  const showAll = async (notices: readonly Notice[]): Promise<readonly Outcome[]> => {
    if (!Notification.isSupported()) return notices.map(({ key }) => ({ key, problem: UNSUPPORTED }));
    const outcomes: Outcome[] = [];
    for (const notice of notices) outcomes.push(await showOne(notice));
    const failed = outcomes.filter((outcome) => outcome.problem !== null);
    if (failed.length > 0) log.warn('notifications could not be shown', { count: failed.length, why: JSON.stringify(failed[0]?.problem) });
    return outcomes;
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
