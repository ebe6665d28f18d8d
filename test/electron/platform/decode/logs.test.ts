import { expect, test } from 'vitest';
import type { LogLine } from '../../../../electron/model/log-line.ts';
import { deploymentLog, deploymentLogFrame } from '../../../../electron/platform/decode/deployment-log.ts';
import { serviceLogFrame } from '../../../../electron/platform/decode/service-log.ts';

const lineOf = (raw: object): LogLine | undefined => deploymentLogFrame([raw])?.[0];
const withStep = (step: string) => ({ details: { stage: { step } } });

test.each([
  [{ type: 'error' }, true, false],
  [{ type: 'ERROR' }, true, false],
  [{ type: 'warning' }, false, false],
  [{ type: 'info', ...withStep('Deployed') }, false, false],
  [{ type: 'info', ...withStep('DeployedError') }, true, false],
  [{ type: 'info', ...withStep('PausedError') }, true, false],
  [{ type: 'info', ...withStep('GlobalError') }, true, false],
  [{ type: 'info', ...withStep('ErrorFree') }, false, false],
  [{ type: 'info', ...withStep('Cancelled') }, false, true],
  [{ type: 'error', ...withStep('Cancelled') }, false, true],
  [{ type: 'error', error: { tag: 'TaskCancellationRequested' } }, false, true],
  [{ type: 'error', error: { tag: 'JobFailure' } }, true, false],
])('of %j: red %j, quiet %j', (raw, isError, isCancellation) => {
  expect(lineOf(raw)).toMatchObject({ isError, isCancellation });
});

const BOTH = { error: { user_log_message: 'for people' }, message: { safe_message: 'safe' } };
test.each([
  [{ type: 'error', ...BOTH }, 'for people'],
  [{ type: 'info', ...BOTH }, 'safe'],
  [{ type: 'error', message: BOTH.message }, 'safe'],
  [{ type: 'error', error: {}, message: BOTH.message }, 'safe'],
  [{ type: 'info', error: BOTH.error }, 'for people'],
  [{ type: 'info' }, ''],
  [{ type: 'info', message: { safe_message: '\u001B[31mred\u001B[0m ⚠️ <b>' } }, '\u001B[31mred\u001B[0m ⚠️ <b>'],
])('the text of %j is %j', (raw, text) => {
  expect(lineOf(raw)?.text).toBe(text);
});

function sentLine(timestamp: string | undefined, text: string): object {
  return { timestamp, details: { transmitter: { id: 's' } }, message: { safe_message: text } };
}

test('lines of the same millisecond have different keys, the same line has the same key however it came', () => {
  const [a, b, again] = [1, 2, 1].map((nano) => sentLine(`2022-06-22T14:20:17.73308481${nano}Z`, 'x'));
  const keys = deploymentLogFrame([a, b])?.map((one) => one.key) ?? [];
  expect(new Set(keys).size).toBe(2);
  expect(deploymentLog([again])?.[0]?.key).toBe(keys[0]);
});

test('a log that is read comes oldest first, and lines of one moment stay as sent', () => {
  const sent = [
    sentLine('2022-06-22T14:20:18Z', 'c'),
    sentLine(undefined, 'd'),
    sentLine('2022-06-22T14:20:17Z', 'a'),
    sentLine('2022-06-22T14:20:17Z', 'b'),
  ];
  expect(
    deploymentLog(sent)
      ?.map((one) => one.text)
      .join(''),
  ).toBe('abcd');
  expect(
    deploymentLogFrame(sent)
      ?.map((one) => one.text)
      .join(''),
  ).toBe('cdab');
});

test.each([
  [{ message: 'a', full_details: 'b' }, 'a\nb'],
  [{ message: 'a', full_details: 'says a' }, 'says a'],
  [{ message: 'a' }, 'a'],
  [{ full_details: 'b' }, 'b'],
  [{}, null],
  [undefined, null],
])('what lies beneath %j is told once', (underlying_error, expected) => {
  expect(lineOf({ type: 'error', error: { underlying_error } })?.error?.underlying).toBe(expected);
});

test.each([
  ['https://hub.qovery.com/x', 'https://hub.qovery.com/x'],
  ['http://hub/x', 'http://hub/x'],
  ['javascript:alert(1)', null],
  ['file:///etc/passwd', null],
  ['', null],
])('the link %j is kept as %j', (link, expected) => {
  expect(lineOf({ type: 'error', error: { link } })?.error?.link).toBe(expected);
});

test.each([
  ['INFO', 'info', false],
  ['Warn', 'warning', false],
  ['error', 'error', true],
  ['CRITICAL', 'critical', true],
  ['fatal', 'critical', true],
  ['', 'unknown', false],
  ['constructor', 'unknown', false],
])('a service line of severity %j is %s', (severity_text, level, isError) => {
  expect(serviceLogFrame({ message: 'x', severity_text })).toMatchObject([{ level, isError }]);
});

test('a service line without words is a line, a frame without a message is none', () => {
  expect(serviceLogFrame({ message: '', created_at: 5 })).toMatchObject([{ text: '', at: 5, sender: '', senderId: null, version: null }]);
  expect(serviceLogFrame({ created_at: 5, pod_name: 'p' })).toBeNull();
});
