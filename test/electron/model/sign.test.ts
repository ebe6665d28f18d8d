import { expect, test } from 'vitest';
import { STATUSES } from '../../../assets/tray/tray-svg.mjs';
import { drawingOf, environmentSign, signName } from '../../../electron/model/sign.ts';
import { RUN_STATUSES } from '../../../electron/model/status.ts';
import { aDeployment, anEnvironment, aSource, aWorld, T0 } from '../../support/a-world.ts';

test('every run status has a drawing, and every drawing stands for a status', () => {
  expect([...new Set(RUN_STATUSES.map(drawingOf))].toSorted()).toEqual(STATUSES.toSorted());
});

test.each([
  [{ status: 'running', failed: false, stale: false }, 'running'],
  [{ status: 'error', failed: true, stale: false }, 'error-failed'],
  [{ status: 'stopped', failed: false, stale: true }, 'stopped-stale'],
  [{ status: 'unknown', failed: true, stale: true }, 'unknown-failed-stale'],
] as const)('%o is drawn in the file %s', (sign, name) => {
  expect(signName(sign)).toBe(name);
});

test("an environment's sign joins run status, failed deployment and age", () => {
  const environment = anEnvironment('shop/production', 'WARNING', { deployment: aDeployment('BUILD_ERROR') });
  const world = aWorld([environment]);
  expect(environmentSign(world, environment, T0)).toEqual({ status: 'warning', failed: true, stale: false });
  const cut = { ...world, sources: { 'run:c1': aSource('run', { state: 'down' }) } };
  expect(environmentSign(cut, environment, T0 + 31_000).stale).toBe(true);
});
