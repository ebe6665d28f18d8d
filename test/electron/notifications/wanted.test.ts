import { expect, test } from 'vitest';
import { DEFAULT_NOTICES, type NoticeSettings, type NoticeSwitches } from '../../../electron/contract/notice-settings.ts';
import { DEFAULT_SETTINGS } from '../../../electron/contract/settings.ts';
import type { Environment } from '../../../electron/model/world.ts';
import type { Proposal } from '../../../electron/notifications/notice.ts';
import { isMine, isWanted } from '../../../electron/notifications/wanted.ts';
import { aDeployment, anEnvironment, aWorld, T0 } from '../../support/a-world.ts';

type About = keyof NoticeSwitches;
const MINE = { me: ['Ada@x.test '] } as const;
const ONLY_MINE = { ...MINE, isOnlyMine: true } as const;
const by = (triggeredBy: string | null, durationMs = 60_000): Environment =>
  anEnvironment('shop/x', 'RUNNING', { mode: 'STAGING', deployment: aDeployment('DEPLOYED', { triggeredBy, durationMs }) });
const [mine, others, unknown, longOfOthers] = [by('ada@x.test'), by('grace@x.test'), by(null), by('grace@x.test', 300_001)];

function wanted(about: About, environment: Environment | null, notices: Partial<NoticeSettings>, place = 'deployment'): boolean {
  const notice: Proposal['notice'] = {
    key: `${place}/shop/x`,
    title: '',
    body: '',
    urgency: 'normal',
    isSilent: false,
    icon: { status: 'running', failed: false, stale: false },
    choice: { kind: 'open' },
    actions: [],
  };
  const settings = { ...DEFAULT_SETTINGS, notifications: { ...DEFAULT_NOTICES, ...notices } };
  return isWanted({ about, environment, notice }, aWorld(environment ? [environment] : []), settings, T0);
}

const DEFAULTS: readonly (readonly [About, boolean])[] = [
  ['deploymentErrors', true],
  ['recoveries', true],
  ['runTroubles', true],
  ['stuck', true],
  ['tokenRefused', true],
  ['unreachable', true],
  ['starts', false],
  ['successes', false],
  ['cancellations', false],
];
test.each(DEFAULTS)('%s: told by default: %s; its switch alone turns that round', (about, isTold) => {
  const environment = about === 'tokenRefused' || about === 'unreachable' ? null : longOfOthers;
  expect(wanted(about, environment, {})).toBe(isTold);
  expect(wanted(about, environment, { [about]: !isTold })).toBe(!isTold);
});
test('the table above names every switch', () => {
  const flags = Object.entries(DEFAULT_NOTICES).filter(([name, value]) => typeof value === 'boolean' && name !== 'isOnlyMine');
  expect(flags.map(([name]) => name).toSorted()).toEqual(DEFAULTS.map(([about]) => about).toSorted());
});

const ALL_ON = { starts: true, successes: true, cancellations: true } as const;
test.each<[About, Partial<NoticeSettings>, mine: boolean, others: boolean, unknown: boolean, longOfOthers: boolean]>([
  ['deploymentErrors', {}, true, true, true, true],
  ['deploymentErrors', { isOnlyMine: true }, true, true, true, true], // nobody is known to be "me"
  ['deploymentErrors', ONLY_MINE, true, false, true, false],
  ['recoveries', ONLY_MINE, true, false, true, false],
  ['stuck', ONLY_MINE, true, false, true, false],
  ['starts', MINE, true, true, true, true],
  ['starts', ONLY_MINE, true, false, true, false],
  ['successes', {}, false, false, false, true],
  ['successes', MINE, true, false, false, true],
  ['successes', ONLY_MINE, true, false, false, false],
  ['cancellations', {}, true, true, true, true],
  ['cancellations', MINE, false, true, true, true],
  ['cancellations', ONLY_MINE, false, false, true, false],
])('%s with %j: mine %s, of others %s, of nobody %s, a long one of others %s', (about, notices, ...expected) => {
  const each = [mine, others, unknown, longOfOthers].map((environment) => wanted(about, environment, { ...ALL_ON, ...notices }));
  expect(each).toEqual(expected);
});

test('run status is nobody’s: it is told whoever deployed last', () => {
  expect(wanted('runTroubles', others, ONLY_MINE, 'run')).toBe(true);
  expect(wanted('recoveries', others, ONLY_MINE, 'run')).toBe(true);
});

test.each<[string, Partial<NoticeSettings['leftOut']>, boolean]>([
  ['nothing', {}, true],
  ['its project', { projects: ['shop'] }, false],
  ['itself', { environments: ['shop/x'] }, false],
  ['its mode', { modes: ['STAGING'] }, false],
  ['others', { projects: ['web'], environments: ['shop/y'], modes: ['PRODUCTION'] }, true],
])('with %s left out it is told: %s', (_, more, expected) => {
  const leftOut = { ...DEFAULT_NOTICES.leftOut, ...more };
  expect(wanted('deploymentErrors', mine, { leftOut })).toBe(expected);
  expect(wanted('tokenRefused', null, { leftOut })).toBe(true);
});

test.each([
  ['ada@x.test', 'GIT', true],
  ['ADA@X.TEST', null, true],
  ['ada@x.test', 'QOVERY_INTERNAL', false],
  ['ada', 'GIT', false],
  [null, 'GIT', false],
])('asked for by %s through %s is mine: %s', (triggeredBy, origin, expected) => {
  expect(isMine({ triggeredBy, origin }, [' Ada@x.test', 'other'])).toBe(expected);
});
