import { expect, test } from 'vitest';
import type { Instance } from '../../../electron/model/world.ts';
import { instancesShown, pipsOf } from '../../../renderer/overview/pips.ts';
import { pipsText } from '../../../renderer/overview/row-texts.ts';
import { aService } from '../../support/a-world.ts';

type Short = readonly [version: string, status: Instance['status'], more?: Partial<Instance>];
const service = (shorts: readonly Short[]) =>
  aService('api', 'e', 'RUNNING', {
    instances: shorts.map(([version, status, more], i) => ({
      name: `api-${i}`,
      status,
      reported: status,
      unstable: false,
      remnant: false,
      reason: '',
      message: '',
      restarts: 0,
      startedAt: version === 'new' ? 200 + i : 100,
      version,
      lastTermination: null,
      ...more,
    })),
  });
const many = (count: number, short: Short): readonly Short[] => Array.from({ length: count }, () => short);
const drawn = (shorts: readonly Short[]): readonly string[] =>
  pipsOf(service(shorts)).map(({ shape, isOld, count }) => `${isOld ? 'old ' : ''}${shape}${count > 1 ? ` ${count}` : ''}`);

test.each<[string, readonly Short[], readonly string[]]>([
  ['up to three alike have a pip each', many(3, ['new', 'RUNNING']), ['running', 'running', 'running']],
  ['more than three alike have one with a count', many(14, ['new', 'RUNNING']), ['running 14']],
  [
    'a rollout fills from the left',
    [
      ['old', 'RUNNING'],
      ['new', 'STARTING'],
      ['new', 'RUNNING'],
    ],
    ['starting', 'running', 'old running'],
  ],
  [
    'more than six that differ have one for each kind',
    [...many(5, ['old', 'RUNNING']), ...many(2, ['new', 'RUNNING'])],
    ['running 2', 'old running 5'],
  ],
  [
    'six that differ have a pip each',
    [...many(5, ['new', 'RUNNING']), ['new', 'ERROR']],
    [...many(5, ['', 'RUNNING']).map(() => 'running'), 'error'],
  ],
  ['one that crashed before says so', [['new', 'RUNNING', { unstable: true }]], ['unstable']],
  [
    'remnants and what has finished have none',
    [
      ['new', 'COMPLETED'],
      ['new', 'STOPPED', { remnant: true }],
    ],
    [],
  ],
  [
    'without versions nothing is old',
    [
      ['', 'RUNNING'],
      ['', 'STOPPING'],
    ],
    ['running', 'stopping'],
  ],
])('%s', (_, shorts, expected) => {
  expect(drawn(shorts)).toEqual(expected);
});

test('instances are listed new before old, remnants last', () => {
  const shown = instancesShown(
    service([
      ['old', 'RUNNING'],
      ['new', 'ERROR', { remnant: true }],
      ['new', 'RUNNING'],
    ]),
  );
  expect(shown.map(({ instance }) => instance.name)).toEqual(['api-2', 'api-0', 'api-1']);
});

test('pips in words name counts and how many are old', () => {
  expect(
    pipsText(
      instancesShown(
        service([
          ['old', 'RUNNING'],
          ['new', 'STARTING'],
          ['new', 'RUNNING'],
        ]),
      ),
    ),
  ).toBe('1 STARTING, 2 RUNNING, 1 on the old version');
});
