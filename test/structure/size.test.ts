import { expect, test } from 'vitest';
import { sources } from './sources.ts';

/** A file knows one thing: past this many lines it has learnt a second one. */
const MOST = 250;

test('no file of the app is longer than 250 lines', () => {
  const long = sources('electron', 'renderer')
    .map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > MOST);
  expect(long).toEqual([]);
});
