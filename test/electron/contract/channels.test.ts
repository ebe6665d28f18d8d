import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../electron/contract/settings.ts';
import { channelOf, COMMAND_NAMES, packedAnswer, parsers, unpackedAnswer, type CommandName } from '../../../electron/contract/channels.ts';
import { failed, ok } from '../../../electron/model/result.ts';
import { EMPTY_WORLD } from '../../../electron/model/world.ts';
import { aState } from '../../support/a-world.ts';

describe('what a window sends', () => {
  test.each<[CommandName, unknown, boolean]>([
    ['refresh', null, true],
    ['refresh', { anything: 1 }, false],
    ['openLink', { url: 'https://console.qovery.com/x' }, true],
    ['openLink', { url: 'http://127.0.0.1' }, true],
    ['openLink', { url: 'file:///etc/passwd' }, false],
    ['openLink', { url: 'javascript:alert(1)' }, false],
    ['openLink', { url: 'https://' }, false],
    ['openLink', 'https://console.qovery.com', false],
    ['openServiceLog', { serviceId: 'a' }, true],
    ['openServiceLog', { serviceId: '' }, false],
    ['openServiceLog', { serviceId: ['a'] }, false],
    ['openDeploymentLog', { environmentId: 'e', executionId: null, serviceId: null, lineKey: null }, true],
    ['openDeploymentLog', { environmentId: 'e' }, false],
    ['connect', { token: 'abc', keep: 'session' }, true],
    ['connect', { token: 7, keep: 'session' }, false],
    ['changeSettings', 'nonsense', true],
  ])('%s %j', (name, argument, isUnderstood) => expect(parsers[name](argument).ok).toBe(isUnderstood));

  test('is never passed on with more than what was asked for', () => {
    expect(parsers.openServiceLog({ serviceId: 'a', path: '/etc' })).toEqual({ ok: true, value: { serviceId: 'a' } });
    expect(parsers.connect({ token: 'abc', keep: 'for ever' })).toEqual({ ok: true, value: { token: 'abc', keep: 'keyring' } });
  });
  test('of the settings is made sense of, on both sides of the change', () => {
    expect(parsers.changeSettings({ seen: 7, wanted: { theme: 'dark' } })).toEqual({
      ok: true,
      value: { seen: DEFAULT_SETTINGS, wanted: { ...DEFAULT_SETTINGS, theme: 'dark' } },
    });
  });
  test('that is far too long to be a token is refused for that', () => {
    expect(parsers.connect({ token: 'x'.repeat(1_000_001), keep: 'session' })).toEqual({
      ok: false,
      problem: { kind: 'bad-input', detail: 'it is too long to be a token' },
    });
  });
  test('makes no parser throw, whatever it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COMMAND_NAMES), fc.anything(), (name, anything) => typeof parsers[name](anything).ok === 'boolean'),
    );
  });
});

test('every command has a channel of its own', () => {
  expect(new Set(COMMAND_NAMES.map(channelOf)).size).toBe(COMMAND_NAMES.length);
});

test('no more text is copied or saved than the longest log has', () => {
  const text = 'x'.repeat(400_000_001);
  expect(parsers.copyText({ text }).ok).toBe(false);
  expect(parsers.saveText({ name: 'log', text }).ok).toBe(false);
  expect(parsers.saveText({ name: 'log', text: 'line' })).toEqual({ ok: true, value: { name: 'log', text: 'line' } });
  expect(parsers.saveText({ name: 7, text: 'line' }).ok).toBe(false);
});

test('an answer is unpacked as what was packed; only the whole state crosses as text', () => {
  const answer = ok({ version: 3, state: aState(EMPTY_WORLD) });
  expect(typeof packedAnswer('snapshot', answer)).toBe('string');
  expect(unpackedAnswer<'snapshot'>(packedAnswer('snapshot', answer))).toEqual(answer);
  const problem = failed({ kind: 'bad-input', detail: 'takes no argument' });
  expect(packedAnswer('snapshot', problem)).toEqual(problem);
  expect(packedAnswer('refresh', ok(null))).toEqual(ok(null));
  expect(unpackedAnswer<'refresh'>(packedAnswer('refresh', ok(null)))).toEqual(ok(null));
});
