// Entries of the history for tests, by how long ago they were.
import type { Missed, OutageEntry, OutageKind } from '../../electron/model/history.ts';

interface EntriesAt {
  /** From so many milliseconds ago until so many. */
  outage(what: OutageKind, from: number, to: number, more?: Partial<OutageEntry>): OutageEntry;
  missed(outcome: Missed['outcome'], cause: string): Missed;
}

/** Entries of an organisation, seen from `now`. */
export function historyEntryAt(now: number, organizationId: string): EntriesAt {
  return {
    outage: (what, from, to, more = {}) => ({
      kind: 'outage',
      at: now - from,
      what,
      since: now - from,
      until: now - to,
      missed: [],
      ...more,
    }),
    missed: (outcome, cause) => ({
      organizationId,
      environmentId: `gone-${outcome}`,
      environment: outcome === 'red' ? 'staging' : 'production',
      project: 'warehouse',
      outcome,
      executionId: `x-${outcome}`,
      label: 'DEPLOYMENT ERROR',
      cause,
      by: 'ada@example.com',
      mendedBy: outcome === 'red' ? null : 'bob',
    }),
  };
}
