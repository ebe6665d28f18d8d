import { expect, test } from 'vitest';
import { MOST_LINES_OF_RUN, readWholeRun } from '../../../electron/log-stream/whole-run.ts';
import type { LogLine } from '../../../electron/model/log-line.ts';
import { failed, ok, type Result } from '../../../electron/model/result.ts';
import type { StreamListener } from '../../../electron/platform/platform.ts';
import { lineRange } from '../../support/a-log.ts';
import { manualClock } from '../../support/manual-clock.ts';

const SCOPE = { organizationId: 'o', projectId: 'p', environmentId: 'e', clusterId: 'c' };
type Listener = StreamListener<readonly LogLine[]>;

/** Reads run-1 on a platform that answers so; `replay` speaks for its socket. */
async function read(
  answer: Result<readonly LogLine[]>,
  replay: (socket: Listener) => void,
  executionId: string | null = 'run-1',
  scope = SCOPE,
) {
  const clock = manualClock(0);
  const asked: unknown[] = [];
  const platform = {
    deploymentLog: () => Promise.resolve(answer),
    followDeploymentLog: (of: object, listener: Listener) => {
      asked.push(of);
      clock.after(10, () => replay(listener));
      return () => void asked.push('stopped');
    },
  };
  const reading = readWholeRun({ platform, clock }, scope, executionId);
  await clock.advance(10_000);
  const run = await reading;
  return {
    asked,
    pending: clock.pending(),
    run: run.ok ? { texts: run.value.lines.map(({ text }) => text), isWhole: run.value.isWhole } : run,
  };
}
const texts = (from: number, to: number): readonly string[] => lineRange(from, to).map(({ text }) => text);
const silent = (): void => undefined;

test('asks for no replay while fewer lines come than a read tells at most', async () => {
  const { asked, run } = await read(ok(lineRange(1, 999)), silent);
  expect([asked, run]).toEqual([[], { texts: texts(1, 999), isWhole: true }]);
  expect((await read(failed({ kind: 'gone' }), silent)).run).toMatchObject({ ok: false });
});

test('reads what is older out of the replay, and ends with the line that the read ended with', async () => {
  const { asked, run, pending } = await read(ok(lineRange(3_001, 4_000)), (socket) => {
    for (let from = 1; from < 4_000; from += 500) socket.onValue(lineRange(from, from + 499));
  });
  expect(run).toEqual({ texts: texts(1, 4_000), isWhole: true });
  expect([asked, pending]).toEqual([[{ ...SCOPE, executionId: 'run-1' }, 'stopped'], 0]);
});

test('a replay that ends or falls silent before the read did is completed by the read', async () => {
  const whole = { texts: texts(1, 4_000), isWhole: true };
  const answer = ok(lineRange(3_001, 4_000));
  const ends: readonly ((socket: Listener) => void)[] = [silent, (socket) => socket.onState({ kind: 'ended', problem: null })];
  for (const end of ends) {
    const { run, pending } = await read(answer, (socket) => {
      socket.onValue(lineRange(1, 3_500));
      end(socket);
    });
    expect([run, pending]).toEqual([whole, 0]);
  }
});

test.each<[string, (socket: Listener) => void]>([
  ['says nothing', silent],
  ['is refused', (socket) => socket.onState({ kind: 'ended', problem: { kind: 'forbidden', answer: 1008 } })],
  [
    'is cut off',
    (socket) => socket.onState({ kind: 'waiting', problem: { kind: 'closed', code: 1006, reason: '' }, nextTryAt: 1, attempt: 1 }),
  ],
  ['says no more than the read', (socket) => socket.onValue(lineRange(3_001, 4_000))],
])('says that older lines may be missing where the replay %s', async (_, replay) => {
  const { run, pending } = await read(ok(lineRange(3_001, 4_000)), replay);
  expect([run, pending]).toEqual([{ texts: texts(3_001, 4_000), isWhole: false }, 0]);
});

test('takes the run of the latest lines where none is named, and asks for no replay of what is not known', async () => {
  expect((await read(ok(lineRange(1, 1_000)), silent, null)).asked[0]).toEqual({ ...SCOPE, executionId: 'run-1' });
  expect((await read(ok(lineRange(1, 1_000)), silent, 'run-1', { ...SCOPE, organizationId: '' })).asked).toEqual([]);
});

test('reads no more of a replay than it may', async () => {
  const { run } = await read(ok(lineRange(1, 1_000)), (socket) => {
    for (let frames = 0; frames < 2; frames += 1)
      socket.onValue(lineRange(frames * MOST_LINES_OF_RUN, (frames + 1) * MOST_LINES_OF_RUN - 1));
  });
  expect(run).toMatchObject({ isWhole: false });
});
