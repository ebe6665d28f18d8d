// What the monitor is given, and what it gives. monitor.ts keeps this promise.
import type { Log } from '../log.ts';
import type { Clock } from '../model/clock.ts';
import type { Oddity } from '../model/oddities.ts';
import type { Requests } from '../model/requests.ts';
import type { Hidden } from '../model/watching.ts';
import type { World } from '../model/world.ts';
import type { Platform } from '../platform/platform.ts';
import type { DatabaseModes } from './asks.ts';
import type { WorldListener } from './keeper.ts';
import type { Circumstances } from './pace.ts';

export interface Monitor {
  world(): World;
  /** (Re)starts from nothing for the account that is signed in now. */
  start(): void;
  /** Forgets everything: nobody is signed in. */
  stop(): void;
  /** Reads everything again, soon: a person asked. */
  refresh(): void;
  /** The machine woke up: sockets are opened anew, everything is read again, and what happened is told once all is known. */
  wake(): void;
  /** What goes on around the app: asking goes slower when nobody looks, on battery, and not at all in sleep. */
  heed(circumstances: Circumstances): void;
  /** Watches everything but this. */
  watch(hidden: Hidden): void;
  /** Returns the function that ends it. */
  subscribe(listener: WorldListener): () => void;
}
export interface MonitorParts {
  readonly platform: Platform;
  readonly clock: Clock;
  readonly log: Log;
  /** Which databases are managed, kept from one run to the next. */
  readonly kept: { modes(): DatabaseModes; add(more: DatabaseModes): void };
  /** Told what is odd in what the platform says. */
  readonly note: (found: readonly Oddity[]) => void;
  /** What was asked in the last hour. */
  readonly requests: () => Requests;
}
