// The switches of `npm run platform`: what they mean, and what is wrong with the given ones.
import { parseArgs } from 'node:util';
import { faultFrom, FAULTS } from './faults.ts';
import { DEFAULT_SCENARIO, STORIES } from './scenario-list.ts';
import type { DemoOptions } from './server.ts';

const SWITCHES = {
  port: { type: 'string', default: '0' },
  scenario: { type: 'string', default: DEFAULT_SCENARIO },
  seed: { type: 'string', default: '1' },
  speed: { type: 'string', default: '1' },
  fault: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** The text of `--help`. */
export function help(): string {
  const names = Object.entries(STORIES).map(([name, story]) => `  ${name.padEnd(20)}${story.about}`);
  const faults = Object.entries(FAULTS).map(([name, about]) => `  ${name.padEnd(20)}${about}`);
  return [
    'npm run platform -- [switches]   a platform on this machine that plays a scenario, for demos and tests',
    '',
    '  --port N        the port to listen on; 0 (the default): a free one',
    `  --scenario NAME what happens (default: ${DEFAULT_SCENARIO})`,
    '  --seed N        the same seed gives the same names, ids and events (default: 1)',
    '  --speed N       how many times faster than real time (default: 1)',
    '  --fault NAME    what goes wrong, from the start or as NAME@SECONDS from then on',
    '  --help          this text',
    '',
    'scenarios:',
    ...names,
    '',
    'faults:',
    ...faults,
    '',
    'It prints {"apiUrl","wsUrl","token"} and serves until it is told to end (Ctrl+C).',
  ].join('\n');
}

function numberOf(name: string, text: string, isGood: (value: number) => boolean, wanted: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!isGood(value)) throw new Error(`--${name} must be ${wanted}, not "${text}"`);
  return value;
}

/** The options that the switches ask for; null: only help. Throws with a sentence for people. */
export function optionsFrom(args: readonly string[]): DemoOptions | null {
  const { values } = parseArgs({ args: [...args], options: SWITCHES });
  if (values.help) return null;
  if (!Object.hasOwn(STORIES, values.scenario))
    throw new Error(`there is no scenario "${values.scenario}"; there are ${Object.keys(STORIES).join(', ')}`);
  if (values.fault !== undefined) faultFrom(values.fault);
  return {
    ...(values.fault !== undefined && { fault: values.fault }),
    scenario: values.scenario,
    port: numberOf('port', values.port, (port) => Number.isInteger(port) && port >= 0 && port < 65_536, 'a whole number from 0 to 65535'),
    seed: numberOf('seed', values.seed, Number.isInteger, 'a whole number'),
    speed: numberOf('speed', values.speed, (speed) => speed > 0 && speed <= 10_000, 'a number above 0 and at most 10000'),
  };
}
