// Shows notices on a Linux desktop by its notification service, and tells what is pressed on them. Electron's own way shows no
// buttons there, and the whole app stands still until the service answers. Decides nothing; the call is made in notify-call.ts.
import type { Log } from '../log.ts';
import type { Bus, BusSignal } from '../model/bus.ts';
import { busProblem } from '../model/bus-problem.ts';
import type { NotificationServer, ServerAnswer } from '../model/notification-server.ts';
import type { Problem } from '../model/problem.ts';
import type { Sign } from '../model/sign.ts';
import { inTurn } from './in-turn.ts';
import type { Notice, NoticeChoice, Notifier, Outcome } from './notice.ts';
import { CLICK, closeCall, notifyCall, SERVICE, SERVICE_PATH } from './notify-call.ts';
import type { Picture } from './picture.ts';

export interface BusNotifierParts {
  readonly bus: Bus;
  readonly log: Log;
  readonly ask: () => Promise<ServerAnswer>;
  readonly picture: (sign: Sign) => Picture | null;
}

/** So many stay pressable: desktops list what has expired, and a person may press it there. */
const MOST = 100;
/** Why a notification was closed, in the specification's number: its time is over. */
const EXPIRED = 1;
const UNKNOWN: Problem = { kind: 'no-notifications', why: 'absent', detail: 'it cannot be asked' };

class BusNotifier implements Notifier {
  readonly #parts: BusNotifierParts;
  /** By the service's number, the oldest first. */
  readonly #shown = new Map<number, Notice>();
  readonly #inTurn = inTurn();
  #listener: (choice: NoticeChoice) => void = () => undefined;

  constructor(parts: BusNotifierParts) {
    this.#parts = parts;
    parts.bus.listen({ sender: SERVICE, path: SERVICE_PATH, interface: SERVICE }, (signal) => this.#hear(signal));
    // The numbers are the service's: another one counts anew.
    const names = { sender: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus', interface: 'org.freedesktop.DBus', first: SERVICE };
    parts.bus.listen(names, ({ member, body }) => {
      if (member === 'NameOwnerChanged' && body[0] === SERVICE) this.#shown.clear();
    });
  }

  show(notices: readonly Notice[]): Promise<readonly Outcome[]> {
    return notices.length === 0 ? Promise.resolve([]) : this.#inTurn(() => this.#showAll(notices));
  }
  close(keys: readonly string[]): void {
    if (keys.length > 0) void this.#inTurn(() => this.#takeBack((key) => keys.includes(key)));
  }
  onChoice(listener: (choice: NoticeChoice) => void): void {
    this.#listener = listener;
  }
  stop(): void {
    this.#takeBack(() => true); // whose buttons would do nothing
  }

  async #showAll(notices: readonly Notice[]): Promise<readonly Outcome[]> {
    const server = await this.#parts.ask();
    let problem = server.kind === 'answers' ? null : server.kind === 'none' ? server.problem : UNKNOWN;
    const outcomes: Outcome[] = [];
    for (const notice of notices) {
      const found = server.kind === 'answers' && problem === null ? await this.#showOne(notice, server) : problem;
      outcomes.push({ key: notice.key, problem: found });
      if (found?.kind === 'no-notifications' && found.why !== 'failing') problem = found; // the first tells of the rest
    }
    const failed = outcomes.filter((outcome) => outcome.problem !== null);
    if (failed.length > 0)
      this.#parts.log.warn('notifications could not be shown', { count: failed.length, why: JSON.stringify(failed[0]?.problem) });
    return outcomes;
  }

  async #showOne(notice: Notice, server: NotificationServer): Promise<Problem | null> {
    const { bus, picture } = this.#parts;
    const [before = 0] = [...this.#shown].find(([, { key }]) => key === notice.key) ?? [];
    // What is shown too late was given up, and is told again.
    const reply = await bus.call(notifyCall(notice, server, picture(notice.icon), before), ([late]) => {
      if (typeof late === 'number') bus.post(closeCall(late));
    });
    if (reply.kind !== 'answer') return busProblem(reply);
    const [id] = reply.body;
    this.#shown.delete(before);
    if (typeof id === 'number') this.#shown.set(id, notice);
    for (const old of [...this.#shown.keys()].slice(0, -MOST)) this.#shown.delete(old);
    return null;
  }

  #takeBack(isMeant: (key: string) => boolean): void {
    for (const [id, { key }] of this.#shown) if (isMeant(key)) this.#forget(id);
  }

  #forget(id: number): void {
    this.#shown.delete(id);
    this.#parts.bus.post(closeCall(id));
  }

  #hear({ member, body: [id, what] }: BusSignal): void {
    const notice = typeof id === 'number' ? this.#shown.get(id) : undefined;
    if (!notice || typeof id !== 'number') return;
    if (member === 'NotificationClosed' && what !== EXPIRED) this.#shown.delete(id);
    if (member !== 'ActionInvoked') return;
    const choice = what === CLICK ? notice.choice : notice.actions.find((one) => one.id === what)?.choice;
    if (!choice) return;
    this.#forget(id); // not every service takes it away when it is pressed
    this.#listener(choice);
  }
}

/** A notifier on the session bus. Where notifications cannot be shown, the outcomes say why. */
export function createBusNotifier(parts: BusNotifierParts): Notifier {
  return new BusNotifier(parts);
}
