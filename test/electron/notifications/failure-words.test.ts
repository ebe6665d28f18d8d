import { expect, test } from 'vitest';
import { NOTHING_TOLD } from '../../../electron/model/told.ts';
import { deploymentNotices } from '../../../electron/notifications/failure-notices.ts';
import { aCause } from '../../support/a-deployment.ts';
import { aDeployment, anEnvironment, aService, aWorld, T0 } from '../../support/a-world.ts';

const SHOP = 'shop/a';

test.each<[string, names: readonly string[], deployment: string, body: string]>([
  ['the only stage is not named', ['2.APPLICATION'], 'x2', 'Build: no space left.'],
  ['of several the one of the service is', ['1.DATABASE', '2.APPLICATION'], 'x2', 'Stage Application, Build: no space left.'],
  [
    'those of another deployment say nothing',
    ['1.DATABASE', '2.APPLICATION'],
    'x3',
    'Build: no space left. The next deployment is under way.',
  ],
])('the first line is the cause, with stage and step: %s', (_, names, deployment, body) => {
  const part = { id: 'api', name: 'api', label: 'DEPLOYMENT ERROR', tone: 'error', durationMs: null, steps: [] } as const;
  const stages = names.map((name, i) => ({
    name,
    status: 'error' as const,
    since: null,
    durationMs: null,
    services: i === names.length - 1 ? [part] : [{ ...part, id: 'db', name: 'db' }],
  }));
  const cause = aCause('no space left', { serviceId: 'api', serviceName: 'api', step: 'Build' });
  const environment = anEnvironment(SHOP, 'RUNNING', {
    stages,
    deployment: aDeployment(deployment === 'x2' ? 'DEPLOYMENT_ERROR' : 'DEPLOYING', { executionId: deployment }),
    failure: { executionId: 'x2', cause },
  });
  const notice = deploymentNotices({
    changes: [
      {
        kind: 'deployment-failed',
        environmentId: SHOP,
        failureId: 'x2',
        executionId: 'x2',
        label: 'DEPLOYMENT ERROR',
        serviceIds: ['api'],
      },
    ],
    world: aWorld([environment], [aService('api', SHOP)]),
    told: NOTHING_TOLD,
    now: T0,
  }).proposals[0]?.notice;
  expect([notice?.title, notice?.body]).toEqual([`${SHOP} · api: DEPLOYMENT ERROR`, body]);
});
