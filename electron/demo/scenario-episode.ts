// What an episode is: something that happens to one environment, told in frames of time. A deployment, or a crash alone.
import type { WireOrigin, WireRunState, WireState } from '../platform/wire/states.ts';

/** What holds from a time on (milliseconds since the episode began) until the next frame. */
export type Frames<T> = readonly (readonly [atMs: number, value: T])[];

export interface PodPlan {
  /** 0: the pods from before the episode; 1: the ones it brings. */
  readonly generation: 0 | 1;
  readonly ordinal: number;
  readonly state: WireRunState;
  readonly reason?: string;
  readonly message?: string;
  readonly restarts?: number;
  /** How the container ended last: by its own exit, or for memory. */
  readonly ended?: 'crash' | 'oom' | 'done';
  /** Thrown off its node: its containers are gone. */
  readonly isEvicted?: boolean;
}

export interface Execution {
  readonly action: 'DEPLOY' | 'STOP';
  readonly triggeredBy: string;
  readonly origin: WireOrigin;
  readonly preCheckMs: number;
  /** The check fails: it ends the deployment before anything is built. */
  readonly failsCheck?: boolean;
  readonly endMs: number;
  readonly states: Frames<WireState>;
  /** By service id; only those that take part. */
  readonly services: ReadonlyMap<string, Frames<WireState>>;
}

export interface Episode {
  /** Unique within its scenario; its ids come from it. */
  readonly key: string;
  readonly environmentId: string;
  /** Virtual milliseconds since the demo's start; negative for what was before. */
  readonly atMs: number;
  /** When it was asked for, if it had to wait for another one to end: from then until `atMs` it is in the queue. */
  readonly askedMs?: number;
  readonly execution: Execution | null;
  /** By service id; services not named keep the pods they have. */
  readonly pods: ReadonlyMap<string, Frames<readonly PodPlan[]>>;
}

/** What holds at `ms`; undefined before the first frame. */
export function frameAt<T>(frames: Frames<T>, ms: number): T | undefined {
  return frames.findLast(([atMs]) => atMs <= ms)?.[1];
}

/** What holds after all is over. */
export function lastOf<T>(frames: Frames<T>): T | undefined {
  return frames.at(-1)?.[1];
}

/** Seconds of a timeline, stretched or pressed to milliseconds. */
export function scaled<T>(msPerSecond: number, frames: Frames<T>): Frames<T> {
  return frames.map(([seconds, value]) => [Math.round(seconds * msPerSecond), value] as const);
}
