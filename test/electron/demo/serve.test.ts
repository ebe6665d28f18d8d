import { expect, test } from 'vitest';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FAULTS } from '../../../electron/demo/faults.ts';
import { STORIES } from '../../../electron/demo/scenario-list.ts';
import { help, optionsFrom } from '../../../electron/demo/serve-switches.ts';

const SERVE = path.resolve(import.meta.dirname, '../../../electron/demo/serve.ts');

function run(...args: readonly string[]) {
  const child = spawn(process.execPath, [SERVE, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  return child;
}

test.each([
  [[], { port: 0, scenario: 'tour', seed: 1, speed: 1 }],
  [['--port', '8080', '--scenario', 'oom', '--seed', '7', '--speed', '2.5'], { port: 8080, scenario: 'oom', seed: 7, speed: 2.5 }],
  [['--fault', 'html@10'], { port: 0, scenario: 'tour', seed: 1, speed: 1, fault: 'html@10' }],
])('%j are understood', (args, options) => {
  expect(optionsFrom(args)).toEqual(options);
});

test.each([
  [['--scenario', 'storm'], 'there is no scenario "storm"'],
  [['--scenario', 'toString'], 'there is no scenario "toString"'],
  [['--port', 'x'], '--port must be a whole number from 0 to 65535, not "x"'],
  [['--port', '70000'], '--port must be a whole number'],
  [['--port', ''], '--port must be a whole number'],
  [['--seed', '1.5'], '--seed must be a whole number, not "1.5"'],
  [['--speed', '0'], '--speed must be a number above 0'],
  [['--fault', 'storm'], 'there is no fault "storm"'],
  [['--fault', 'html@'], 'after html@ must be a number of seconds, not ""'],
  [['--fault', 'html@-1'], 'after html@ must be'],
  [['--fault', 'html@1@2'], 'after html@ must be'],
  [['--nonsense'], '--nonsense'],
  [['extra'], 'extra'],
])('%j are refused with a sentence', (args, sentence) => {
  expect(() => optionsFrom(args)).toThrow(sentence);
});

test('the help lists every scenario and every switch', () => {
  const text = help();
  for (const name of [...Object.keys(STORIES), ...Object.keys(FAULTS), '--fault', '--port', '--scenario', '--seed', '--speed'])
    expect(text).toContain(name);
});

test('the list for contributors names every scenario and fault', () => {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../../CONTRIBUTING.md'), 'utf8');
  for (const name of [...Object.keys(STORIES), ...Object.keys(FAULTS)]) expect(text).toContain(`\`${name}\``);
});

test('the command prints one line with addresses and token, serves, and ends well when told to', async () => {
  const child = run('--port', '0', '--scenario', 'empty');
  const [line] = (await once(child.stdout, 'data')) as [string]; // text, by its encoding
  const { apiUrl, wsUrl, token } = JSON.parse(line) as Record<'apiUrl' | 'wsUrl' | 'token', string>; // what it promises
  expect(wsUrl).toBe(apiUrl.replace('http', 'ws'));
  const response = await fetch(`${apiUrl}/organization`, { headers: { authorization: `Token ${token}` } });
  expect(response.status).toBe(200);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('the command says in one sentence what is wrong and ends with 2', async () => {
  const child = run('--scenario', 'storm');
  const [[said], [code]] = await Promise.all([once(child.stderr, 'data'), once(child, 'exit')]);
  expect(code).toBe(2);
  expect(said).toMatch(/^npm run platform: there is no scenario "storm".*\n$/);
});
