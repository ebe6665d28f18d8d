// Runs the person's own program, one run at a time: never by a shell, for 10 s at most, with the beginning of its output kept.
import { spawn, type ChildProcess } from 'node:child_process';
import type { Clock } from '../model/clock.ts';
import { environmentOf, withRun, type CommandOrder, type CommandRun } from '../model/own-command.ts';

export interface OwnCommandRunner {
  /** Runs it after those that wait; when too many wait it is left out, which counts as a run. */
  run(order: CommandOrder): void;
  /** Calls the listener after each run with the last ones, the newest first. */
  onRuns(listener: (runs: readonly CommandRun[]) => void): void;
  /** Ends the run under way and forgets those that wait. */
  stop(): void;
}

const LIMIT_MS = 10_000;
const MOST_WAITING = 20;
const MOST_OUTPUT = 2_000;

/** The program and what it has started: they are a process group of their own, where the system knows such. */
function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL'); // the group is gone already
  }
  child.stdout?.destroy(); // what it has started apart from the group may hold these open
  child.stderr?.destroy();
}

type Ended = Omit<CommandRun, 'at' | 'event'>;

function start(order: CommandOrder, clock: Clock, limitMs: number): { readonly ended: Promise<Ended>; readonly kill: () => void } {
  const env = environmentOf(process.env, order);
  const isGroup = process.platform !== 'win32';
  const child = spawn(order.program, order.args, {
    env,
    shell: false,
    detached: isGroup,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<Ended>((resolve) => {
    let [output, isKilled] = ['', false];
    const hear = (data: Buffer): void => {
      if (output.length < MOST_OUTPUT) output = (output + data.toString('utf8')).slice(0, MOST_OUTPUT);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const cancel = clock.after(limitMs, () => {
      isKilled = true;
      kill(child);
    });
    child.on('error', (error) => {
      cancel();
      resolve({ end: 'not-started', code: null, output: error.message });
    });
    child.on('close', (code) => {
      cancel();
      resolve({ end: isKilled ? 'killed' : 'ended', code: isKilled ? null : code, output });
    });
  });
  return { ended, kill: () => kill(child) };
}

/** A runner; `limitMs` is how long a run may take. */
export function createOwnCommand(clock: Clock, limitMs = LIMIT_MS): OwnCommandRunner {
  let waiting: readonly CommandOrder[] = [];
  let runs: readonly CommandRun[] = [];
  let killRun: (() => void) | null = null;
  let listener: ((runs: readonly CommandRun[]) => void) | undefined;

  const keep = (run: CommandRun): void => {
    runs = withRun(runs, run);
    listener?.(runs);
  };
  const next = async (): Promise<void> => {
    const [order, ...rest] = waiting;
    if (!order || killRun) return;
    waiting = rest;
    const at = clock.now();
    const run = start(order, clock, limitMs);
    killRun = run.kill;
    keep({ at, event: order.event, ...(await run.ended) });
    killRun = null;
    void next();
  };
  return {
    run(order) {
      if (waiting.length >= MOST_WAITING) {
        keep({ at: clock.now(), event: order.event, end: 'left-out', code: null, output: '' });
        return;
      }
      waiting = [...waiting, order];
      void next();
    },
    onRuns: (heard) => void (listener = heard),
    stop() {
      waiting = [];
      killRun?.();
    },
  };
}
