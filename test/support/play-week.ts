// Plays a week to the notices, and to a naive notifier that tells every change to the worse when it sees it.
import type { Change } from '../../electron/model/changes.ts';
import { kept } from '../../electron/model/same.ts';
import type { Instant, World } from '../../electron/model/world.ts';
import type { Notice } from '../../electron/notifications/notice.ts';
import type { Week } from './a-week.ts';
import { T0 } from './a-world.ts';
import { noticesOverTime } from './notices-over-time.ts';

interface Played {
  readonly shown: readonly (Notice & { readonly at: Instant })[];
  /** How many failed deployments were told, those within summaries counted one by one. */
  readonly failuresTold: number;
  /** Titles of alarms about run status. */
  readonly alarms: readonly string[];
  readonly naive: number;
}

/** What a naive notifier would say: each failure, each turn to the worse, each outage; and what is red after each start. */
function naiveCount(happened: readonly Change[], world: World, before: World): number {
  const red = happened.some(({ kind }) => kind === 'first-look')
    ? Object.values(world.environments).filter(({ deployment }) => deployment?.tone === 'error').length
    : 0;
  const worse = happened.filter((one) => one.kind === 'deployment-failed' || (one.kind === 'run-changed' && one.to === 'ERROR')).length;
  return red + worse + (world.problem !== null && before.problem === null ? 1 : 0);
}

const failuresIn = ({ title }: Notice): number => {
  const summed = /(\d+) deployments? failed/.exec(title);
  return summed ? Number(summed[1]) : title.endsWith(': DEPLOYMENT ERROR') ? 1 : 0;
};

/** The world with what did not change as it was. */
function next(before: World | null, after: World): World {
  if (!before) return after;
  const environments = Object.fromEntries(
    Object.entries(after.environments).map(([id, environment]) => [id, kept(before.environments[id], environment)]),
  );
  return { ...after, environments };
}

function cutOff(world: World): World {
  const sources = Object.fromEntries(Object.entries(world.sources).map(([id, source]) => [id, { ...source, state: 'down' as const }]));
  return { ...world, problem: { kind: 'offline', code: 'ENETDOWN' }, sources };
}

/** Everything that is shown in that week. */
export function playWeek(week: Week): Played {
  let naive = 0;
  const app = noticesOverTime(undefined, undefined, (happened, world, before) => {
    naive += naiveCount(happened, world, before);
  });
  let known: World | null = null;
  let now = T0;
  const within = (at: Instant, spans: Week['outages']): boolean => spans.some(({ from, to }) => at >= from && at < to);
  const stops = [...new Set([...week.turns, ...week.restarts])].toSorted((a, b) => a - b);
  for (const stop of stops) {
    const ms = stop - now;
    const isOut = within(now, week.outages);
    const world: World = isOut && known ? cutOff(known) : next(known, week.worldAt(now));
    if (within(now, week.sleeps)) app.sleep(ms);
    else app.see(world, ms, !isOut);
    if (!isOut && !within(now, week.sleeps)) known = world;
    if (week.restarts.includes(stop)) app.restart();
    now = stop;
  }
  const failuresTold = app.shown.reduce((sum, notice) => sum + failuresIn(notice), 0);
  const alarms = app.titles().filter((title) => /: (ERROR|WARNING)$|in trouble/.test(title));
  return { shown: app.shown, failuresTold, alarms, naive };
}
