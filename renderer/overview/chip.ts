// The filter chips: one per family of run status, and one for failed deployments. What each stands for and how many there are.
import type { RunStatus } from '../../electron/model/status.ts';
import { hasFailedDeployment } from '../../electron/model/tray-status.ts';
import type { Environment } from '../../electron/model/world.ts';

export type ChipKey = 'error' | 'warning' | 'moving' | 'running' | 'stopped' | 'unknown' | 'failed';

interface Chip {
  readonly key: ChipKey;
  /** The platform's words for it. */
  readonly name: string;
  readonly statuses: readonly RunStatus[];
}

/** In the order of severity; failed deployments last, since they are the other axis. */
export const CHIPS = [
  { key: 'error', name: 'ERROR', statuses: ['ERROR'] },
  { key: 'warning', name: 'WARNING', statuses: ['WARNING'] },
  { key: 'moving', name: 'STARTING or STOPPING', statuses: ['STARTING', 'STOPPING'] },
  { key: 'running', name: 'RUNNING', statuses: ['RUNNING', 'COMPLETED'] },
  { key: 'stopped', name: 'STOPPED', statuses: ['STOPPED'] },
  { key: 'unknown', name: 'UNKNOWN or EMPTY', statuses: ['UNKNOWN', 'EMPTY'] },
  { key: 'failed', name: 'Failed deployment', statuses: [] },
] as const satisfies readonly Chip[];

function fits(chip: Chip, environment: Environment): boolean {
  return chip.key === 'failed' ? hasFailedDeployment(environment) : chip.statuses.includes(environment.run.status);
}

/** Whether an environment passes the chosen chips: one of them is enough, and none chosen lets everything pass. */
export function passes(environment: Environment, chosen: readonly ChipKey[]): boolean {
  return chosen.length === 0 || CHIPS.some((chip) => chosen.includes(chip.key) && fits(chip, environment));
}

/** How many of the environments belong to each chip. */
export function chipCounts(environments: readonly Environment[]): Readonly<Record<ChipKey, number>> {
  const counts = { error: 0, warning: 0, moving: 0, running: 0, stopped: 0, unknown: 0, failed: 0 };
  for (const environment of environments) for (const chip of CHIPS) if (fits(chip, environment)) counts[chip.key] += 1;
  return counts;
}
