import { describe, expect, test } from 'vitest';
import { environmentRun } from '../../../electron/model/environment-status.ts';
import type { RunStatus } from '../../../electron/model/status.ts';
import type { Service } from '../../../electron/model/world.ts';
import { aDeployment, aService } from '../../support/a-world.ts';

// The words of the platform guide's test vectors (8.5).
const STATUSES: Readonly<Record<string, RunStatus>> = {
  RUN: 'RUNNING',
  STA: 'STARTING',
  STO: 'STOPPING',
  STP: 'STOPPED',
  ERR: 'ERROR',
  WAR: 'WARNING',
  COM: 'COMPLETED',
  UNK: 'UNKNOWN',
};
function services(words: string): readonly Service[] {
  return words
    .split(' ')
    .filter(Boolean)
    .map((word, i) => {
      const [status = '', kind] = word.split('/');
      return aService(`s${i}`, 'e', STATUSES[status] ?? 'UNKNOWN', kind === 'job' ? { kind: 'JOB' } : {});
    });
}

describe('an environment judged by its services', () => {
  test.each<[string, RunStatus, { busy?: boolean; incomplete?: boolean; stopped?: number }]>([
    ['', 'EMPTY', {}],
    ['UNK UNK', 'UNKNOWN', {}],
    ['STP STP', 'STOPPED', {}],
    ['ERR', 'ERROR', {}],
    ['ERR ERR', 'ERROR', {}],
    ['ERR RUN', 'WARNING', {}],
    ['ERR STP', 'WARNING', {}],
    ['ERR STA', 'WARNING', { busy: true }],
    ['ERR STO', 'WARNING', { busy: true }],
    ['ERR ERR STA', 'WARNING', { busy: true }],
    ['WAR RUN', 'WARNING', {}],
    ['WAR WAR', 'WARNING', {}],
    ['WAR STA', 'WARNING', { busy: true }],
    ['STA RUN', 'STARTING', {}],
    ['STO RUN', 'STOPPING', {}],
    ['STA STO', 'STARTING', {}],
    ['STA STP', 'STARTING', {}],
    ['RUN RUN', 'RUNNING', { stopped: 0 }],
    ['RUN STP', 'RUNNING', { stopped: 1 }],
    ['RUN STP STP', 'RUNNING', { stopped: 2 }],
    ['COM', 'COMPLETED', {}],
    ['COM RUN', 'RUNNING', {}],
    ['COM STP', 'STOPPED', {}],
    ['COM STP/job', 'COMPLETED', {}],
    ['COM/job COM/job', 'COMPLETED', {}],
    ['ERR/job RUN RUN', 'WARNING', {}],
    ['UNK RUN', 'RUNNING', { incomplete: true }],
    ['UNK ERR', 'ERROR', { incomplete: true }],
    ['UNK STP', 'STOPPED', { incomplete: true }],
  ])('[%s] is %s', (words, status, flags) => {
    expect(environmentRun(services(words))).toMatchObject({ status, busy: false, ...flags });
  });

  test('the statuses page’s own order, failure last, is one constant away', () => {
    expect(environmentRun(services('ERR STA'), false).status).toBe('STARTING');
    expect(environmentRun(services('WAR STO'), false).status).toBe('STOPPING');
    expect(environmentRun(services('ERR RUN'), false).status).toBe('WARNING');
  });

  test('one that was never deployed is stopped, and says why', () => {
    const fresh = aService('s', 'e', 'STOPPED', {
      deployment: aDeployment('READY', { label: 'NEVER DEPLOYED', at: null, executionId: null }),
    });
    expect(environmentRun([fresh, fresh])).toMatchObject({ status: 'STOPPED', reason: { kind: 'never-deployed' } });
    expect(environmentRun([fresh, aService('t', 'e', 'STOPPED')]).reason.kind).toBe('counted');
  });

  test('counts every service in its reason, and passes on what crashed before', () => {
    const [a, b] = services('RUN RUN');
    if (!a || !b) throw new Error('two services were made');
    const verdict = environmentRun([a, { ...b, run: { ...b.run, unstable: true } }]);
    expect(verdict).toMatchObject({ status: 'RUNNING', unstable: true, reason: { counts: { RUNNING: 2 }, total: 2 } });
  });
});
