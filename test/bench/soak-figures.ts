// Eight hours of the app in two minutes: the real client, monitor, history and connect() on the demo platform, whose sockets break
// off again and again. What is held after a collection, and what is open, must be in the last hour what it was in the second.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pause, withDemo } from './launched.ts';
import type { Sample } from './soak-app.ts';
import { median, type Row } from './table.ts';

const [HOURS, SPEED, SAMPLES] = [8, 240, 4];
const HOUR_MS = 3_600_000 / SPEED;
/** So long the sockets break off before each sample. */
const BROKEN_MS = 120_000 / SPEED;

type Demo = Parameters<Parameters<typeof withDemo>[1]>[0];

async function sampleOf(app: ChildProcess): Promise<Sample> {
  app.send('sample');
  const [sample] = (await once(app, 'message')) as [Sample]; // what soak-app.ts answers
  return sample;
}

/** One hour; the sockets break off before each sample, and are there again when it is taken. */
async function hour(demo: Demo, app: ChildProcess): Promise<Sample> {
  const samples: Sample[] = [];
  while (samples.length < SAMPLES) {
    demo.fault('socket-1006');
    await pause(BROKEN_MS);
    demo.fault(null);
    await pause(HOUR_MS / SAMPLES - BROKEN_MS);
    samples.push(await sampleOf(app));
  }
  return {
    mb: median(samples.map(({ mb }) => mb)),
    handles: Math.min(...samples.map(({ handles }) => handles)), // sockets of deployments come and go; what leaks stays
    notices: samples.reduce((sum, { notices }) => sum + notices, 0),
  };
}

async function lived(demo: Demo, folder: string, say: (text: string) => void): Promise<readonly Sample[]> {
  const args = [demo.apiUrl, demo.wsUrl, demo.token, folder, String(SPEED)];
  const app = fork(path.resolve(import.meta.dirname, 'soak-app.ts'), args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  try {
    await once(app, 'message');
    const hours: Sample[] = [];
    while (hours.length < HOURS) {
      const next = await hour(demo, app);
      hours.push(next);
      say(`hour ${hours.length}: ${next.mb.toFixed(1)} MB, ${next.handles} handles, ${next.notices} notifications`);
    }
    return hours;
  } finally {
    app.kill();
  }
}

/** Memory and handles of the last hour beside those of the second; the first is for warming up. */
export function soakFigures(_rounds: number, say: (text: string) => void): Promise<readonly Row[]> {
  return withDemo({ scenario: 'tour', speed: SPEED }, async (demo) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'bench-soak-'));
    const hours = await lived(demo, folder, say);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    const row = (figure: string, of: keyof Sample, unit: string, goal: string): Row => ({
      figure,
      ours: hours.at(-1)?.[of] ?? Number.NaN,
      beside: hours[1]?.[of] ?? Number.NaN,
      unit,
      goal,
      samples: hours.map((one) => one[of]),
    });
    return [
      row('8 h: memory in the last hour (beside: in the second)', 'mb', 'MB', '≤ 1.05 ×'),
      row('8 h: handles in the last hour (beside: in the second)', 'handles', '', '≤ 1.05 ×'),
    ];
  });
}
