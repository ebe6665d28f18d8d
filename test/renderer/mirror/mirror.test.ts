import { expect, test } from 'vitest';
import type { Bridge } from '../../../electron/contract/channels.ts';
import type { Patch } from '../../../electron/contract/patch.ts';
import { DEFAULT_SETTINGS } from '../../../electron/contract/settings.ts';
import type { Snapshot } from '../../../electron/contract/state.ts';
import type { Result } from '../../../electron/model/result.ts';
import { NO_MACHINE } from '../../../electron/model/machine.ts';
import { NO_REQUESTS } from '../../../electron/model/requests.ts';
import { EMPTY_WORLD } from '../../../electron/model/world.ts';
import { caughtUp, startMirror } from '../../../renderer/mirror/mirror.ts';

const whole = (version: number, consoleUrl = 'v0'): Snapshot => ({
  version,
  state: {
    world: EMPTY_WORLD,
    account: { state: 'connected', source: 'keyring', scheme: 'Token', apiUrl: 'https://api.example.com', problem: null },
    settings: DEFAULT_SETTINGS,
    hints: [],
    consoleUrl,
    requests: NO_REQUESTS,
    oddities: {},
    machine: NO_MACHINE,
    shortcut: 'off',
    commandRuns: [],
    historyVersion: 0,
  },
});
const patch = (from: number, consoleUrl = `v${from + 1}`): Patch => ({ from, to: from + 1, rest: { consoleUrl } });

/** A main process in the test's hands: it answers when told to, and pushes when told to. */
function mainProcess() {
  const questions: ((answer: Result<Snapshot>) => void)[] = [];
  let listener: ((patch: Patch) => void) | null = null;
  const bridge = {
    ask: (() => new Promise((resolve) => questions.push(resolve))) as Bridge['ask'], // only the snapshot is asked for
    onState: (next) => {
      listener = next;
      return () => {
        listener = null;
      };
    },
  } satisfies Pick<Bridge, 'ask' | 'onState'>;
  return {
    bridge,
    asked: () => questions.length,
    isListenedTo: () => listener !== null,
    push: (next: Patch) => listener?.(next),
    answer: async (answer: Result<Snapshot>) => {
      questions.at(-1)?.(answer);
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}
const shown = (mirror: ReturnType<typeof startMirror>) => mirror.store.getState().snapshot?.state.consoleUrl;

test('asks for the whole once and shows it', async () => {
  const main = mainProcess();
  const mirror = startMirror(main.bridge);
  expect(mirror.store.getState()).toEqual({ snapshot: null, problem: null });
  await main.answer({ ok: true, value: whole(4) });
  expect(mirror.store.getState().snapshot).toEqual(whole(4));
  expect(main.asked()).toBe(1);
});

test('follows patches that fit without asking again', async () => {
  const main = mainProcess();
  const mirror = startMirror(main.bridge);
  await main.answer({ ok: true, value: whole(4) });
  main.push(patch(4));
  main.push(patch(5));
  expect(shown(mirror)).toBe('v6');
  expect(main.asked()).toBe(1);
});

test('asks for the whole when a patch is missing, and keeps showing the last known until it is there', async () => {
  const main = mainProcess();
  const mirror = startMirror(main.bridge);
  await main.answer({ ok: true, value: whole(4, 'v4') });
  main.push(patch(7));
  expect(main.asked()).toBe(2);
  expect(shown(mirror)).toBe('v4');
  await main.answer({ ok: true, value: whole(8, 'v8') });
  expect(shown(mirror)).toBe('v8');
});

test('patches that overtake the answer are put onto it', async () => {
  const main = mainProcess();
  const mirror = startMirror(main.bridge);
  main.push(patch(3));
  main.push(patch(4));
  main.push(patch(5));
  await main.answer({ ok: true, value: whole(4, 'v4') });
  expect(shown(mirror)).toBe('v6');
  expect(main.asked()).toBe(1);
});

test('a gap after the answer is asked about anew', async () => {
  const main = mainProcess();
  const mirror = startMirror(main.bridge);
  main.push(patch(9));
  await main.answer({ ok: true, value: whole(4, 'v4') });
  expect(shown(mirror)).toBe('v4');
  expect(main.asked()).toBe(2);
});

test('a patch that is already known changes nothing', async () => {
  const main = mainProcess();
  const mirror = startMirror(main.bridge);
  await main.answer({ ok: true, value: whole(4, 'v4') });
  const before = mirror.store.getState();
  main.push(patch(3, 'older'));
  expect(mirror.store.getState()).toBe(before);
  expect(main.asked()).toBe(1);
});

test('a refused answer is a problem that shows, and the next patch asks again', async () => {
  const main = mainProcess();
  const mirror = startMirror(main.bridge);
  await main.answer({ ok: false, problem: { kind: 'bad-input', detail: 'not now' } });
  expect(mirror.store.getState()).toEqual({ snapshot: null, problem: { kind: 'bad-input', detail: 'not now' } });
  main.push(patch(4));
  expect(main.asked()).toBe(2);
  await main.answer({ ok: true, value: whole(5) });
  expect(mirror.store.getState().problem).toBeNull();
});

test('askAgain asks once, however often it is called', async () => {
  const main = mainProcess();
  const mirror = startMirror(main.bridge);
  await main.answer({ ok: true, value: whole(4) });
  mirror.askAgain();
  mirror.askAgain();
  expect(main.asked()).toBe(2);
});

test('says and hears nothing after stop', async () => {
  const main = mainProcess();
  const mirror = startMirror(main.bridge);
  mirror.stop();
  await main.answer({ ok: true, value: whole(4) });
  mirror.askAgain();
  expect(mirror.store.getState().snapshot).toBeNull();
  expect(main.asked()).toBe(1);
  expect(main.isListenedTo()).toBe(false);
});

test.each([
  ['nothing', [], 'v4'],
  ['what follows', [patch(4), patch(5)], 'v6'],
  ['older ones left out', [patch(2), patch(3), patch(4)], 'v5'],
])('catches up with %s', (_, patches, expected) => {
  expect(caughtUp(whole(4, 'v4'), patches)?.state.consoleUrl).toBe(expected);
});

test('does not catch up across a gap', () => {
  expect(caughtUp(whole(4), [patch(4), patch(6), patch(7)])).toBeNull();
});
