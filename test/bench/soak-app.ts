// The app that soak-figures.ts lets live: in a process of its own, so that what is measured is the app's. It tells what it holds
// whenever its parent asks.
import { readdir } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { SILENT_LOG } from '../../electron/log.ts';
import { openHistoryFiles } from '../../electron/store/history-files.ts';
import { historyInMemory } from '../support/history-in-memory.ts';
import { startRecordedApp, type RecordedApp } from '../support/recorded-app.ts';

/** What is held after a collection, what is open, and how many notifications there were since the last sample. */
export interface Sample {
  readonly mb: number;
  readonly handles: number;
  readonly notices: number;
}

/** What the recorder keeps for tests is no part of the app. */
function forget({ faces, notices, opened, closed, recorded }: RecordedApp): number {
  const told = notices.length;
  for (const list of [faces, notices, opened, closed, recorded]) (list as unknown[]).length = 0; // its own lists, which only tests read
  return told;
}

async function sample(app: RecordedApp, collect: () => void): Promise<Sample> {
  const notices = forget(app);
  collect();
  await new Promise(setImmediate); // what waits to be finalized
  collect();
  const { heapUsed, external } = process.memoryUsage();
  const open = process.getActiveResourcesInfo().filter((kind) => kind !== 'Timeout' && kind !== 'Immediate');
  return { mb: (heapUsed + external) / 1_048_576, handles: open.length + (await readdir('/proc/self/fd')).length, notices };
}

async function main(): Promise<void> {
  const [apiUrl = '', wsUrl = '', token = '', folder = '', speed = '1'] = process.argv.slice(2);
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void; // what the flag puts there
  const files = openHistoryFiles({ folder, log: SILENT_LOG, secrets: () => [token] });
  const app = await startRecordedApp({ apiUrl, wsUrl, token, speed: Number(speed), history: { ...historyInMemory(), ...files } });
  await app.until(() => app.state().world.phase === 'ready', 'the whole picture');
  process.on('message', () => void sample(app, collect).then((one) => process.send?.(one)));
  process.once('disconnect', () => process.exit(0));
  process.send?.('ready');
}

await main();
