// `npm run platform`: the demo platform alone. Prints one line of JSON with its addresses and token and serves until it
// is told to end (SIGTERM, SIGINT).
import { help, optionsFrom } from './serve-switches.ts';
import { startDemoPlatform } from './server.ts';

async function main(): Promise<void> {
  const options = optionsFrom(process.argv.slice(2));
  if (!options) return console.log(help());
  const platform = await startDemoPlatform(options);
  const { apiUrl, wsUrl, token } = platform;
  console.log(JSON.stringify({ apiUrl, wsUrl, token }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void platform.stop());
}

try {
  await main();
} catch (error) {
  console.error(`npm run platform: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`);
  process.exitCode = 2;
}
