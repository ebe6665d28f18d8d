// How a Linux desktop brings windows to the screen, by what it says in the environment. Pure.

type Variables = Readonly<Record<string, string | undefined>>;

/** "X11", "Wayland", or "X11 on a Wayland desktop"; empty on other systems. `ozone`: Chromium's switch, which decides over it. */
export function sessionOf(platform: string, env: Variables, ozone: string): string {
  if (platform !== 'linux') return '';
  const isWayland = env['XDG_SESSION_TYPE'] === 'wayland' || Boolean(env['WAYLAND_DISPLAY']);
  if (!isWayland) return env['DISPLAY'] ? 'X11' : '';
  return ozone === 'x11' ? 'X11 on a Wayland desktop' : 'Wayland';
}
