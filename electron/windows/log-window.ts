// The log windows: one per environment's deployment or service, as many as a person likes. Needs no Electron.
import type { LogPlace } from '../contract/log-batch.ts';
import type { WindowKind } from './page-window.ts';

/** A log window's kind; its page puts the names of what it shows into the title. */
export function logWindow({ kind }: LogPlace): WindowKind {
  return { page: 'log-viewer', title: kind === 'deployment' ? 'deployment log' : 'service log', size: { width: 960, height: 640 } };
}

/** Whether both are the same log, wherever in it one wants to stand. */
export function isSameLog(a: LogPlace, b: LogPlace): boolean {
  if (a.kind !== b.kind || a.environmentId !== b.environmentId) return false;
  return a.kind === 'service' ? a.serviceId === b.serviceId : a.executionId === b.executionId;
}

/** Whether a place says where in its log to stand: at a line, or at a service's error. A service's log is named by its service. */
export function asksForPlace({ kind, serviceId, lineKey }: LogPlace): boolean {
  return lineKey !== null || (kind === 'deployment' && serviceId !== null);
}
