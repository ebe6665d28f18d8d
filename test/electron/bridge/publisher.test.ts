import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPublisher, type Publisher } from '../../../electron/bridge/publisher.ts';
import { apply, type Patch } from '../../../electron/contract/patch.ts';
import { DEFAULT_SETTINGS } from '../../../electron/contract/settings.ts';
import type { AppState, Snapshot } from '../../../electron/contract/state.ts';
import { NO_MACHINE } from '../../../electron/model/machine.ts';
import { NO_REQUESTS } from '../../../electron/model/requests.ts';
import { EMPTY_WORLD, type World } from '../../../electron/model/world.ts';
import { manualClock } from '../../support/manual-clock.ts';

const INITIAL: AppState = {
  world: EMPTY_WORLD,
  account: { state: 'signed-out', source: null, scheme: null, apiUrl: 'https://api.example.com', problem: null },
  settings: DEFAULT_SETTINGS,
  hints: [],
  requests: NO_REQUESTS,
  oddities: {},
  machine: NO_MACHINE,
  shortcut: 'off',
  commandRuns: [],
  historyVersion: 0,
  consoleUrl: 'v0',
};

/** A publisher on a manual clock, with what it sent and when. */
function published() {
  const clock = manualClock(0);
  const sent: { readonly at: number; readonly patch: Patch }[] = [];
  const listeners: ((patch: Patch) => void)[] = [];
  const publisher = createPublisher({
    initial: INITIAL,
    clock,
    send: (patch) => {
      sent.push({ at: clock.now(), patch });
      for (const listener of listeners) listener(patch);
    },
  });
  return { clock, publisher, sent, listen: (listener: (patch: Patch) => void) => void listeners.push(listener) };
}

test('sends the first change at once and gathers what follows within 100 ms into one patch', async () => {
  const { clock, publisher, sent } = published();
  publisher.publish({ consoleUrl: 'a' });
  publisher.publish({ consoleUrl: 'b' });
  await clock.advance(40);
  publisher.publish({ consoleUrl: 'c', hints: [{ kind: 'no-keyring' }] });
  await clock.advance(1_000);
  publisher.publish({ consoleUrl: 'd' });
  expect(sent).toEqual([
    { at: 0, patch: { from: 1, to: 2, rest: { consoleUrl: 'a' } } },
    { at: 100, patch: { from: 2, to: 3, rest: { consoleUrl: 'c', hints: [{ kind: 'no-keyring' }] } } },
    { at: 1_040, patch: { from: 3, to: 4, rest: { consoleUrl: 'd' } } },
  ]);
});

test('sends at most every 100 ms while changes keep coming', async () => {
  const { clock, publisher, sent } = published();
  for (let i = 1; i <= 100; i += 1) {
    publisher.publish({ consoleUrl: `v${i}` });
    await clock.advance(10);
  }
  expect(sent.map(({ at }) => at)).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000]);
  expect(sent.at(-1)?.patch.rest).toEqual({ consoleUrl: 'v100' });
});

test('sends nothing when nothing changed, nor when a change was taken back in time', async () => {
  const { clock, publisher, sent } = published();
  publisher.publish({ consoleUrl: 'v0' });
  publisher.publish({});
  await clock.advance(200);
  expect(sent).toEqual([]);
  publisher.publish({ consoleUrl: 'a' });
  publisher.publish({ consoleUrl: 'b' });
  publisher.publish({ consoleUrl: 'a' });
  await clock.advance(200);
  expect(sent).toHaveLength(1);
});

test('knows the newest state before it is sent', () => {
  const { publisher } = published();
  publisher.publish({ consoleUrl: 'a' });
  publisher.publish({ consoleUrl: 'b' });
  expect(publisher.state().consoleUrl).toBe('b');
});

