import { describe, expect, test } from 'vitest';
import { failureCause } from '../../../electron/model/failure-cause.ts';
import type { LogLine } from '../../../electron/model/log-line.ts';
import { plainLine } from '../../../electron/model/plain-text.ts';

let count = 0;
function line(more: Partial<LogLine> = {}): LogLine {
  count += 1;
  const who = { sender: 'api', senderId: 'api', senderKind: 'Application', step: 'Build', stage: null, executionId: 'x1', version: null };
  return { key: `k${count}`, at: count, level: 'info', text: 'text', ...who, isError: false, isCancellation: false, error: null, ...more };
}
const broken = (message: string, more: Partial<LogLine> = {}, hint: string | null = null): LogLine =>
  line({ isError: true, level: 'error', step: 'BuiltError', error: { tag: 'T', message, hint, link: null, underlying: null }, ...more });

describe('the cause of a failed deployment', () => {
  test('is the first error of the service that failed, not of another', () => {
    const lines = [line(), broken('other', { senderId: 'web' }), broken('mine'), broken('later')];
    expect(failureCause(lines, ['api'], 'x1')).toMatchObject({
      message: 'mine',
      serviceId: 'api',
      serviceName: 'api',
      step: 'BuiltError',
      tag: 'T',
      lineKey: lines[2]?.key,
    });
  });
  test('prefers the line that has a hint', () => {
    expect(failureCause([broken('bare'), broken('told', {}, 'do this')], ['api'], 'x1')).toMatchObject({
      message: 'told',
      hint: 'do this',
    });
  });
  test('is the check before the deployment when no failed service speaks, before what others say', () => {
    const check = broken('no access', { senderId: 'e', senderKind: 'TaskManager', sender: 'engine', step: 'PreCheck' });
    const lines = [broken('other', { senderId: 'web' }, 'a hint'), check];
    expect(failureCause(lines, ['api'], 'x1')).toMatchObject({
      message: 'no access',
      step: 'PreCheck',
      serviceId: null,
      lineKey: check.key,
    });
    expect(failureCause([...lines, broken('mine')], ['api'], 'x1')).toMatchObject({ message: 'mine' });
  });
  test('is the first error at all when no failed service speaks', () => {
    const lines = [broken('pre-check', { senderId: 'e', senderKind: 'Environment', sender: 'production' })];
    expect(failureCause(lines, ['api'], 'x1')).toMatchObject({ message: 'pre-check', serviceId: null, serviceName: null });
  });
  test('falls back on a line that is only painted red', () => {
    expect(failureCause([line({ isError: true, text: 'Deployment failed' })], [], null)?.message).toBe('Deployment failed');
  });
  test('is no cancellation and no line of another run', () => {
    expect(failureCause([broken('cancelled', { isCancellation: true })], ['api'], 'x1')).toBeNull();
    expect(failureCause([broken('older', { executionId: 'x0' })], ['api'], 'x1')).toBeNull();
    expect(failureCause([], ['api'], 'x1')).toBeNull();
  });
  test('is one plain line', () => {
    expect(failureCause([broken('\u001B[31mfirst\u001B[0m\nsecond\u0000')], ['api'], null)?.message).toBe('first second');
  });
});

describe('plain text', () => {
  test.each([
    ['\u001B]8;;https://x\u0007link\u001B]8;;\u0007', 'link'],
    ['a\u202Eb', 'a b'],
    ['  much \t space ', 'much space'],
    ['<b>&amp;</b>', '<b>&amp;</b>'],
    ['', ''],
  ])('%j → %j', (text, plain) => expect(plainLine(text)).toBe(plain));
  test('is cut with a mark, never within a character', () => {
    expect(plainLine('abcdef', 4)).toBe('abc…');
    expect(plainLine('ab😀def', 4)).toBe('ab…');
    expect(plainLine('x'.repeat(1_000_000), 10)).toBe(`${'x'.repeat(9)}…`);
  });
});
