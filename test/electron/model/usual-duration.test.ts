import { describe, expect, test } from 'vitest';
import type { PastDeployment } from '../../../electron/model/report.ts';
import { timeLeft, usualDuration } from '../../../electron/model/usual-duration.ts';
import { CURRENT, deploymentSentence } from '../../../electron/model/wording-status.ts';
import { aPast } from '../../support/a-deployment.ts';
import { aDeployment, T0 } from '../../support/a-world.ts';

const MIN = 60_000;
const past = (minutes: number | null, more: Partial<PastDeployment> = {}): PastDeployment =>
  aPast('x', 'DEPLOYED', { actionStatus: 'SUCCESS', durationMs: minutes === null ? null : minutes * MIN, ...more });

describe('how long it usually takes', () => {
  test('is the range of the last ones that worked', () => {
    expect(usualDuration([past(3), past(5), past(4)])).toEqual({ fromMs: 3 * MIN, toMs: 5 * MIN });
  });
  test('is not said when fewer than three worked', () => {
    const failed = past(1, { state: 'DEPLOYMENT_ERROR', actionStatus: 'ERROR' });
    expect(usualDuration([past(3), failed, past(4), past(2, { action: 'STOP' }), past(null), past(0)])).toBeNull();
  });
  test('forgets what was long ago', () => {
    const recent = Array.from({ length: 8 }, () => past(2));
    expect(usualDuration([...recent, past(90)])).toEqual({ fromMs: 2 * MIN, toMs: 2 * MIN });
  });
});

describe('the time left', () => {
  const usual = { fromMs: 3 * MIN, toMs: 5 * MIN };
  const moving = aDeployment('DEPLOYING', { at: T0 });
  test.each([
    [1, 'About 2–4 min left, as earlier ones took.'],
    [4, 'Less than 1 min left, as earlier ones took.'],
    [6, 'Longer than the usual 3–5 min.'],
  ])('after %i minutes: %s', (minutes, words) => {
    expect(deploymentSentence(moving, T0 + minutes * MIN, CURRENT, usual).endsWith(words)).toBe(true);
  });
  test('is not said when nothing is under way, when its start is not known, or when too few are known', () => {
    expect(timeLeft(aDeployment('DEPLOYED', { at: T0 }), usual, T0)).toBeNull();
    expect(timeLeft(aDeployment('DEPLOYING', { at: null }), usual, T0)).toBeNull();
    expect(deploymentSentence(moving, T0 + MIN, CURRENT, null)).not.toContain('left');
  });
  test('whose start lies in our future (skewed clocks) is the whole', () => {
    expect(timeLeft(moving, usual, T0 - 10 * MIN)).toEqual(usual);
  });
});
