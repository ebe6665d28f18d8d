// What goes over the session bus of a Linux desktop, as plain values. Who speaks with the bus: system/session-bus.ts.

/** A value that says its D-Bus type itself, where the call leaves it open (`v`). */
export interface Typed {
  readonly kind: 'typed';
  /** "y", "s", "(iiibiiay)". */
  readonly type: string;
  readonly value: unknown;
}

/** One call of a method; `body` fits `signature`, "" without arguments. */
export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature: string;
  readonly body: readonly unknown[];
}

/** What became of a call. */
export type BusReply =
  | { readonly kind: 'answer'; readonly body: readonly unknown[] }
  /** Refused by its name: "org.freedesktop.DBus.Error.ServiceUnknown". */
  | { readonly kind: 'error'; readonly name: string }
  /** No answer in time. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'no-bus'; readonly detail: string };

export interface BusSignal {
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly body: readonly unknown[];
}

/** Whose signals: those of `interface` at `path`, sent by the owner of the name `sender`; with `first`, those whose first argument it is. */
export interface SignalSource {
  readonly sender: string;
  readonly path: string;
  readonly interface: string;
  readonly first?: string;
}

/** The session bus, as those who need it are given it. */
export interface Bus {
  /** Never rejects. `onLate` is given an answer that comes after `silent` was told. */
  call(call: BusCall, onLate?: (body: readonly unknown[]) => void): Promise<BusReply>;
  /** Sends a call at once whose answer nobody waits for, if there is a connection. */
  post(call: BusCall): void;
  /** Tells these signals from now on, over every loss of the connection: as soon as something is called. */
  listen(source: SignalSource, listener: (signal: BusSignal) => void): void;
}

/** Marks a value's type. */
export function typed(type: string, value: unknown): Typed {
  return { kind: 'typed', type, value };
}
