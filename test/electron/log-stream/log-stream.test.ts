import { expect, test } from 'vitest';
import { SILENT_LOG } from '../../../electron/log.ts';
import { openLogStream, type LogSource, type LogStreamParts } from '../../../electron/log-stream/log-stream.ts';
import type { LogEvent, LogLine } from '../../../electron/model/log-line.ts';
import type { Problem } from '../../../electron/model/problem.ts';
import { failed, ok, type Result } from '../../../electron/model/result.ts';
import type { StreamListener, StreamState } from '../../../electron/platform/platform.ts';
import { aLine, lineRange, LOG_T0 } from '../../support/a-log.ts';
import { manualClock } from '../../support/manual-clock.ts';

const SCOPE = { organizationId: 'o', projectId: 'p', environmentId: 'e', clusterId: 'c' };
const RUN: LogSource = { kind: 'deployment', scope: SCOPE, executionId: 'run-1' };
const LATEST: LogSource = { kind: 'deployment', scope: SCOPE, executionId: null };
const SERVICE: LogSource = { kind: 'service', scope: { ...SCOPE, serviceId: 's' } };
const LOST: Problem = { kind: 'closed', code: 1006, reason: '' };

/** A log on a platform whose reads and socket the test speaks for. */
function anOpenLog(source: LogSource, reads: readonly Result<readonly LogLine[]>[], kept: readonly LogLine[] | null = null) {
  const clock = manualClock(LOG_T0 + 60_000);
  const told: string[] = [];
  const asked: unknown[] = [];
  const answers = [...reads];
  let socket: StreamListener<readonly LogLine[]> | null = null;
  const follow = (scope: object, listener: StreamListener<readonly LogLine[]>): (() => void) => {
    asked.push(scope);
    socket = listener;
    return () => (socket = null);
  };
  const listener = (event: LogEvent): void => {
    if (event.kind === 'lines') told.push(...event.lines.map(({ text }) => text));
    else if (event.kind === 'gap') told.push(`gap ${event.gap.afterMs} ms, ${event.gap.count}`);
    else told.push(event.state.nextTryAt === null ? event.state.kind : `${event.state.kind} in ${event.state.nextTryAt - clock.now()} ms`);
  };
  const platform: LogStreamParts['platform'] = {
    deploymentLog: (environmentId, executionId) => {
      asked.push([environmentId, executionId]);
      return Promise.resolve(answers.shift() ?? failed({ kind: 'timeout', afterMs: 30_000 }));
    },
    followDeploymentLog: follow,
    followServiceLog: follow,
  };
  const stop = openLogStream({ platform, clock, log: SILENT_LOG, source, saved: () => kept, listener });
  /** What was told since the last call; that it is live only where nothing came after it. */
  const drained = (): readonly string[] => told.splice(0).filter((one, index, all) => one !== 'live' || index === all.length - 1);
  return {
    clock,
    asked,
    stop,
    drained,
    /** Lets what is under way come to its end. */
    heard: async () => {
      await clock.advance(200);
      return drained();
    },
    isFollowed: () => socket !== null,
    say: (...lines: readonly LogLine[]) => socket?.onValue(lines),
    become: (state: StreamState) => socket?.onState(state),
    open: () => socket?.onState({ kind: 'open', since: clock.now() }),
    lose: () => socket?.onState({ kind: 'waiting', problem: LOST, nextTryAt: clock.now() + 4000, attempt: 1 }),
  };
}
const texts = (from: number, to: number): readonly string[] => lineRange(from, to).map(({ text }) => text);
const END = aLine(99, { step: 'Terminated' });

test('reads a run that is over once, says finished and follows nothing', async () => {
  const log = anOpenLog(RUN, [ok([...lineRange(0, 2), END])]);
  expect(await log.heard()).toEqual(['loading', ...texts(0, 2), 'line 99', 'finished']);
  expect(log.asked).toEqual([['e', 'run-1']]);
  expect(log.isFollowed()).toBe(false);
  expect(log.clock.pending()).toBe(0);
});

