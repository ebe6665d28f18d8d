import { expect, test } from 'vitest';
import { sessionOf } from '../../../electron/system/session.ts';

test.each([
  ['linux', { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0' }, '', 'X11'],
  ['linux', { XDG_SESSION_TYPE: 'wayland', DISPLAY: ':0' }, '', 'Wayland'],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'wayland', 'Wayland'],
  ['linux', { XDG_SESSION_TYPE: 'wayland', DISPLAY: ':0' }, 'x11', 'X11 on a Wayland desktop'],
  ['linux', { XDG_SESSION_TYPE: 'tty' }, '', ''],
  ['darwin', { DISPLAY: ':0' }, '', ''],
])('on %s with %j and the switch "%s": %s', (platform, env, ozone, expected) => {
  expect(sessionOf(platform, env, ozone)).toBe(expected);
});
