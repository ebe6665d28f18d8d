// The vocabulary of run status: is it running? The order of severity is said here once; every rung of the ladder uses it.

/** A run status as people see it. COMPLETED belongs to RUNNING's family (a finished job); UNKNOWN and EMPTY are ours. */
export type RunStatus = 'ERROR' | 'WARNING' | 'STARTING' | 'STOPPING' | 'RUNNING' | 'COMPLETED' | 'STOPPED' | 'UNKNOWN' | 'EMPTY';

/** Worst first: the order of the tray and of every list (design: failure first). */
export const RUN_STATUSES = [
  'ERROR',
  'WARNING',
  'STARTING',
  'STOPPING',
  'RUNNING',
  'COMPLETED',
  'STOPPED',
  'UNKNOWN',
  'EMPTY',
] as const satisfies readonly RunStatus[];

/** Position in the order of severity; 0 is the worst. */
export function severity(status: RunStatus): number {
  return RUN_STATUSES.indexOf(status);
}

/** The worst of the given statuses; EMPTY when there are none. */
export function worst(statuses: readonly RunStatus[]): RunStatus {
  return RUN_STATUSES.find((status) => statuses.includes(status)) ?? 'EMPTY';
}

/** Ends a switch over a closed union: a new case then fails the type check, not the person. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
