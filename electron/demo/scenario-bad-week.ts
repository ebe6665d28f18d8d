// A bad week, pressed into half a day: at two hundred times the speed it is over in five minutes, and whoever watches it should
// have heard of every failure once, of none twice, and nothing else. Seconds are those of a person who plays it at that speed.
import type { Episode } from './scenario-episode.ts';
import type { Story } from './scenario-list.ts';
import { accident, deployment, serviceAt, servicesAt, type Place } from './scenario-places.ts';
import { flappingPods } from './scenario-pods.ts';
import { buildError, cancel, crashLoop, managedDatabase, rollingUpdate } from './scenario-timelines.ts';

/** Two hundred seconds of the platform pass in one of its watcher's. */
const SPEED = 200;
const [SHOP, BILLING, STAGING] = ['shop/production', 'billing/production', 'shop/staging'] as const;

/** The watcher's time as the platform's. */
const at = (watched: number): number => watched * SPEED;

/** What happens, by the watcher's second. */
function week(place: Place): readonly Episode[] {
  const shop = servicesAt(place.estate, SHOP, 'api web worker');
  const billing = servicesAt(place.estate, BILLING, 'ledger-api invoices stripe-webhooks');
  const staging = servicesAt(place.estate, STAGING, 'api web worker');
  return [
    deployment(place, SHOP, at(6), rollingUpdate(shop, at(100))), // Monday: a rollout that works
    deployment(place, BILLING, at(28), buildError(billing, at(180))), // a build that fails
    deployment(place, BILLING, at(60), buildError(billing, at(180))), // Tuesday: again, for the same cause
    deployment(place, BILLING, at(90), rollingUpdate(billing, at(100))), // and mended
    deployment(place, SHOP, at(118), managedDatabase(serviceAt(place.estate, SHOP, 'pg'), at(80))), // Wednesday: a managed rollout
    accident(place, STAGING, 'worker', at(135), flappingPods, at(1000)), // it crashes again and again, and comes back each time
    deployment(place, STAGING, at(215), cancel(staging, at(100))), // Friday: somebody thinks better of it
    deployment(place, SHOP, at(232), crashLoop(shop, at(90))), // a version that does not start
    deployment(place, SHOP, at(262), rollingUpdate(shop, at(100))), // Saturday: and its repair
  ];
}

export const badWeek: Story = {
  about:
    'a week in 5 minutes at --speed 200: failures, one of them twice, flaps, two outages, a managed rollout; on Sunday the token expires',
  episodes: week,
  agentAwayMs: [
    [185, 200],
    [222, 228],
  ].map(([from = 0, to = 0]) => [at(from) * 1000, at(to) * 1000] as const),
  revokedAtMs: at(300) * 1000,
};
