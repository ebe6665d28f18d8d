import { expect, test } from 'vitest';
import type { Clock } from '../../../electron/model/clock.ts';
import type { CommandOrder, CommandRun } from '../../../electron/model/own-command.ts';
import { createOwnCommand } from '../../../electron/system/own-command.ts';

const clock: Clock = {
  now: () => 7,
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};
const node = (script: string, ...args: readonly string[]): CommandOrder => ({
  event: 'run-changed',
  program: process.execPath,
  args: ['-e', script, ...args],
  variables: { QOVERY_TRAY_EVENT: 'run-changed' },
});

/** The runs of these orders, the oldest first, once all have ended. */
function runsOf(orders: readonly CommandOrder[], limitMs?: number, count = orders.length): Promise<readonly CommandRun[]> {
  const runner = createOwnCommand(clock, limitMs);
  return new Promise((resolve) => {
    let heard = 0;
    runner.onRuns((runs) => {
      heard += 1;
      if (heard === count) resolve(runs.toReversed());
    });
    for (const order of orders) runner.run(order);
  });
}

test('a program gets its arguments as they are, and its values in the environment; what it writes is kept', async () => {
  const script = 'console.log(process.argv[1], process.env.QOVERY_TRAY_EVENT); console.error("and this"); process.exit(3)';
  const [run] = await runsOf([node(script, '$HOME; `id` "x"')]);
  expect(run).toMatchObject({ at: 7, event: 'run-changed', end: 'ended', code: 3 });
  expect(run?.output).toContain('$HOME; `id` "x" run-changed\n');
  expect(run?.output).toContain('and this\n');
});

test('a program that does not end is ended, with what it has started', async () => {
  const script =
    'require("child_process").spawn(process.execPath, ["-e", "setInterval(() => 1, 1000)"], { stdio: "inherit" }); setInterval(() => 1, 1000)';
  const [run] = await runsOf([node(script)], 300);
  expect(run).toMatchObject({ end: 'killed', code: null });
});

test('a program that is not there is said', async () => {
  const [run] = await runsOf([{ ...node(''), program: '/no/such/program' }]);
  expect(run).toMatchObject({ end: 'not-started', code: null });
  expect(run?.output).toContain('ENOENT');
});

test('of what it writes the beginning is kept', async () => {
  const [run] = await runsOf([node('process.stdout.write("x".repeat(1_000_000))')]);
  expect(run).toMatchObject({ end: 'ended', code: 0 });
  expect(run?.output).toHaveLength(2_000);
});

test('one runs at a time, in their order, and what finds too many waiting is left out', async () => {
  const orders = Array.from({ length: 23 }, (_, i) => ({ ...node(''), event: `${i}` }));
  const runner = createOwnCommand(clock);
  const heard: CommandRun[] = [];
  await new Promise<void>((resolve) => {
    runner.onRuns(([newest]) => {
      if (newest) heard.push(newest);
      if (heard.length === orders.length) resolve();
    });
    for (const order of orders) runner.run(order);
  });
  expect(heard.filter(({ end }) => end === 'left-out').map(({ event }) => event)).toEqual(['21', '22']);
  expect(heard.filter(({ end }) => end === 'ended').map(({ event }) => event)).toEqual(orders.slice(0, 21).map(({ event }) => event));
});
