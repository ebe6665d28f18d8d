import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../electron/contract/settings.ts';
import type { Cause } from '../../../electron/model/failure.ts';
import { consoleLinkOf, deploymentLogOf, withFavourite, withMuted } from '../../../renderer/overview/row-actions.ts';
import type { Row } from '../../../renderer/overview/rows.ts';
import { aDeployment, anEnvironment, aService } from '../../support/a-world.ts';

const cause: Cause = {
  serviceId: 'api',
  serviceName: 'api',
  step: 'Build',
  tag: null,
  message: 'build failed',
  hint: null,
  link: null,
  lineKey: 'line-7',
};
const environment = anEnvironment('shop/production', 'RUNNING', {
  deployment: aDeployment('DEPLOYMENT_ERROR', { executionId: 'x9' }),
  failure: { executionId: 'x9', cause },
});
const service = (id: string): Row => ({
  kind: 'service',
  key: id,
  service: aService(id, environment.id, 'RUNNING', { deployment: aDeployment('DEPLOYMENT_ERROR', { executionId: 'x9' }) }),
  environment,
  isOpen: null,
});
const row: Row = {
  kind: 'environment',
  key: 'e',
  environment,
  projectName: 'shop',
  isAbove: true,
  isAway: true,
  isFavourite: false,
  isMuted: false,
  isOpen: false,
};

test("an environment's label opens its deployment's log at the cause", () => {
  expect(deploymentLogOf(row)).toEqual({ environmentId: 'shop/production', executionId: 'x9', serviceId: null, lineKey: 'line-7' });
});

test("a service's label opens the log at that service, and at the cause only if it is its own", () => {
  expect(deploymentLogOf(service('api'))).toEqual({
    environmentId: 'shop/production',
    executionId: 'x9',
    serviceId: 'api',
    lineKey: 'line-7',
  });
  expect(deploymentLogOf(service('web'))).toMatchObject({ serviceId: 'web', lineKey: null });
});

test('without any deployment the latest is asked for', () => {
  const bare = anEnvironment('shop/new', 'EMPTY', { deployment: null });
  expect(deploymentLogOf({ ...row, environment: bare })).toEqual({
    environmentId: 'shop/new',
    executionId: null,
    serviceId: null,
    lineKey: null,
  });
});

test('a heading opens nothing', () => {
  const heading: Row = { kind: 'section', key: 's', title: 'shop', note: '' };
  expect(deploymentLogOf(heading)).toBeNull();
  expect(consoleLinkOf('https://console.test', heading)).toBeNull();
});

test("a row's page in the Console is its environment's or its service's", () => {
  expect(consoleLinkOf('https://console.test', row)).toMatch(/environment\/shop%2Fproduction$/);
  expect(consoleLinkOf('https://console.test', service('api'))).toMatch(/\/service\/api$/);
});

test('muting twice is not muting', () => {
  const once = withMuted(DEFAULT_SETTINGS, 'e1');
  expect(once.mutedEnvironments).toEqual(['e1']);
  expect(withMuted(once, 'e1')).toEqual(DEFAULT_SETTINGS);
});

test('a favourite twice is none, and the sort stays', () => {
  const settings = { ...DEFAULT_SETTINGS, list: { ...DEFAULT_SETTINGS.list, sort: 'name' } as const };
  const once = withFavourite(settings, 'e1');
  expect(once.list).toEqual({ sort: 'name', favourites: ['e1'] });
  expect(withFavourite(once, 'e1')).toEqual(settings);
});
