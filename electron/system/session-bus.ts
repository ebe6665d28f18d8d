// The session bus of a Linux desktop: the only file of the app that knows the D-Bus library. It is loaded when something is
// first asked, every call has a time limit, and a connection that is lost is opened anew by the next call. Decides nothing.
import type * as Dbus from '@jellybrick/dbus-next';
import type { Bus, BusCall, BusReply, BusSignal, SignalSource, Typed } from '../model/bus.ts';
import type { Clock } from '../model/clock.ts';

/** Milliseconds after which a service is taken for silent, and a bus for dead. */
const WITHIN_MS = 2_000;

type Library = typeof Dbus;
/** One connection that is open. */
interface Link {
  readonly library: Library;
  readonly bus: Dbus.MessageBus;
}
type Late = (body: readonly unknown[]) => void;

const SELF = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus', interface: 'org.freedesktop.DBus' };
const PING: BusCall = { ...SELF, member: 'GetId', signature: '', body: [] };

function matchCall({ sender, path, interface: face, first }: SignalSource): BusCall {
  const rule = `type='signal',sender='${sender}',path='${path}',interface='${face}'${first === undefined ? '' : `,arg0='${first}'`}`;
  return { ...SELF, member: 'AddMatch', signature: 's', body: [rule] };
}

const isTyped = (value: object): value is Typed => 'kind' in value && value.kind === 'typed';

/** A value as the library takes it. */
function wrapped(value: unknown, variant: Library['Variant']): unknown {
  if (Array.isArray(value)) return value.map((one) => wrapped(one, variant));
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
  if (isTyped(value)) return new variant(value.type, value.value);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, wrapped(one, variant)]));
}

/** A value without the library's wrapping. */
function plain(value: unknown, variant: Library['Variant']): unknown {
  if (value instanceof variant) return plain(value.value, variant);
  return Array.isArray(value) ? value.map((one) => plain(one, variant)) : value;
}

function messageOf(call: BusCall, { Message, Variant }: Library): Dbus.Message {
  return new Message({ ...call, body: call.body.map((one) => wrapped(one, Variant)) });
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

class SessionBus implements Bus {
  readonly #clock: Clock;
  readonly #heard: { readonly source: SignalSource; readonly listener: (signal: BusSignal) => void }[] = [];
  #link: Promise<Link | string> | null = null;
  #current: Link | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async call(call: BusCall, onLate: Late = () => undefined): Promise<BusReply> {
    const link = await (this.#link ??= this.#open());
    if (typeof link === 'string') {
      this.#link = null;
      return { kind: 'no-bus', detail: link };
    }
    const reply = await this.#asked(link, call, onLate);
    const isDead = reply.kind === 'no-bus' || (reply.kind === 'silent' && (await this.#asked(link, PING)).kind !== 'answer');
    if (!isDead) return reply;
    this.#lose(link);
    return reply.kind === 'no-bus' ? reply : { kind: 'no-bus', detail: 'the session bus does not answer' };
  }

  post(call: BusCall): void {
    if (!this.#current) return;
    const { library, bus } = this.#current;
    try {
      bus.send(messageOf(call, library));
    } catch {
      this.#lose(this.#current); // the connection has ended meanwhile, and what was asked for with it
    }
  }

  listen(source: SignalSource, listener: (signal: BusSignal) => void): void {
    this.#heard.push({ source, listener });
  }

  /** What was posted before is still sent. */
  stop(): void {
    if (this.#current) this.#lose(this.#current);
  }

  /** A connection, or why there is none. */
  async #open(): Promise<Link | string> {
    const library = await import('@jellybrick/dbus-next'); // not before it is needed: the tray comes first
    const bus = library.sessionBus();
    const link = { library, bus };
    const why = await new Promise<string | null>((resolve) => {
      const stop = this.#clock.after(WITHIN_MS, () => resolve('the session bus does not answer'));
      const end = (detail: string | null): void => {
        stop();
        resolve(detail);
      };
      bus.on('connect', () => end(null));
      const onError = (error: unknown): void => {
        end(textOf(error));
        this.#lose(link);
      };
      bus.on('error' as 'connect', onError as () => void); // its types leave this event out
    });
    if (why !== null) return why;
    this.#current = link;
    // An answer and a signal may come in one piece: what was answered first is acted on first.
    bus.on('message', (message) => setImmediate(() => this.#tell(message, library)));
    for (const { source } of this.#heard) void this.#asked(link, matchCall(source));
    return link;
  }

  /** The next call opens another one. */
  #lose(link: Link): void {
    if (this.#current === link) [this.#current, this.#link] = [null, null];
    link.bus.disconnect();
  }

  #asked({ library, bus }: Link, call: BusCall, onLate: Late = () => undefined): Promise<BusReply> {
    const answer = bus.call(messageOf(call, library)).then(
      (reply): BusReply => ({ kind: 'answer', body: (reply?.body ?? []).map((one) => plain(one, library.Variant)) }),
      (error: unknown): BusReply =>
        error instanceof library.DBusError ? { kind: 'error', name: error.type } : { kind: 'no-bus', detail: textOf(error) },
    );
    return new Promise((resolve) => {
      let isLate = false;
      const stop = this.#clock.after(WITHIN_MS, () => {
        isLate = true;
        resolve({ kind: 'silent' });
      });
      void answer.then((reply) => {
        if (isLate && reply.kind === 'answer') onLate(reply.body);
        stop();
        resolve(reply);
      });
    });
  }

  #tell({ type, path, interface: face, member, body }: Dbus.Message, { MessageType, Variant }: Library): void {
    if (type !== MessageType.SIGNAL) return;
    const signal = { path, interface: face, member, body: body.map((one) => plain(one, Variant)) };
    for (const { source, listener } of this.#heard) if (source.path === path && source.interface === face) listener(signal);
  }
}

/** The session bus, opened by the first call. */
export function createSessionBus(clock: Clock): Bus & { stop(): void } {
  return new SessionBus(clock);
}
