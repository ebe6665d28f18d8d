import { describe, expect, test } from 'vitest';
import type { Freshness } from '../../../electron/model/freshness.ts';
import type { Problem } from '../../../electron/model/problem.ts';
import { trayStatus } from '../../../electron/model/tray-status.ts';
import {
  ago,
  asOfRoughly,
  asOfText,
  counted,
  dayText,
  durationText,
  labelText,
  modeText,
  ordinal,
  timeText,
  narrowText,
  runSourceWord,
} from '../../../electron/model/wording.ts';
import { problemText, problemWord } from '../../../electron/model/wording-problem.ts';
import {
  deploymentSentence,
  headline,
  instanceSentence,
  runSentence,
  shortHeadline,
  type RunFacts,
} from '../../../electron/model/wording-status.ts';
import { EMPTY_WORLD, type Source, type World } from '../../../electron/model/world.ts';
import { plainVerdict } from '../../../electron/model/service-status.ts';
import { aDeployment, anEnvironment, aSource, aWorld, T0 } from '../../support/a-world.ts';

const S = 1000;
const MIN = 60 * S;
const H = 60 * MIN;

describe('ages and times', () => {
  test.each<[number, string]>([
    [-5 * S, 'now'],
    [999, 'now'],
    [3 * S, '3 s'],
    [59_999, '59 s'],
    [12 * MIN, '12 min'],
    [2 * H, '2 h'],
    [47 * H, '47 h'],
    [48 * H, '2 d'],
    [6 * 24 * H, '6 d'],
  ])('%i ms → %s', (ms, text) => expect(ago(T0 - ms, T0)).toBe(text));
  test.each<[number, string]>([
    [0, '0 s'],
    [4_400, '4 s'],
    [60 * S, '1 min'],
    [184 * S, '3 min 4 s'],
    [65 * MIN, '1 h 5 min'],
    [2 * H, '2 h'],
  ])('a duration of %i ms is %s', (ms, text) => expect(durationText(ms)).toBe(text));
  test('a time of another day says which', () => {
    expect(timeText(T0, T0)).toBe('14:02');
    expect(timeText(T0 - 24 * H, T0)).toBe('23 Nov, 14:02');
  });
  test('as of', () =>
    expect([asOfText(T0 - 3 * S, T0), asOfText(T0, T0), asOfText(null, T0)]).toEqual(['As of 3 s ago', 'As of now', 'Not heard yet']));
  test('as of, by the minute', () =>
    expect([T0, T0 - 59 * S, T0 - 61 * S, T0 - 3 * H, null].map((at) => asOfRoughly(at, T0))).toEqual([
      'As of less than a minute ago',
      'As of less than a minute ago',
      'As of 1 min ago',
      'As of 3 h ago',
      'Not heard yet',
    ]));
  test('numbers and words agree', () =>
    expect([counted(1, 'environment'), counted(14, 'environment')]).toEqual(['1 environment', '14 environments']));
  test('modes', () =>
    expect([modeText('PREVIEW'), modeText('PRODUCTION'), modeText('CANARY'), modeText('toString')]).toEqual([
      'Ephemeral',
      'Production',
      'CANARY',
      'toString',
    ]));
});

describe('labels', () => {
  test.each([
    ['DEPLOYED', 'DEPLOYMENT OK'],
    ['BUILD_ERROR', 'DEPLOYMENT ERROR'],
    ['RESTART_QUEUED', 'QUEUED (restart)'],
    ['HIBERNATING', 'HIBERNATING'],
  ])('%s is written %s', (state, text) => expect(labelText(aDeployment(state))).toBe(text));
  test('explain themselves in a sentence', () => {
    expect(deploymentSentence(aDeployment('BUILD_ERROR'), T0)).toBe(
      'DEPLOYMENT ERROR (build): the last deployment failed; that does not mean that it is down, by ada, 1 min ago, took 30 s.',
    );
    expect(deploymentSentence(aDeployment('DEPLOYED', { isPartOfLast: false, needsRedeploy: true }), T0)).toContain(
      'not part of the last deployment, needs a redeploy',
    );
    expect(deploymentSentence(null, T0)).toMatch(/^No deployment status/);
  });
});