test('says above the first line that older ones may be missing where a read was cut and the replay tells no more', async () => {
  const log = anOpenLog(RUN, [ok([...lineRange(1, 999), END])]);
  await log.clock.advance(5_000);
  expect(log.drained().filter((one) => !one.startsWith('line'))).toEqual(['loading', 'gap 0 ms, null', 'finished']);
  expect(log.asked).toEqual([['e', 'run-1'], { ...SCOPE, executionId: 'run-1' }]);
  expect(log.clock.pending()).toBe(0);
});

test('follows a run that goes on, reads what was missed meanwhile, and ends with its last word', async () => {
  const log = anOpenLog(RUN, [ok(lineRange(0, 2)), ok(lineRange(0, 4))]);
  expect(await log.heard()).toEqual(['loading', ...texts(0, 2)]);
  expect(log.asked).toEqual([['e', 'run-1'], { ...SCOPE, executionId: null }]);
  log.open();
  log.say(...lineRange(3, 6));
  expect(await log.heard()).toEqual([...texts(3, 6), 'live']);
  log.say(aLine(7), END);
  expect(await log.heard()).toEqual(['line 7', 'line 99', 'finished']);
  expect(log.isFollowed()).toBe(false);
});

test('keeps the lines of the socket behind those of the read that was under way', async () => {
  const log = anOpenLog(LATEST, [ok(lineRange(0, 1)), ok(lineRange(0, 5))]);
  await log.heard();
  log.open();
  log.say(...lineRange(5, 7));
  expect(await log.heard()).toEqual([...texts(2, 7), 'live']);
});

test('a connection that is lost and back while the read is under way is caught up once, in order, and says that it is live', async () => {
  const log = anOpenLog(LATEST, [ok(lineRange(0, 1)), ok(lineRange(0, 3)), ok(lineRange(0, 5))]);
  await log.heard();
  log.open();
  log.say(...lineRange(4, 5));
  log.lose();
  log.open();
  log.say(...lineRange(6, 7));
  expect(await log.heard()).toEqual(['reconnecting in 4000 ms', ...texts(2, 7), 'live']);
});

test('ends a run as soon as another one speaks, and tells none of its lines', async () => {
  const log = anOpenLog(RUN, [ok(lineRange(0, 2)), ok(lineRange(0, 2))]);
  await log.heard();
  log.open();
  log.say(aLine(3, { executionId: 'run-2' }));
  expect(await log.heard()).toEqual(['finished']);
  expect(log.isFollowed()).toBe(false);
});

test('goes from the latest run to the next one', async () => {
  const log = anOpenLog(LATEST, [ok([aLine(0), END]), ok([aLine(0), END])]);
  await log.heard();
  log.open();
  expect(await log.heard()).toEqual(['finished']);
  log.say(aLine(100, { executionId: 'run-2' }));
  expect(await log.heard()).toEqual(['line 100', 'live']);
});

test('fills a lost connection by a read, without a gap where the lines overlap', async () => {
  const log = anOpenLog(LATEST, [ok(lineRange(0, 2)), ok(lineRange(0, 2)), ok(lineRange(1, 6))]);
  await log.heard();
  log.open();
  await log.heard();
  log.lose();
  expect(await log.heard()).toEqual(['reconnecting in 4000 ms']);
  log.open();
  expect(await log.heard()).toEqual([...texts(3, 6), 'live']);
});

test('says that lines may be missing where the read does not reach back to what was told', async () => {
  const log = anOpenLog(LATEST, [ok(lineRange(0, 2)), ok(lineRange(0, 2)), ok(lineRange(50, 51))]);
  await log.heard();
  log.open();
  await log.heard();
  log.lose();
  await log.clock.advance(4800);
  await log.heard();
  log.open();
  expect(await log.heard()).toEqual(['gap 5000 ms, null', ...texts(50, 51), 'live']);
});

test('lets the socket show whether anything is missing when the read after a connection fails', async () => {
  const log = anOpenLog(LATEST, [ok(lineRange(0, 2))]);
  await log.heard();
  log.open();
  log.say(...lineRange(2, 3));
  expect(await log.heard()).toEqual(['line 3', 'live']);
  log.lose();
  log.open();
  await log.heard();
  log.say(aLine(9));
  expect(await log.heard()).toEqual(['gap 200 ms, null', 'line 9', 'live']);
});

