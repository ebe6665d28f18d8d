import { expect, test } from 'vitest';
import { createFrames } from '../../../electron/platform/frames.ts';
import { manualClock } from '../../support/manual-clock.ts';

/** Reads `abc` as the parts `a` and `ab` and then the whole; a text with `!` in it is no frame. */
function reading() {
  const clock = manualClock(0);
  const [values, ignored]: [string[], string[]] = [[], []];
  const frames = createFrames<string>({
    clock,
    *read(text) {
      for (let i = 1; i < text.length; i++) yield text.slice(0, i);
      return text.includes('!') ? null : text;
    },
    onValue: (value) => values.push(value),
    onIgnored: (text) => ignored.push(text),
  });
  return { clock, frames, values, ignored };
}

test('a small frame is told at once; the same text again gives the same value', () => {
  const { frames, values } = reading();
  frames.take('a');
  frames.take('a');
  expect(values).toEqual(['a', 'a']);
});

test('a large frame is read slice by slice, with a turn for others between them', async () => {
  const { clock, frames, values } = reading();
  frames.take('abc');
  expect(values).toEqual(['a']);
  await clock.advance(1);
  expect(values).toEqual(['a', 'ab', 'abc']);
});

test('what comes meanwhile waits, and of that only the newest is read', async () => {
  const { clock, frames, values } = reading();
  frames.take('ab');
  frames.take('xy');
  frames.take('z');
  await clock.advance(1);
  expect(values).toEqual(['a', 'ab', 'z']);
});

test('a frame that is none is told of, and the one that waits is read', async () => {
  const { clock, frames, values, ignored } = reading();
  frames.take('a!');
  frames.take('z');
  await clock.advance(1);
  expect([values, ignored]).toEqual([['a', 'z'], ['a!']]);
});

test('nothing is told after all was forgotten, and then the same text is read anew', async () => {
  const { clock, frames, values } = reading();
  frames.take('ab');
  frames.clear();
  await clock.advance(1);
  frames.take('ab');
  expect(values).toEqual(['a', 'a']);
});