const withDenied = (world: World): World => ({
  ...world,
  organizations: { ...world.organizations, beta: { id: 'beta', name: 'Beta', problem: { kind: 'forbidden', answer: 403 } } },
});
describe('the headline', () => {
  const line = (world: World): string => headline(trayStatus(world, [], T0), world, T0);
  const blind = ['shop/x', 'shop/y'].map((path) => anEnvironment(path, 'UNKNOWN'));
  const from = (more: Partial<Source>): Partial<World> => ({
    sources: { 'run:c1': aSource('run', { asOf: null, ...more }), 'deployment:p1': aSource('deployment') },
  });
  const lost = from({ state: 'refused', problem: { kind: 'forbidden', answer: 1007 } });
  const waiting = from({ state: 'connecting' });
  const silent = from({ state: 'down', asOf: T0 });
  const failed = anEnvironment('shop/a', 'RUNNING', { deployment: aDeployment('DEPLOYMENT_ERROR') });
  const partly: World = {
    ...aWorld([anEnvironment('shop/a')]),
    projects: Object.fromEntries(['shop', 'data'].map((id) => [id, { id, name: id, organizationId: 'acme' }])),
    sources: {
      'run:c1': aSource('run'),
      'deployment:shop': aSource('deployment'),
      'deployment:data': aSource('deployment', { state: 'refused', problem: { kind: 'forbidden', answer: 403 } }),
    },
  };
  test.each<[string, World, string]>([
    ['calm', aWorld([anEnvironment('shop/a'), anEnvironment('shop/b')]), '2 environments, nothing needs attention'],
    ['calm as far as may be seen', partly, 'Nothing needs attention in 1 of 2 projects'],
    ['one', aWorld([failed, anEnvironment('shop/b')]), '1 of 2 environments needs attention'],
    ['two', aWorld([failed, anEnvironment('shop/b', 'ERROR'), anEnvironment('shop/c')]), '2 of 3 environments need attention'],
    ['starting', aWorld([anEnvironment('shop/a', 'STARTING'), anEnvironment('shop/b')]), '1 of 2 environments is STARTING'],
    ['none', aWorld([]), 'No environments yet'],
    ['none that may be seen', withDenied(aWorld([])), 'No environments to see: 1 organisation cannot be read'],
    [
      'offline',
      aWorld([failed], [], { problem: { kind: 'offline', code: 'ENOTFOUND' }, ...silent }),
      '1 of 1 environment needed attention at 14:02',
    ],
    [
      'asked in vain, while the sockets speak',
      aWorld([failed], [], { problem: { kind: 'offline', code: 'ENOTFOUND' } }),
      '1 of 1 environment needs attention',
    ],
    [
      'offline and calm',
      aWorld([anEnvironment('shop/a')], [], { problem: { kind: 'timeout', afterMs: 1 }, ...silent }),
      '1 environment, nothing needed attention at 14:02',
    ],
    ['signed out', EMPTY_WORLD, 'Not connected'],
    ['connecting', { ...EMPTY_WORLD, phase: 'connecting' }, 'Connecting…'],
    [
      'reading',
      { ...EMPTY_WORLD, phase: 'connecting', projects: { p: { id: 'p', name: 'p', organizationId: 'o' } } },
      'Reading 1 project…',
    ],
    [
      'blind in part',
      aWorld([...blind, anEnvironment('shop/c', 'STOPPED', { runSourceId: 'run:c2' })], [], lost),
      '3 environments, 2 with no run status',
    ],
    ['blind', aWorld(blind, [], lost), '2 environments with no run status'],
    ['blind in need of attention', aWorld([...blind, failed], [], lost), '1 of 3 environments needs attention'],
    ['unknown while it is still read', aWorld(blind, [], waiting), '2 environments, nothing needs attention'],
    [
      'blind, then offline',
      aWorld(blind, [], { ...lost, problem: { kind: 'offline', code: 'ENOTFOUND' } }),
      '2 environments with no run status at 14:02',
    ],
    ['never reached', { ...EMPTY_WORLD, phase: 'connecting', problem: { kind: 'offline', code: 'ECONNREFUSED' } }, 'Offline'],
  ])('%s', (_, world, text) => expect(line(world)).toBe(text));
  test('is shorter in a window, in the past tense', () => {
    const short = (world: World): string => shortHeadline(trayStatus(world, [], T0), world, T0);
    const offline = { problem: { kind: 'offline', code: 'X' }, ...silent } as const;
    expect(short(aWorld([failed, anEnvironment('shop/b')], [], offline))).toBe('1 of 2 needed attention at 14:02');
    expect(short(aWorld([anEnvironment('shop/b')], [], offline))).toBe('Nothing needed attention at 14:02');
    expect(short(aWorld(blind, [], { ...offline, ...lost }))).toBe('2 environments with no run status at 14:02');
    expect(short(aWorld([failed]))).toBe('1 of 1 environment needs attention');
  });
});

