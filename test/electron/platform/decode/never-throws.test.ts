import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { deploymentLog, deploymentLogFrame } from '../../../../electron/platform/decode/deployment-log.ts';
import { environmentDeployment, environmentDeployments, projectDeployments } from '../../../../electron/platform/decode/deployment.ts';
import {
  clusters,
  databaseModes,
  environments,
  organizations,
  overview,
  projects,
  services,
} from '../../../../electron/platform/decode/discovery.ts';
import { deploymentHistory } from '../../../../electron/platform/decode/history.ts';
import { logLevel } from '../../../../electron/platform/decode/log-level.ts';
import { runReport } from '../../../../electron/platform/decode/run.ts';
import { serviceLogFrame } from '../../../../electron/platform/decode/service-log.ts';
import { instant, isoDurationMs, secondsToMs } from '../../../../electron/platform/decode/time.ts';
import { SAMPLES } from '../../../support/platform-samples.ts';

const DECODERS: Readonly<Record<string, (value: unknown) => unknown>> = {
  organizations,
  projects: (value) => projects(value, 'o'),
  clusters: (value) => clusters(value, 'o'),
  environments: (value) => environments(value, 'o'),
  services,
  overview,
  databaseModes,
  environmentDeployment,
  environmentDeployments,
  projectDeployments,
  deploymentHistory,
  deploymentLog,
  deploymentLogFrame,
  serviceLogFrame,
  runReport,
  logLevel,
  instant,
  isoDurationMs,
  secondsToMs,
};

/** Every place in a JSON value, as the keys that lead there. */
function placesIn(value: unknown, at: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...at, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, part]): [string, unknown] => [name, name === key ? replaced(part, rest, by) : part]);
  return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}

const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true, withSparseArray: true });

/** A sample with anything at all in one of its places. */
const damaged = fc
  .constantFrom(...Object.values(SAMPLES))
  .chain((sample) => fc.tuple(fc.constant(sample), fc.constantFrom(...placesIn(sample)), anything))
  .map(([sample, place, by]) => replaced(sample, place, by));

/** Everything a report holds beside plain text and truth: numbers must be finite, or times and durations could not be shown. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

test.each(Object.entries(DECODERS))('%s takes anything without throwing, and gives finite numbers', (_, decode) => {
  const holds = (value: unknown): void => {
    expect(numbersIn(decode(value)).every(Number.isFinite)).toBe(true);
  };
  fc.assert(fc.property(anything, holds), { numRuns: 300 });
  fc.assert(fc.property(damaged, holds), { numRuns: 300 });
});

test('one damaged place costs no other entry of a list', () => {
  const list = {
    results: [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B' },
      { id: 'c', name: 'C' },
    ],
  };
  const damage = anything.filter((by) => typeof by !== 'object' || by === null || !('id' in by));
  fc.assert(
    fc.property(damage, (by) => {
      expect(organizations({ results: list.results.with(1, by as never) })).toEqual([list.results[0], list.results[2]]); // anything at all is the point
    }),
  );
});

test('times never lie outside what a date can hold', () => {
  fc.assert(
    fc.property(fc.oneof(fc.double(), fc.integer(), fc.string(), fc.date().map(String)), (value) => {
      const at = instant(value);
      if (at !== null) expect(() => new Date(at).toISOString()).not.toThrow();
    }),
  );
});