test('tries a read that failed again, waiting longer each time, until it works', async () => {
  const offline = failed({ kind: 'offline', code: 'ENOTFOUND' });
  const log = anOpenLog(RUN, [offline, offline, offline, ok([aLine(0), END])]);
  expect(await log.heard()).toEqual(['loading', 'failed in 1000 ms']);
  await log.clock.advance(800);
  expect(await log.heard()).toEqual(['failed in 2000 ms']);
  await log.clock.advance(1800);
  expect(await log.heard()).toEqual(['failed in 5000 ms']);
  await log.clock.advance(4800);
  expect(await log.heard()).toEqual(['line 0', 'line 99', 'finished']);
});

test('says a refusal and asks no more', async () => {
  const log = anOpenLog(RUN, [failed({ kind: 'forbidden', answer: 403 })]);
  expect(await log.heard()).toEqual(['loading', 'failed']);
  await log.clock.advance(600_000);
  expect(log.asked).toHaveLength(1);
  expect(log.clock.pending()).toBe(0);
});

test('tells a service log as it comes, with two lines that are alike', async () => {
  const log = anOpenLog(SERVICE, []);
  log.open();
  log.say(aLine(0));
  log.say(aLine(0));
  expect(await log.heard()).toEqual(['loading', 'line 0', 'line 0', 'live']);
});

test('drops what a new connection repeats of a service log', async () => {
  const log = anOpenLog(SERVICE, []);
  log.open();
  for (const line of lineRange(0, 9)) log.say(line);
  await log.heard();
  log.lose();
  log.open();
  log.drained();
  for (const line of lineRange(5, 11)) log.say(line);
  expect(await log.heard()).toEqual([...texts(10, 11), 'live']);
});

test('says how long a service log was not heard and about how much it said', async () => {
  const log = anOpenLog(SERVICE, []);
  log.open();
  log.say(...lineRange(0, 40));
  await log.heard();
  log.lose();
  expect(await log.heard()).toEqual(['reconnecting in 4000 ms']);
  await log.clock.advance(11_800);
  log.open();
  log.say(aLine(60));
  expect(await log.heard()).toEqual(['gap 12000 ms, 12', 'line 60', 'live']);
});

test('says why a socket ended for good', async () => {
  const log = anOpenLog(SERVICE, []);
  log.become({ kind: 'ended', problem: { kind: 'forbidden', answer: 1007 } });
  expect(await log.heard()).toEqual(['loading', 'failed']);
});

test.each([
  ['a run', RUN],
  ['the latest deployment', LATEST],
  ['a service', SERVICE],
])('ends everything when stopped: %s', async (_, source) => {
  const log = anOpenLog(source, [ok(lineRange(0, 2)), failed(LOST)]);
  await log.heard();
  log.open();
  log.say(aLine(3));
  log.drained();
  log.stop();
  expect(await log.heard()).toEqual([]);
  expect(log.isFollowed()).toBe(false);
  expect(log.clock.pending()).toBe(0);
});

test('tells nothing of a read that was under way when it was stopped', async () => {
  const log = anOpenLog(RUN, [ok(lineRange(0, 2))]);
  log.stop();
  expect(await log.heard()).toEqual(['loading']);
});

test('tells what was kept of a failed run where the platform does not answer, and nothing more', async () => {
  const log = anOpenLog(RUN, [failed({ kind: 'offline', code: 'ECONNREFUSED' })], lineRange(0, 1));
  expect(await log.heard()).toEqual(['loading', 'line 0', 'line 1', 'finished']);
  await log.clock.advance(60_000);
  expect([log.asked, log.isFollowed()]).toEqual([[['e', 'run-1']], false]);
});
test('prefers what the platform tells to what was kept', async () => {
  const log = anOpenLog(RUN, [ok([aLine(7, { step: 'Terminated' })])], lineRange(0, 1));
  expect(await log.heard()).toEqual(['loading', 'line 7', 'finished']);
});
