import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RunReport } from '../../../../electron/model/report.ts';
import { createRunReader } from '../../../../electron/platform/decode/run-reader.ts';
import { runReport } from '../../../../electron/platform/decode/run.ts';
import { drained } from '../../../support/drained.ts';
import { frameText, type Size } from '../../../support/big-platform.ts';

/** Reads to the end at once. */
function reader(): (text: string) => RunReport | null {
  const read = createRunReader();
  return (text) => drained(read(text)).returned;
}

const SMALL: Size = { projects: 1, environments: 4, services: 2, instances: 1 };

test('only what changed is read anew: the rest are the very objects of the frame before', () => {
  const read = reader();
  const [before, after] = [read(frameText(SMALL)), read(frameText(SMALL, 2))];
  expect(after).toEqual(runReport(JSON.parse(frameText(SMALL, 2))));
  const isSame = after?.environments.map((one, i) => one === before?.environments[i]);
  expect(isSame).toEqual([true, true, false, true]);
});

test('a large frame comes in parts, each environment once, and as a whole in the end', () => {
  const read = createRunReader(undefined, frameText(SMALL).length / 3);
  const { yielded, returned } = drained(read(frameText(SMALL)));
  expect(returned).toEqual(runReport(JSON.parse(frameText(SMALL))));
  expect(yielded.map(({ environments, isPart }) => [environments.length, isPart])).toEqual([
    [2, true],
    [2, true],
  ]);
  expect(yielded.flatMap(({ environments }) => environments).every((one, i) => one === returned?.environments[i])).toBe(true);
  expect(drained(read(frameText(SMALL, 2))).yielded).toEqual([]);
});

const words = fc.oneof(fc.string(), fc.constantFrom('{"id":"x","project_id":"y"', '","project_id":"', ']}', '{"environments":['));
const environment = fc.record(
  {
    id: fc.constantFrom('e1', 'e2', 'e3', ''),
    project_id: fc.oneof(words, fc.constant(null)),
    state: words,
    applications: fc.array(
      fc.record({ id: words, state: words, project_id: words, pods: fc.array(fc.record({ name: words, state: words })) }),
    ),
  },
  { requiredKeys: ['id'] },
);
const frame = fc.oneof(fc.record({ environments: fc.array(environment) }), fc.object(), fc.constant(null));
const distinct = (environments: readonly { readonly id: string }[]): boolean =>
  new Set(environments.map((one) => one.id)).size === environments.length;

test('whatever the frames say, however they are written, it reads what the plain decoder reads', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(frame, fc.constantFrom(0, 1))), (frames) => {
      const read = reader();
      for (const [value, indent] of frames) {
        const plain = runReport(value);
        if (plain && !distinct(plain.environments)) continue; // an environment told twice in one frame: the last word counts
        expect(read(JSON.stringify(value, null, indent))).toEqual(plain);
      }
    }),
    { numRuns: 300 },
  );
});
test.each(['', '{"environments":[', '{"environments":[{"id":"e","project_id":"p"]}', 'NotFound'])('%j is no frame', (text) => {
  expect(reader()(text)).toBeNull();
});
