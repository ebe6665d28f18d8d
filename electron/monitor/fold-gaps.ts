// Which environments may have been deployed more than once between two readings: their history is read, and what lay between is told.
import { gapBetween, overlookedIn, type Gap, type Passed } from '../model/overlooked.ts';
import { withEntries, withoutEntries } from '../model/same.ts';
import type { PastDeployment } from '../model/report.ts';
import type { Environment } from '../model/world.ts';
import type { Known } from './fold.ts';

/** What is known of them by now; the history tells older ones. */
const MOST = 10;
/** Of several failures that were overlooked at once these, the newest, are worth a reading of their logs. */
const MOST_READ = 3;

/**
 * The known with the gaps that one reading of deployments opened. None before the first look (what is there is found, not
 * overlooked), and none while an absence is caught up with: news is then one change from before to after.
 */
export function withGaps(before: Known, after: Known): Known {
  if (after.world.phase !== 'ready' || after.isCatchingUp || before.world.environments === after.world.environments) return after;
  const gaps: (readonly [string, readonly Gap[]])[] = [];
  for (const id in after.world.environments) {
    const [was, is] = [before.world.environments[id], after.world.environments[id]];
    const gap = was && is && was !== is ? gapBetween(was.deployment, is.deployment) : null;
    if (gap) gaps.push([id, [...(after.gaps[id] ?? []), gap]]);
  }
  return gaps.length === 0 ? after : { ...after, gaps: withEntries(after.gaps, gaps) };
}

/** The environment with what its history tells of the gaps. */
export function withOverlooked(environment: Environment, gaps: readonly Gap[], past: readonly PastDeployment[]): Environment {
  const known = new Set(environment.overlooked.map(({ executionId }) => executionId));
  const found = gaps.flatMap((gap) => overlookedIn(past, gap));
  const fresh = found.filter(({ executionId }) => !known.has(executionId));
  const failed = new Set(fresh.filter(({ tone }) => tone === 'error').slice(-MOST_READ));
  const passed = fresh.map((one): Passed => ({ ...one, wasSeen: false, isRead: !failed.has(one) }));
  return fresh.length === 0 ? environment : withPassed(environment, passed);
}

/** The environment with more deployments that are to be told afterwards. */
export function withPassed(environment: Environment, passed: readonly Passed[]): Environment {
  return { ...environment, overlooked: [...environment.overlooked, ...passed].slice(-MOST) };
}

/** Its history was read. */
export function withGapClosed(known: Known, environmentId: string): Known {
  return known.gaps[environmentId] ? { ...known, gaps: withoutEntries(known.gaps, new Set([environmentId])) } : known;
}
