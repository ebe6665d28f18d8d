import { expect, test } from 'vitest';
import type { LogPlace } from '../../../electron/contract/log-batch.ts';
import { isSameLog, logWindow, standsElsewhere } from '../../../electron/windows/log-window.ts';

const DEPLOYMENT: LogPlace = {
  kind: 'deployment',
  organizationId: 'o',
  projectId: 'p',
  environmentId: 'e',
  serviceId: null,
  executionId: 'x1',
  lineKey: null,
};
const SERVICE: LogPlace = { ...DEPLOYMENT, kind: 'service', serviceId: 's1', executionId: null };

test.each<[string, boolean, LogPlace, LogPlace]>([
  ['a deployment and itself', true, DEPLOYMENT, { ...DEPLOYMENT }],
  ['a deployment at another line of it', true, DEPLOYMENT, { ...DEPLOYMENT, lineKey: 'k' }],
  ['a deployment at another service of it', true, DEPLOYMENT, { ...DEPLOYMENT, serviceId: 's2' }],
  ['a deployment and an earlier one', false, DEPLOYMENT, { ...DEPLOYMENT, executionId: 'x0' }],
  ['a deployment and the latest, whichever it is', false, DEPLOYMENT, { ...DEPLOYMENT, executionId: null }],
  ['deployments of two environments', false, DEPLOYMENT, { ...DEPLOYMENT, environmentId: 'e2' }],
  ['a service and itself', true, SERVICE, { ...SERVICE }],
  ['two services', false, SERVICE, { ...SERVICE, serviceId: 's2' }],
  ['a service and its deployment', false, SERVICE, { ...DEPLOYMENT, serviceId: 's1' }],
])('%s are the same log: %s', (_, expected, a, b) => {
  expect(isSameLog(a, b)).toBe(expected);
});

test.each<[string, boolean, LogPlace, LogPlace]>([
  ['nowhere in particular', false, { ...DEPLOYMENT, lineKey: 'k' }, DEPLOYMENT],
  ['where it stands already', false, { ...DEPLOYMENT, lineKey: 'k' }, { ...DEPLOYMENT, lineKey: 'k' }],
  ['at another line', true, { ...DEPLOYMENT, lineKey: 'k' }, { ...DEPLOYMENT, lineKey: 'l' }],
  ["at another service's error", true, { ...DEPLOYMENT, serviceId: 's1' }, { ...DEPLOYMENT, serviceId: 's2' }],
  ["at a service's log, which it shows", false, SERVICE, { ...SERVICE }],
])('asked to stand %s, a log loads anew: %s', (_, expected, shown, next) => {
  expect(standsElsewhere(shown, next)).toBe(expected);
});

test('the two kinds of log differ in their titles', () => {
  expect([logWindow(DEPLOYMENT).title, logWindow(SERVICE).title]).toEqual(['deployment log', 'service log']);
});
