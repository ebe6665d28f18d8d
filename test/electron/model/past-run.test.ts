import { expect, test } from 'vitest';
import { failedRuns, pastRuns } from '../../../electron/model/past-run.ts';
import type { PastDeployment } from '../../../electron/model/report.ts';
import { aFailure, aPast } from '../../support/a-deployment.ts';
import { anEnvironment, aWorld } from '../../support/a-world.ts';
import { pastRunText, runByText } from '../../../renderer/log-viewer/runs.ts';

const NOW = Date.UTC(2026, 10, 24, 15);
const past = (executionId: string, state: string, at: number): PastDeployment =>
  aPast(executionId, state, { environmentId: 'e', at, durationMs: 81_000, triggeredBy: 'grace', origin: 'GIT' });
const saved = (executionId: string, at: number, environmentId = 'e') => ({
  environmentId,
  executionId,
  label: 'DEPLOYMENT ERROR',
  at,
  of: `shop / ${environmentId}`,
});

test('lists what the platform tells and what is kept here, newest first, each once', () => {
  const runs = pastRuns([past('b', 'DEPLOYED', 20), past('a', 'DEPLOYMENT_ERROR', 10)], [saved('old', 5), saved('a', 11)], NOW);
  expect(runs.map(({ executionId, label, isSaved }) => [executionId, label, isSaved])).toEqual([
    ['b', 'DEPLOYMENT OK', false],
    ['a', 'DEPLOYMENT ERROR', true],
    ['old', 'DEPLOYMENT ERROR', true],
  ]);
});

test('knows what is kept here when the platform says nothing', () => {
  expect(pastRuns([], [saved('a', 11)], NOW)).toMatchObject([{ executionId: 'a', isSaved: true, triggeredBy: null }]);
});

test('names the environment where the list holds more than one', () => {
  const runs = pastRuns([], [saved('a', 11), saved('b', 12, 'dev')], NOW);
  expect(runs.map((one) => pastRunText(one, NOW).split(',')[0])).toEqual(['shop / dev', 'shop / e']);
  expect(pastRuns([], [saved('a', 11)], NOW)[0]?.of).toBe('');
});

test('says a run in words', () => {
  const [one] = pastRuns([past('a', 'DEPLOYMENT_ERROR', NOW - 60_000)], [saved('a', NOW)], NOW);
  expect(one && pastRunText(one, NOW)).toMatch(/^\d\d:\d\d, DEPLOYMENT ERROR, 1 min 21 s, grace, Git push, kept here$/);
  expect(one && runByText(one)).toBe('grace, Git push, kept here');
});

test('keeps the log of a failure that was seen, and of nothing else', () => {
  const kept = { environmentId: 'e', executionId: 'x', label: 'DEPLOYMENT ERROR', at: NOW };
  const world = aWorld([anEnvironment('shop/production', 'RUNNING')], []);
  expect(failedRuns([{ kind: 'first-look' }, aFailure('e', 'x')], world, NOW)).toEqual([{ ...kept, of: '' }]);
  const [named] = failedRuns([aFailure('shop/production', 'x')], world, NOW);
  expect(named?.of).toBe('shop / production');
  expect(failedRuns([{ ...aFailure('e', 'e@1'), executionId: null }], world, NOW)).toEqual([]); // nothing to ask its log by
});
