import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../electron/contract/settings.ts';
import { failed, ok, type Result } from '../../../electron/model/result.ts';
import { withLoginSetting } from '../../../electron/store/login-setting.ts';

function parts(isOnNow: boolean, answer: Result<null> = ok(null)) {
  const told: boolean[] = [];
  let current: Settings = DEFAULT_SETTINGS;
  const settings = withLoginSetting(
    {
      current: () => current,
      change(next: Settings) {
        current = next;
        return ok(null);
      },
    },
    {
      isOn: () => isOnNow,
      set(isOn: boolean) {
        told.push(isOn);
        return answer;
      },
    },
  );
  return { settings, told };
}

test('what the system says when the app starts is the setting', () => {
  const { settings, told } = parts(true);
  expect(settings.current().startAtLogin).toBe(true);
  expect(told).toEqual([]);
});

test('the switch is moved when the setting changes, and only then', () => {
  const { settings, told } = parts(false);
  settings.change({ ...settings.current(), theme: 'dark' });
  expect(told).toEqual([]);
  settings.change({ ...settings.current(), startAtLogin: true });
  expect(told).toEqual([true]);
  expect(settings.current()).toMatchObject({ theme: 'dark', startAtLogin: true });
});

test('a switch that does not move leaves the setting as it was, and says why', () => {
  const problem = { kind: 'store', file: 'qovery-tray.desktop', detail: 'the disk is read-only' } as const;
  const { settings } = parts(false, failed(problem));
  expect(settings.change({ ...settings.current(), theme: 'dark', startAtLogin: true })).toEqual(failed(problem));
  expect(settings.current()).toMatchObject({ theme: 'dark', startAtLogin: false });
});
