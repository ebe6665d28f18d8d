import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '../support/app.ts';

// Electron's security checklist, item by item, on the running app.

test('pages run sandboxed, isolated and without Node', async ({ app, overview }) => {
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }; // not in the typings
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag, allowRunningInsecureContent, experimentalFeatures } =
      contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag, allowRunningInsecureContent, experimentalFeatures };
  });
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
  expect(preferences.webSecurity).not.toBe(false);
  for (const door of ['webviewTag', 'allowRunningInsecureContent', 'experimentalFeatures'] as const)
    expect(preferences[door] ?? false).toBe(false);
  expect(
    await overview.evaluate(() => [
      typeof globalThis['require' as never],
      typeof globalThis['process' as never],
      typeof globalThis['module' as never],
    ]),
  ).toEqual(['undefined', 'undefined', 'undefined']);
});

test('the bridge holds three functions and nothing of Electron', async ({ overview }) => {
  expect(await overview.evaluate(() => Object.keys(window.qoveryTray).toSorted())).toEqual(['ask', 'onReveal', 'onState']);
  expect(await overview.evaluate(() => Object.isFrozen(window.qoveryTray))).toBe(true);
});

test('commands that do not exist, and arguments that make no sense, are answered with a problem', async ({ overview }) => {
  const answers = await overview.evaluate(async () => {
    const bridge = window.qoveryTray as unknown as { ask(name: string, argument: unknown): Promise<{ ok: boolean }> }; // as a hostile page would
    const calls = [
      bridge.ask('quit', null),
      bridge.ask('openServiceLog', 7),
      bridge.ask('openLink', { url: 'file:///etc/passwd' }),
      bridge.ask('snapshot', { path: '/' }),
      bridge.ask('__proto__', null),
    ];
    return (await Promise.all(calls)).map((answer) => answer.ok);
  });
  expect(answers).toEqual([false, false, false, false, false]);
});

test('pages come from our own scheme under a strict policy: nothing inline runs, nothing from elsewhere loads', async ({ overview }) => {
  expect(new URL(overview.url()).origin === 'null' ? new URL(overview.url()).protocol : overview.url()).toMatch(/^app:/);
  const seen = await overview.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.hasRun = true';
    document.body.append(script);
    const style = document.createElement('style');
    style.textContent = 'body { color: red }';
    document.head.append(style);
    const fetched = await fetch('https://example.com/').then(
      () => 'loaded',
      () => 'refused',
    );
    // oxlint-disable-next-line no-implied-eval -- that text is not run is the point (a debugger's own evaluation is exempt)
    setTimeout('window.hasEvaluated = true', 0);
    await new Promise((resolve) => setTimeout(resolve, 0));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return { hasRun: 'hasRun' in window, hasEvaluated: 'hasEvaluated' in window, fetched, violations: [...new Set(violations)].toSorted() };
  });
  expect(seen).toMatchObject({ hasRun: false, hasEvaluated: false, fetched: 'refused' });
  expect(seen.violations).toEqual(expect.arrayContaining(['connect-src', 'script-src-elem', 'style-src-elem']));
});

test('nothing beside the built pages is served', async ({ overview }) => {
  const statuses = await overview.evaluate(async () => {
    const paths = ['/../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/electron/main.js', '/nothing.html', '/overview/index.html'];
    return Promise.all(paths.map(async (path) => (await fetch(`app://tray${path}`)).status));
  });
  expect(statuses.slice(0, 4).every((status) => status === 403 || status === 404)).toBe(true);
  expect(statuses[4]).toBe(200);
});

/** Runs the text in the first window as its own page would, without the debugger, which would wait for a navigation; then says what is open. */
async function after(app: ElectronApplication, text: string): Promise<{ readonly urls: readonly string[]; readonly isAlive: unknown }> {
  return app.evaluate(async ({ BrowserWindow, webContents }, code) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    await contents?.executeJavaScript(`${code}; new Promise((resolve) => setTimeout(resolve, 100)).then(() => null)`);
    const isAlive: unknown = await contents?.executeJavaScript("document.querySelector('[role=treegrid]') !== null");
    return { urls: webContents.getAllWebContents().map((one) => one.getURL()), isAlive };
  }, text);
}

test('a page navigates nowhere and opens no window', async ({ app, overview }) => {
  await expect(overview.getByRole('treegrid')).toBeVisible();
  const here = { urls: [overview.url()], isAlive: true };
  for (const address of ['https://example.com/', 'file:///etc/passwd', 'app://other/overview/index.html', 'data:text/html,x'])
    expect(await after(app, `location.assign(${JSON.stringify(address)})`)).toEqual(here);
  expect(await after(app, "window.open('https://example.com/')")).toEqual(here);
  expect(
    await after(app, "const a = document.createElement('a'); a.href = 'https://example.com/'; a.target = '_blank'; a.click()"),
  ).toEqual(here);
  expect(
    await after(app, "const frame = document.createElement('iframe'); frame.src = 'https://example.com/'; document.body.append(frame)"),
  ).toEqual(here);
});

test('every permission is denied', async ({ overview }) => {
  const states = await overview.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'] as PermissionName[]; // older typings lack some
    const queried = await Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
    return [...queried, await Notification.requestPermission()];
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});

test('only http and https addresses are opened outside', async ({ app, overview }) => {
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url) => Promise.resolve(void opened.push(url));
  });
  const answers = await overview.evaluate(async () => {
    const urls = ['https://console.qovery.com/', 'http://127.0.0.1/', 'javascript:alert(1)', 'file:///etc/passwd', 'smb://x/y', 'https://'];
    const said = await Promise.all(urls.map((url) => window.qoveryTray.ask('openLink', { url })));
    return said.map((answer) => typeof answer === 'object' && answer.ok);
  });
  expect(answers).toEqual([true, true, false, false, false, false]);
  expect(await app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual([
    'https://console.qovery.com/',
    'http://127.0.0.1/',
  ]); // put there above
});