describe('a dot explains itself', () => {
  const live = { rung: 'services', freshness: 'live', asOf: T0 - 3 * S, reported: null, problem: null } as const;
  test('with its reason, its counts and its age', () => {
    const run = plainVerdict('WARNING', { kind: 'counted', of: 'services', counts: { ERROR: 1, RUNNING: 3 }, total: 4 }, { busy: true });
    expect(runSentence({ ...live, run, reported: 'RUNNING' }, T0)).toBe(
      'WARNING: some services are in ERROR or WARNING (1 ERROR, 3 RUNNING); something is starting or stopping. The platform says RUNNING. As of 3 s ago.',
    );
  });
  test('says when it is old', () => {
    const run = plainVerdict('RUNNING', { kind: 'reported', raw: 'RUNNING' });
    expect(runSentence({ ...live, run, freshness: 'unreachable' }, T0)).toBe(
      'RUNNING: the platform says so. Old: the connection for run status is lost. As of 3 s ago.',
    );
  });
  test.each<[string, Pick<RunFacts, 'freshness' | 'asOf' | 'problem'>, string]>([
    [
      'an address that is none',
      { freshness: 'refused', asOf: null, problem: { kind: 'bad-address', address: 'https://ws.test' } },
      'Run status cannot be read. “https://ws.test” is not an address of a platform. It must begin with https:// or http:// (wss:// or ws:// for the sockets).',
    ],
    [
      'a token that may not',
      { freshness: 'refused', asOf: null, problem: { kind: 'forbidden', answer: 1007 } },
      'The token does not permit to see run status.',
    ],
    [
      'a proxy in the way from the start',
      { freshness: 'unreachable', asOf: null, problem: { kind: 'offline', code: 'ECONNREFUSED' } },
      'There is no connection for run status. The platform cannot be reached (ECONNREFUSED). Check the network; the app tries again by itself.',
    ],
    [
      'a connection that was lost',
      { freshness: 'unreachable', asOf: T0 - 60 * S, problem: { kind: 'closed', code: 1006, reason: '' } },
      'Old: the connection for run status is lost. The connection was closed (code 1006). The app tries again by itself. As of 1 min ago.',
    ],
  ])('names what is wrong with its own source: %s', (_, facts, text) => {
    const run = plainVerdict('UNKNOWN', { kind: 'no-data' });
    expect(runSentence({ ...live, ...facts, run }, T0)).toBe(`UNKNOWN: nothing was heard of it yet. ${text}`);
  });
  test('a label says when its own source is old, and nothing of the other', () => {
    const said = deploymentSentence(aDeployment('DEPLOYED'), T0);
    const heard = (freshness: Freshness, problem: Problem | null = null): string =>
      deploymentSentence(aDeployment('DEPLOYED'), T0, { freshness, problem });
    expect(heard('stale')).toBe(`${said} Old: deployment states could not be read anew.`);
    expect(heard('agent-away')).toBe(said);
    expect(heard('refused', { kind: 'forbidden', answer: 403 })).toBe(`${said} The token does not permit to read deployment states.`);
  });
  test('a label whose whole token was refused, or whose platform is gone, says that and what to do', () => {
    const of = (freshness: Freshness, problem: Problem): string => deploymentSentence(aDeployment('DEPLOYED'), T0, { freshness, problem });
    expect(of('refused', { kind: 'refused', answer: 401 })).toMatch(
      / Deployment states cannot be read\. The platform refused the token: .*Connect again with a new one \(answer 401\)\.$/,
    );
    expect(of('unreachable', { kind: 'offline', code: 'ENOTFOUND' })).toMatch(
      / Old: deployment states cannot be read\. The platform cannot be reached/,
    );
  });
  test('an instance says why it is in trouble', () => {
    const instance = {
      name: 'a',
      status: 'ERROR',
      reported: 'ERROR',
      unstable: false,
      remnant: false,
      reason: 'CrashLoopBackOff',
      message: '',
    } as const;
    const more = { restarts: 4, startedAt: null, version: '', lastTermination: { reason: 'Error', exitCode: 1, at: null } };
    expect(instanceSentence({ ...instance, ...more })).toBe('ERROR: CrashLoopBackOff, 4 restarts, last ended with Error (exit code 1).');
  });
});

