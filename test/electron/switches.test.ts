import { describe, expect, test } from 'vitest';
import { addressFrom, switchesFrom } from '../../electron/switches.ts';

describe('start-up switches', () => {
  test.each<[readonly string[], object]>([
    [[], { demo: null, open: false, isTelling: false }],
    [['--tell'], { demo: null, isTelling: true }],
    [['--demo', '--fault', 'html@10'], { demo: { fault: 'html@10' } }],
    [['--demo'], { isTelling: true, demo: { fault: null, scenario: 'tour', seed: 1, speed: 1 } }],
    [
      ['.', '--no-sandbox', '--demo', '--scenario', 'calm', '--speed=4', '--seed', '7', '--open'],
      { demo: { scenario: 'calm', seed: 7, speed: 4 }, open: true },
    ],
    [['--demo', '--speed', 'fast', '--seed=-1'], { demo: { scenario: 'tour', seed: 1, speed: 1 } }],
    [['--scenario', 'calm'], { demo: null }],
  ])('%j', (argv, expected) => expect(switchesFrom(argv)).toMatchObject(expected));
});

describe('the platform’s address', () => {
  test('is Qovery’s own unless the environment says otherwise', () => {
    expect(addressFrom({})).toEqual({
      apiUrl: 'https://api.qovery.com',
      wsUrl: 'wss://ws.qovery.com',
      consoleUrl: 'https://console.qovery.com',
      token: null,
    });
  });
  test('loses its trailing slashes, as the CLI does', () => {
    expect(addressFrom({ QOVERY_API_URL: 'http://a//', QOVERY_WS_URL: ' ws://b/ ', QOVERY_CONSOLE_URL: '' })).toMatchObject({
      apiUrl: 'http://a',
      wsUrl: 'ws://b',
      consoleUrl: 'https://console.qovery.com',
    });
  });
  test('the first of the two token variables that says something counts', () => {
    expect(addressFrom({ QOVERY_CLI_ACCESS_TOKEN: 'a', Q_CLI_ACCESS_TOKEN: 'b' }).token).toBe('a');
    expect(addressFrom({ QOVERY_CLI_ACCESS_TOKEN: ' ', Q_CLI_ACCESS_TOKEN: 'b' }).token).toBe('b');
  });
});
