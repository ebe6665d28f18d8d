import { expect, test } from 'vitest';
import { plainVerdict } from '../../../electron/model/service-status.ts';
import { ailments, environmentPath, namesText, oldWords, statusWords } from '../../../electron/model/wording-environment.ts';
import { aDeployment, anEnvironment, aWorld } from '../../support/a-world.ts';

test('an environment is named with its project, long branch names are cut, line breaks are not let through', () => {
  const long = anEnvironment(`shop/${'x'.repeat(60)}`);
  expect(environmentPath(aWorld([long]), long)).toBe(`shop/${'x'.repeat(39)}…`);
  const odd = anEnvironment('shop/a\nb\u001b[31m');
  expect(environmentPath(aWorld([odd]), odd)).toBe('shop/a b');
  expect(environmentPath(aWorld([]), odd)).toBe('a b');
});

test.each([
  ['RUNNING', 'DEPLOYED', []],
  ['ERROR', 'DEPLOYED', ['ERROR']],
  ['WARNING', 'BUILD_ERROR', ['WARNING', 'DEPLOYMENT ERROR']],
  ['RUNNING', 'STOP_ERROR', ['STOP ERROR']],
  ['STARTING', 'DEPLOYING', []],
] as const)('%s and %s: what ails it is %j', (run, state, words) => {
  expect(ailments(anEnvironment('shop/x', run, { deployment: aDeployment(state) }))).toEqual(words);
});

test.each([
  ['RUNNING', aDeployment('DEPLOYED'), 0, 'RUNNING, DEPLOYMENT OK'],
  ['STOPPED', aDeployment('STOPPED'), 0, 'STOPPED'],
  ['RUNNING', aDeployment('RESTART_QUEUED'), 0, 'RUNNING, QUEUED (restart)'],
  ['RUNNING', aDeployment('DEPLOYED'), 1, 'RUNNING, DEPLOYMENT OK, 1 service stopped'],
  ['UNKNOWN', null, 0, 'UNKNOWN'],
  ['RUNNING', aDeployment('PONDERING'), 0, 'RUNNING, PONDERING'],
] as const)('%s is said as %#', (status, deployment, stopped, words) => {
  const run = plainVerdict(status, { kind: 'no-data' }, { stopped });
  expect(statusWords(anEnvironment('shop/x', status, { run, deployment }))).toBe(words);
});

test.each([
  [[], ''],
  [['api'], 'api'],
  [['api', 'web'], 'api and web'],
  [['api', 'web', 'db'], 'api, web and db'],
  [['api', 'web', 'db', 'job'], 'api, web and 2 more'],
])('%j are named in one line', (names, text) => {
  expect(namesText(names)).toBe(text);
});

test.each([
  ['RUNNING', 'live', 'live', ''],
  ['RUNNING', 'waiting', 'ageing', ''],
  ['RUNNING', 'agent-away', 'live', 'run status is old'],
  ['ERROR', 'live', 'unreachable', 'deployment status is old'],
  ['RUNNING', 'unreachable', 'stale', 'old'],
  ['RUNNING', 'live', 'refused', 'deployment status is not permitted'],
  ['RUNNING', 'refused', 'stale', 'run status is not permitted, deployment status is old'],
  ['UNKNOWN', 'agent-away', 'live', ''],
  ['UNKNOWN', 'unreachable', 'stale', 'deployment status is old'],
] as const)('%s, its run status %s and its label %s: %s', (status, run, deployment, words) => {
  expect(oldWords(status, { run, deployment, runAsOf: 0, deploymentAsOf: 0, runProblem: null, deploymentProblem: null, asOf: 0 })).toBe(
    words,
  );
});
