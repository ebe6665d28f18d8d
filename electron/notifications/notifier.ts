// Shows notices by the desktop's own means and tells what was clicked. Decides nothing; see notices.ts.
import path from 'node:path';
import { Notification } from 'electron';
import type { Log } from '../log.ts';
import { signName } from '../model/sign.ts';
import type { Notice, NoticeChoice } from './notice.ts';

export interface Notifier {
  show(notices: readonly Notice[]): void;
  /** Takes notices back that hold no longer. */
  close(keys: readonly string[]): void;
  onChoice(listener: (choice: NoticeChoice) => void): void;
  stop(): void;
}

/** Linux desktops read the body as markup (and most offer no way to say that it is none), so its signs are written out. */
function asBody(text: string): string {
  return process.platform === 'linux' ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text;
}

/**
 * A notifier with the pictures of folder `assets`. Never throws: where notifications cannot be shown, `onFailed` is told
 * why, in words that are fit for people.
 */
export function createNotifier(parts: {
  readonly assets: string;
  readonly log: Log;
  readonly onFailed?: (problem: string) => void;
}): Notifier {
  // A notification that nobody refers to is collected, and its click with it. So each stays here until it is closed.
  const open = new Map<string, Notification>();
  let listener: ((choice: NoticeChoice) => void) | undefined;

  const failed = (why: string): void => {
    parts.log.warn('a notification could not be shown', { why });
    parts.onFailed?.(why);
  };
  const forget = (key: string, notification: Notification): void => {
    if (open.get(key) === notification) open.delete(key);
  };
  const showOne = ({ key, title, body, urgency, isSilent, icon, choice }: Notice): void => {
    open.get(key)?.close();
    const picture = path.join(parts.assets, 'notification', `${signName(icon)}.png`);
    const notification = new Notification({ title, body: asBody(body), urgency, silent: isSilent, icon: picture });
    notification.on('click', () => {
      forget(key, notification);
      listener?.(choice);
    });
    notification.on('close', () => forget(key, notification));
    notification.on('failed', (_, why) => {
      forget(key, notification);
      failed(why || 'The desktop has no notification service that answers.');
    });
    open.set(key, notification);
    notification.show();
  };

  return {
    show(notices) {
      if (notices.length === 0) return;
      if (Notification.isSupported()) notices.forEach(showOne);
      else failed('This system shows no notifications.');
    },
    close(keys) {
      for (const key of keys) open.get(key)?.close();
    },
    onChoice(next) {
      listener = next;
    },
    stop() {
      for (const notification of open.values()) notification.close();
      open.clear();
    },
  };
}
