import { expect, test } from 'vitest';
import { isForPage, shortcutOf, zoomAfter, type KeyPress } from '../../../electron/system/shortcuts.ts';

const PRESS: KeyPress = { type: 'keyDown', key: '', code: '', control: true, shift: false, alt: false, meta: false };

test.each<[string, Partial<KeyPress>, string | null]>([
  ['Ctrl W', { key: 'w' }, 'close'],
  ['Ctrl W with caps lock', { key: 'W' }, 'close'],
  ['Ctrl + on a layout where it needs Shift', { key: '+', shift: true }, 'zoom-in'],
  ['Ctrl + on a layout where it does not', { key: '+' }, 'zoom-in'],
  ['Ctrl =', { key: '=' }, 'zoom-in'],
  ['Ctrl + on the number pad', { key: '+', code: 'NumpadAdd' }, 'zoom-in'],
  ['Ctrl -', { key: '-' }, 'zoom-out'],
  ['Ctrl - on the number pad', { key: '-', code: 'NumpadSubtract' }, 'zoom-out'],
  ['Ctrl 0', { key: '0' }, 'zoom-reset'],
  ['Ctrl 0 on the number pad', { key: '0', code: 'Numpad0' }, 'zoom-reset'],
  ['Ctrl Shift I', { key: 'I', shift: true }, 'developer-tools'],
  ['Ctrl Shift W', { key: 'W', shift: true }, null],
  ['Ctrl = with Shift, where that is not +', { key: '=', shift: true }, null],
  ['Ctrl Alt 0', { key: '0', alt: true }, null],
  ['Ctrl C', { key: 'c' }, null],
  ['W alone', { key: 'w', control: false }, null],
  ['Ctrl W let go', { key: 'w', type: 'keyUp' }, null],
])('%s', (_, press, expected) => {
  expect(shortcutOf({ ...PRESS, ...press })).toBe(expected);
});

test('a log window takes the keys of zoom itself, and no other key', () => {
  const [log, overview] = ['app://tray/log-viewer/index.html', 'app://tray/overview/index.html'];
  expect([isForPage('zoom-in', log), isForPage('zoom-reset', log), isForPage('close', log)]).toEqual([true, true, false]);
  expect([isForPage('zoom-out', overview), isForPage('zoom-in', '')]).toEqual([false, false]);
});

test('zoom goes in steps, ends at both ends, and comes back to the middle', () => {
  expect(zoomAfter('zoom-in', 0)).toBe(0.5);
  expect(zoomAfter('zoom-out', 0)).toBe(-0.5);
  expect(zoomAfter('zoom-in', 5)).toBe(5);
  expect(zoomAfter('zoom-out', -4)).toBe(-4);
  expect(zoomAfter('zoom-reset', 3)).toBe(0);
});
