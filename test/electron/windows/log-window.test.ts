import { expect, test } from 'vitest';
import type { LogPlace } from '../../../electron/contract/log-batch.ts';
import { asksForPlace, isSameLog, logWindow } from '../../../electron/windows/log-window.ts';

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

test.each<[string, boolean, LogPlace]>([
  ['nowhere in particular', false, DEPLOYMENT],
  ['at a line', true, { ...DEPLOYMENT, lineKey: 'k' }],
  ["at a service's error", true, { ...DEPLOYMENT, serviceId: 's2' }],
  ["at a service's log, which it shows", false, SERVICE],
  ["at a line of a service's log", true, { ...SERVICE, lineKey: 'k' }],
])('asked to stand %s, an open log jumps: %s', (_, expected, next) => {
  expect(asksForPlace(next)).toBe(expected);
});

test('the two kinds of log differ in their titles', () => {
  expect([logWindow(DEPLOYMENT).title, logWindow(SERVICE).title]).toEqual(['deployment log', 'service log']);
});
