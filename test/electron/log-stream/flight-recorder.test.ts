import { expect, test } from 'vitest';
import { SILENT_LOG } from '../../../electron/log.ts';
import { recordRun } from '../../../electron/log-stream/flight-recorder.ts';
import type { LogLine } from '../../../electron/model/log-line.ts';
import { failed, ok, type Result } from '../../../electron/model/result.ts';
import { EMPTY_WORLD } from '../../../electron/model/world.ts';
import { aLine } from '../../support/a-log.ts';
import { manualClock } from '../../support/manual-clock.ts';

const RUN = { environmentId: 'e', executionId: 'run-1', label: 'DEPLOYMENT ERROR', at: 1, of: 'shop / production' };
async function kept(answer: Result<readonly LogLine[]>): Promise<readonly unknown[]> {
  const told: unknown[] = [];
  const platform = { deploymentLog: () => Promise.resolve(answer), followDeploymentLog: () => () => undefined };
  const world = () => EMPTY_WORLD;
  await recordRun({ platform, clock: manualClock(1), world, keep: (...one) => void told.push(...one), log: SILENT_LOG }, RUN);
  return told;
}

test('keeps the lines of the run that failed, and of no other', async () => {
  const own = aLine(0);
  expect(await kept(ok([own, aLine(1, { executionId: 'run-2' })]))).toEqual([RUN, [own]]);
});
test('keeps nothing where there is nothing, or the platform does not say', async () => {
  expect(await kept(ok([]))).toEqual([]);
  expect(await kept(failed({ kind: 'offline', code: 'X' }))).toEqual([]);
});
