// Platform.md 4.4: a crash loop's status is literal; its notification is debounced by 20 s and comes once in 10 min per service.
import { expect, test } from 'vitest';
import type { RunStatus } from '../../../electron/model/status.ts';
import type { World } from '../../../electron/model/world.ts';
import { freshMemory } from '../../../electron/notifications/memory.ts';
import { runAlarms, shownRuns } from '../../../electron/notifications/run-alarms.ts';
import { NOTHING_TOLD } from '../../../electron/model/told.ts';
import { anEnvironment, aService, aSource, aWorld, T0 } from '../../support/a-world.ts';

const [MINUTE, SHOP] = [60, 'shop/production'];

/** For so many seconds each: the status of api, and of web where it is not RUNNING. */
type Story = readonly (readonly [seconds: number, api: RunStatus, web?: RunStatus])[];

function shop(api: RunStatus, web: RunStatus, now: number): World {
  const isBad = [api, web].some((status) => status === 'ERROR' || status === 'WARNING');
  const services = [aService('api', SHOP, api), aService('web', SHOP, web)];
  const sources = { 'run:c1': aSource('run', { asOf: now }), 'deployment:p1': aSource('deployment', { asOf: now }) };
  return aWorld([anEnvironment(SHOP, isBad ? 'WARNING' : 'RUNNING')], services, { sources });
}

/** Looked at every second, and every alarm is shown: the seconds at which alarms (of whom) and their ends come. */
function told(story: Story): readonly string[] {
  let { spells, busyAt } = freshMemory(NOTHING_TOLD);
  const words: string[] = [];
  const seconds = story.flatMap(([count, api, web = 'RUNNING']) => Array.from({ length: count }, () => [api, web] as const));
  for (const [second, [api, web]] of seconds.entries()) {
    const now = T0 + second * 1000;
    const given = { world: shop(api, web, now), state: { spells, busyAt }, isFirstLook: false, standing: new Set<string>(), now };
    const verdicts = runAlarms(given);
    for (const { services } of verdicts.alarms) words.push(`${second} ${services.map(({ id }) => id).join('+')}`);
    for (const { services } of verdicts.recoveries) words.push(`${second} well: ${services.map(({ id }) => id).join('+')}`);
    spells = shownRuns(verdicts.spells, new Set(verdicts.alarms.map(({ environment }) => environment.id)), now);
    ({ busyAt } = verdicts);
  }
  return words;
}

/** Timeline D: it runs for 8 s, fails for 4 s, then waits longer each time before it starts anew. */
const CRASH_LOOP: Story = [0, 10, 20, 40, 80, 160, 300, 300].flatMap((wait): Story => [
  [8, 'RUNNING'],
  [4 + wait, 'ERROR'],
  [4, 'STARTING'],
]);

test.each<[string, Story, readonly string[]]>([
  [
    'bad for 20 s, to the second',
    [
      [20, 'ERROR'],
      [5, 'RUNNING'],
    ],
    [],
  ],
  [
    'bad for a second more',
    [
      [21, 'ERROR'],
      [5, 'RUNNING'],
    ],
    ['20 api'],
  ],
  ['partly bad counts as bad', [[21, 'WARNING']], ['20 api']],
  [
    'two errors of 19 s with a second between are not one of 38 s',
    [
      [19, 'ERROR'],
      [1, 'RUNNING'],
      [19, 'ERROR'],
      [5, 'RUNNING'],
    ],
    [],
  ],
  [
    'starting between two errors is neither bad nor well',
    [
      [5, 'ERROR'],
      [90, 'STARTING'],
      [5, 'ERROR'],
      [90, 'STARTING'],
      [1, 'ERROR'],
    ],
    ['190 api'],
  ],
  [
    'the third time without a calm minute is an alarm at once',
    [
      [1, 'ERROR'],
      [59, 'RUNNING'],
      [1, 'ERROR'],
      [59, 'RUNNING'],
      [1, 'ERROR'],
    ],
    ['120 api'],
  ],
  [
    'a calm minute between them begins anew',
    [
      [1, 'ERROR'],
      [61, 'RUNNING'],
      [1, 'ERROR'],
      [61, 'RUNNING'],
      [1, 'ERROR'],
      [30, 'RUNNING'],
    ],
    [],
  ],
  [
    'while nothing is known of it no alarm is raised',
    [
      [10, 'ERROR'],
      [300, 'UNKNOWN'],
      [1, 'ERROR'],
    ],
    ['310 api'],
  ],
  ['a crash loop of half an hour is one alarm', CRASH_LOOP, ['50 api']],
  [
    'its end is told after a calm minute',
    [
      [30, 'ERROR'],
      [60, 'RUNNING'],
      [2, 'RUNNING'],
    ],
    ['20 api', '90 well: api'],
  ],
  [
    'bad again within ten minutes of the alarm waits for their end, to the second',
    [
      [30, 'ERROR'],
      [3 * MINUTE, 'RUNNING'],
      [20 * MINUTE, 'ERROR'],
    ],
    ['20 api', '90 well: api', '620 api'],
  ],
  [
    'bad again after ten minutes waits for 20 s',
    [
      [30, 'ERROR'],
      [15 * MINUTE, 'RUNNING'],
      [5 * MINUTE, 'ERROR'],
    ],
    ['20 api', '90 well: api', '950 api'],
  ],
  [
    'the ten minutes are each service’s own',
    [
      [30, 'ERROR'],
      [60, 'ERROR', 'ERROR'],
    ],
    ['20 api', '50 api+web'],
  ],
  [
    'flapping by the minute for an hour is at most one alarm in ten minutes',
    Array.from({ length: 20 }, (): Story => [
      [60, 'ERROR'],
      [120, 'RUNNING'],
    ]).flat(),
    [
      '20 api',
      '120 well: api',
      '740 api',
      '840 well: api',
      '1460 api',
      '1560 well: api',
      '2180 api',
      '2280 well: api',
      '2900 api',
      '3000 well: api',
    ],
  ],
])('alarms: %s', (_, story, expected) => {
  expect(told(story)).toEqual(expected);
});
