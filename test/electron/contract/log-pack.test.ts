import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LINE_IS_CANCELLATION, LINE_IS_ERROR, LOG_LEVELS } from '../../../electron/contract/log-batch.ts';
import { MOST_SENDERS, packLines, textOf } from '../../../electron/contract/log-pack.ts';
import { aLine, anErrorLine, AN_ERROR } from '../../support/a-log.ts';

/** Any text at all: half surrogate pairs, NUL, emoji, byte order marks. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('\uD83D', '\uDE80', '\u0000', '\uFEFF', '🚀', 'é', '日', '\u001B[31m', '\n', 'a'))
    .map((parts) => parts.join('')),
);

test('gives back every text as it was, but for what UTF-8 cannot say', () => {
  fc.assert(
    fc.property(fc.array(anyText), (texts) => {
      const batch = packLines(texts.map((text, index) => aLine(index, { text })));
      const back = texts.map((_, index) => textOf(batch, index));
      expect(back).toEqual(texts.map((text) => Buffer.from(text).toString()));
    }),
  );
});

test('keeps half a surrogate pair at the end of one line apart from the other half at the start of the next', () => {
  const batch = packLines([aLine(0, { text: 'a\uD83D' }), aLine(1, { text: '\uDE80b' })]);
  expect([textOf(batch, 0), textOf(batch, 1)]).toEqual(['a\uFFFD', '\uFFFDb']);
});

test('keeps time, level and sender of every line', () => {
  const levels = fc.constantFrom(...LOG_LEVELS);
  const line = fc.record({ at: fc.option(fc.integer()), level: levels, sender: fc.string(), senderId: fc.option(fc.string()) });
  fc.assert(
    fc.property(fc.array(line), (facts) => {
      const batch = packLines(facts.map((more, index) => aLine(index, more)));
      const back = facts.map((_, index) => {
        const sender = batch.senders[batch.senderOf[index] ?? -1];
        const at = batch.times[index] ?? 0;
        return {
          at: Number.isNaN(at) ? null : at,
          level: LOG_LEVELS[batch.levels[index] ?? -1],
          sender: sender?.name,
          senderId: sender?.id,
        };
      });
      expect(batch.count).toBe(facts.length);
      expect(back).toEqual(facts);
    }),
  );
});

test('names each sender once', () => {
  const batch = packLines([aLine(0), aLine(1, { sender: 'db', senderId: 'db' }), aLine(2)]);
  expect(batch.senders.map(({ name }) => name)).toEqual(['api', 'db']);
  expect([...batch.senderOf]).toEqual([0, 1, 0]);
});

test('tells more of errors and cancellations only, by their place', () => {
  const batch = packLines([aLine(0), anErrorLine(1), aLine(2, { isCancellation: true, step: 'Cancelled' })]);
  expect([...batch.flags]).toEqual([0, LINE_IS_ERROR, LINE_IS_CANCELLATION]);
  expect(batch.extras).toEqual([
    { line: 1, key: 'line 1', step: 'BuiltError', error: AN_ERROR },
    { line: 2, key: 'line 2', step: 'Cancelled', error: null },
  ]);
});

test('keeps no room that holds nothing, since buffers are copied whole on their way', () => {
  const batch = packLines([aLine(0, { text: 'é' }), aLine(1, { text: 'abc' })]);
  expect(batch.text.buffer.byteLength).toBe(5);
  expect([...batch.offsets]).toEqual([0, 2, 5]);
});

test('cuts a long text where asked to', () => {
  expect(textOf(packLines([aLine(0, { text: 'abcdef' })]), 0, 3)).toBe('abc');
});

test('refuses more senders than 16 bits can count, rather than mixing them up', () => {
  const lines = Array.from({ length: MOST_SENDERS + 1 }, (_, index) => aLine(index, { senderId: String(index), text: '' }));
  expect(packLines(lines.slice(1)).senders).toHaveLength(MOST_SENDERS);
  expect(() => packLines(lines)).toThrow('senders');
});
