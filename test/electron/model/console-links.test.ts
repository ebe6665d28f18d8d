import { expect, test } from 'vitest';
import {
  deploymentLink,
  environmentLink,
  serviceDeploymentLink,
  serviceLink,
  serviceLogLink,
} from '../../../electron/model/console-links.ts';

const place = { organizationId: 'o1', projectId: 'p1', id: 'e1' };
const base = 'https://console.qovery.com';
const environment = `${base}/organization/o1/project/p1/environment/e1`;

test.each([
  ['an environment', environmentLink(base, place), environment],
  ['one deployment', deploymentLink(base, place, 'x-1'), `${environment}/deployment/x-1`],
  ['the list of deployments when the execution is not known', deploymentLink(base, place, null), `${environment}/deployments`],
  ['a service', serviceLink(base, place, 's1'), `${environment}/service/s1`],
  ["a service's part in one deployment", serviceDeploymentLink(base, place, 's1', 'x-1'), `${environment}/service/s1/deployments/logs/x-1`],
  ["a service's deployments", serviceDeploymentLink(base, place, 's1', null), `${environment}/service/s1/deployments`],
  ["a service's log", serviceLogLink(base, place, 's1'), `${environment}/service/s1/service-logs`],
  ["one instance's log", serviceLogLink(base, place, 's1', 'api-7d/x y'), `${environment}/service/s1/service-logs?instance=api-7d%2Fx%20y`],
])('%s has its page in the Console', (_, link, expected) => {
  expect(link).toBe(expected);
});

test('a final slash of the base does not stand twice, and ids cannot leave their place in the path', () => {
  expect(environmentLink('http://127.0.0.1:9000/console/', { ...place, id: '../?x#y' })).toBe(
    'http://127.0.0.1:9000/console/organization/o1/project/p1/environment/..%2F%3Fx%23y',
  );
});