describe('problems', () => {
  const all: readonly Problem[] = [
    { kind: 'offline', code: 'ENOTFOUND' },
    { kind: 'timeout', afterMs: 30_000 },
    { kind: 'certificate', code: 'SELF_SIGNED' },
    { kind: 'bad-address', address: 'nonsense' },
    { kind: 'signed-out' },
    { kind: 'refused', answer: 401 },
    { kind: 'forbidden', answer: 403 },
    { kind: 'gone' },
    { kind: 'rate-limited', notBefore: T0 },
    { kind: 'rate-limited', notBefore: null },
    { kind: 'server-error', answer: 502, detail: '' },
    { kind: 'bad-request', answer: 400, detail: 'already in progress' },
    { kind: 'bad-reply', detail: 'HTML' },
    { kind: 'agent-away' },
    { kind: 'closed', code: 1006, reason: '' },
    { kind: 'bad-input', detail: 'needs a token' },
    { kind: 'store', file: 'settings.json', detail: 'no room' },
    { kind: 'no-keyring' },
    { kind: 'no-notifications', why: 'absent', detail: '' },
    { kind: 'no-notifications', why: 'slow', detail: '' },
    { kind: 'no-notifications', why: 'failing', detail: 'org.x.Failed' },
  ];
  test.each(all.map((problem) => [problem.kind, problem] as const))('%s is a word and whole sentences', (_, problem) => {
    expect(problemWord(problem)).toMatch(/^[A-Z][\w ]+$/);
    expect(problemText(problem, T0)).toMatch(/^\S.*[.)]$/);
    expect(problemText(problem, T0)).not.toMatch(/undefined|null|NaN|\.\./);
  });
});

test.each([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [11, '11th'],
  [13, '13th'],
  [22, '22nd'],
  [112, '112th'],
])('%i in a row is the %s', (count, text) => {
  expect(ordinal(count)).toBe(text);
});

test.each([
  [0, 'today'],
  [1, 'yesterday'],
  [2, 'Sunday'],
  [6, 'Wednesday'],
  [7, '17 Nov'],
  [-3, 'today'],
])('%i days ago is said as %s', (days, text) => {
  expect(dayText(T0 - days * 86_400_000, T0)).toBe(text);
});

test.each([
  [['run:c1', 'run:c2'], 'cluster'],
  [['run:c1', 'run:c2:shop'], 'socket'],
  [[], 'cluster'],
])('sources %j are counted as a %s', (ids, word) => expect(runSourceWord(ids.map((id) => ({ id })))).toBe(word));
test.each([
  [['run:c1', 'run:c2'], ''],
  [
    ['run:c1', 'run:c2:shop', 'run:c2:docs', 'run:c3:shop:prod'],
    '1 for a whole cluster, 2 for a project, 1 for an environment: the token may not see every cluster whole',
  ],
  [['run:c2:shop'], '1 for a project: the token may not see every cluster whole'],
])('sources %j are explained as %s', (ids, text) => expect(narrowText(ids.map((id) => ({ id })))).toBe(text));
