import { expect, test } from 'vitest';
import { comparedParts, lastGoodRun } from '../../../electron/model/good-run.ts';
import type { PastDeployment } from '../../../electron/model/report.ts';
import { aPast } from '../../support/a-deployment.ts';
import { aLine, LOG_T0 } from '../../support/a-log.ts';

const run = (executionId: string, state: string, more: Partial<PastDeployment> = {}): PastDeployment =>
  aPast(executionId, state, { at: LOG_T0, ...more });

test('is the newest one before it that went well and did the same', () => {
  const history = [
    run('newer', 'DEPLOYED'),
    run('own', 'BUILD_ERROR'),
    run('failed', 'DEPLOYMENT_ERROR'),
    run('stopped', 'STOPPED', { action: 'STOP' }),
    run('good', 'DEPLOYED'),
    run('older', 'DEPLOYED'),
  ];
  expect(lastGoodRun(history, 'own', LOG_T0)?.executionId).toBe('good');
  expect(lastGoodRun(history, 'not told of', LOG_T0)?.executionId).toBe('newer');
  expect(lastGoodRun(history, 'older', LOG_T0)).toBeNull();
  expect(lastGoodRun([], 'own', LOG_T0)).toBeNull();
});

test('sets stages, services and phases of both side by side; what one lacks has no duration', () => {
  const service = (id: string, durationMs: number | null) => ({ id, name: id, state: 'DEPLOYED', durationMs });
  const stage = (name: string, durationMs: number, services: ReturnType<typeof service>[]) => ({
    name,
    status: 'DONE',
    durationMs,
    services,
  });
  const own = run('own', 'BUILD_ERROR', { stages: [stage('3.DEFAULT APPLICATION', 50_000, [service('api', 46_000)])] });
  const good = run('good', 'DEPLOYED', {
    durationMs: 90_000,
    stages: [
      stage('0.DEFAULT DATABASE', 9_000, []),
      stage('3.DEFAULT APPLICATION', 80_000, [service('api', 70_000), service('web', null)]),
    ],
  });
  const lines = [
    aLine(0, { step: 'Build' }),
    aLine(40, { step: 'BuiltError' }),
    aLine(41, { step: 'PreCheck' }),
    aLine(50, { step: 'Build', at: null }),
  ];
  const goodLines = [aLine(0), aLine(30, { step: 'Built' }), aLine(31, { step: 'Deploy' }), aLine(70, { step: 'Deployed' })];
  const parts = comparedParts({ past: own, lines }, { past: good, lines: goodLines });
  expect(parts.map(({ kind, name, ownMs, goodMs }) => [kind, name, ownMs, goodMs])).toEqual([
    ['whole', 'Whole deployment', 60_000, 90_000],
    ['stage', 'Default application', 50_000, 80_000],
    ['service', 'api', 46_000, 70_000],
    ['phase', 'Build', 40_000, 30_000],
    ['phase', 'Deploy', null, 39_000],
    ['service', 'web', null, null],
  ]);
});
