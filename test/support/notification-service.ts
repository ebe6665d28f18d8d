// The notification service of a desktop, for tests: records what it is given and answers as a test wants it to.
import { Message } from '@jellybrick/dbus-next';
import { plain } from './dbus-values.ts';

export const NOTIFICATIONS = 'org.freedesktop.Notifications';
export const LATE_MS = 4_000;

export interface Notice {
  readonly id: number;
  readonly appName: string;
  readonly summary: string;
  readonly body: string;
  /** key → label, in the order shown; a click on the notification itself is the action "default" */
  readonly actions: Readonly<Record<string, string>>;
  readonly hints: Readonly<Record<string, unknown>>;
  readonly timeout: number;
  open: boolean;
}
/** The arguments of Notify. */
type Given = [appName: string, replaces: number, icon: string, summary: string, body: string, pairs: string[], hints: unknown, ms: number];

export class NotificationService {
  readonly notices: Notice[] = [];
  /** How it answers now; late: after 4 s, and what was asked for is shown all the same. */
  state: 'well' | 'with errors' | 'late' = 'well';
  capabilities: readonly string[] = ['actions', 'body', 'body-markup', 'persistence'];
  /** Told when a notification is taken back. */
  readonly #onClosed: (notice: Notice) => void;

  constructor(onClosed: (notice: Notice) => void) {
    this.#onClosed = onClosed;
  }

  /** The answer to a call of the service; null: it has no such method. */
  answer(call: Message): Message | null {
    const body = this.#bodyFor(call);
    if (body === null) return null;
    return this.state === 'with errors' ? Message.newError(call, 'org.example.Failed', 'no') : Message.newMethodReturn(call, ...body);
  }

  #bodyFor({ member, body }: Message): [signature: string, body: unknown[]] | null {
    if (member === 'GetCapabilities') return ['as', [[...this.capabilities]]];
    if (member === 'GetServerInformation') return ['ssss', ['test-desktop', 'tests', '1', '1.2']];
    if (member === 'CloseNotification') {
      const notice = this.notices.find(({ id, open }) => id === body[0] && open);
      if (notice) this.#onClosed(notice);
      return ['', []];
    }
    return member === 'Notify' ? ['u', [this.state === 'with errors' ? 0 : this.#show(body as Given)]] : null;
  }

  #show([appName, replaces, , summary, body, pairs, hints, timeout]: Given): number {
    const id = replaces || this.notices.length + 1;
    for (const before of this.notices) if (before.id === id) before.open = false;
    const actions = Object.fromEntries(pairs.flatMap((key, i) => (i % 2 ? [] : [[key, pairs[i + 1] ?? '']])));
    this.notices.push({ id, appName, summary, body, actions, hints: plain(hints) as Record<string, unknown>, timeout, open: true });
    return id;
  }
}