test('sends what waits before it gives a snapshot, so that version and state belong together', async () => {
  const { clock, publisher, sent } = published();
  publisher.publish({ consoleUrl: 'a' });
  publisher.publish({ consoleUrl: 'b' });
  expect(publisher.snapshot()).toEqual({ version: 3, state: { ...INITIAL, consoleUrl: 'b' } });
  expect(clock.pending()).toBe(1);
  await clock.advance(1_000);
  expect(sent.map(({ patch }) => patch.to)).toEqual([2, 3]);
});

test('sends nothing after it was stopped and leaves no timer behind', async () => {
  const { clock, publisher, sent } = published();
  publisher.publish({ consoleUrl: 'a' });
  publisher.publish({ consoleUrl: 'b' });
  publisher.stop();
  publisher.publish({ consoleUrl: 'c' });
  await clock.advance(1_000);
  expect(sent).toHaveLength(1);
  expect(clock.pending()).toBe(0);
});

// Any order of events: windows that join at any time and follow the patches after their snapshot hold what is true.

type Event =
  | { readonly kind: 'set'; readonly id: string; readonly name: string }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'rest'; readonly consoleUrl: string }
  | { readonly kind: 'problem'; readonly isOffline: boolean }
  | { readonly kind: 'join' }
  | { readonly kind: 'advance'; readonly ms: number };

const id = fc.constantFrom('p1', 'p2', 'p3');
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), id, name: fc.constantFrom('a', 'b') }),
  fc.record({ kind: fc.constant('remove' as const), id }),
  fc.record({ kind: fc.constant('rest' as const), consoleUrl: fc.constantFrom('x', 'y') }),
  fc.record({ kind: fc.constant('problem' as const), isOffline: fc.boolean() }),
  fc.record({ kind: fc.constant('join' as const) }),
  fc.record({ kind: fc.constant('advance' as const), ms: fc.integer({ min: 0, max: 150 }) }),
);

function worldAfter(world: World, change: Event): World {
  if (change.kind === 'set')
    return { ...world, projects: { ...world.projects, [change.id]: { id: change.id, name: change.name, organizationId: 'o' } } };
  if (change.kind === 'remove')
    return { ...world, projects: Object.fromEntries(Object.entries(world.projects).filter(([known]) => known !== change.id)) };
  if (change.kind === 'problem') return { ...world, problem: change.isOffline ? { kind: 'offline', code: 'ENOTFOUND' } : null };
  return world;
}

test('a window that joined at any time holds the newest state once all is sent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
      const { clock, publisher, listen, sent } = published();
      const windows: Snapshot[] = [];
      listen((patch) => {
        for (const [i, window] of windows.entries()) {
          const next = apply(window, patch);
          if (next === null) throw new Error(`window ${i} at ${window.version} got a patch from ${patch.from}`);
          windows[i] = next;
        }
      });
      for (const one of events) await play(one, publisher, clock, windows);
      await clock.advance(100);
      for (const window of windows) expect(window.state).toEqual(publisher.state());
      expect(sent.map(({ patch }) => patch.from)).toEqual(sent.map((_, i) => i + 1));
    }),
    { numRuns: 300 },
  );
});

async function play(one: Event, publisher: Publisher, clock: { advance(ms: number): Promise<void> }, windows: Snapshot[]): Promise<void> {
  if (one.kind === 'advance') await clock.advance(one.ms);
  else if (one.kind === 'join') {
    const snapshot = publisher.snapshot(); // may still send to those that joined before
    windows.push(snapshot);
  } else if (one.kind === 'rest') publisher.publish({ consoleUrl: one.consoleUrl });
  else publisher.publish({ world: worldAfter(publisher.state().world, one) });
}

test('a change that stands alone sets no timer; the ones that follow it closely share one', () => {
  const { clock, publisher, sent } = published();
  publisher.publish({ consoleUrl: 'v1' });
  expect([sent.length, clock.pending()]).toEqual([1, 0]);
  publisher.publish({ consoleUrl: 'v2' });
  publisher.publish({ consoleUrl: 'v3' });
  expect([sent.length, clock.pending()]).toEqual([1, 1]);
});
