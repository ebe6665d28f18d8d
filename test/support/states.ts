// The states of the windows that are looked at: how each is reached in the running app. build/shots.mjs takes pictures of them,
// the app tests look for accessibility faults in them.
import type { ElectronApplication, Page } from '@playwright/test';
import type { DemoFault, DemoPlatform } from '../../electron/demo/server.ts';

/** What a state is reached with. */
interface Stage {
  readonly app: ElectronApplication;
  /** The main window. */
  readonly window: Page;
  readonly platform: DemoPlatform;
}
export interface State {
  /** Of the demo platform; `calm` when left out. */
  readonly scenario?: string;
  /** Spoilt from the start. */
  readonly fault?: DemoFault;
  /** What the environment's variable holds instead of the platform's token; empty: none. */
  readonly token?: string;
  /** Of the window's content in px; 440 × 640 when left out. */
  readonly size?: { readonly width: number; readonly height: number };
  /** 2: 200 %. */
  readonly zoom?: number;
  /** Resolves once the state is reached, with the window that shows it. Waits as long as the page's own time limit lets it. */
  readonly reach: (stage: Stage) => Promise<Page>;
}

/** The list is read whole: what is stopped has that as its run status, which comes last. */
export async function wholeList(window: Page): Promise<Page> {
  await window
    .getByRole('row', { name: /^[^,]+, STOPPED/ })
    .first()
    .waitFor();
  return window;
}
async function said(window: Page, text: RegExp | string): Promise<Page> {
  await window.getByText(text).first().waitFor();
  return window;
}
const anyRow = (window: Page, name: RegExp) => window.getByRole('row', { name }).first();

async function live(window: Page): Promise<Page> {
  await window.getByRole('contentinfo').filter({ hasText: /^Live/ }).waitFor();
  return window;
}

/** The window that opens when `act` is done. */
export async function opened(app: ElectronApplication, act: () => Promise<unknown>): Promise<Page> {
  const next = app.waitForEvent('window');
  await act();
  return next;
}

const openSettings = ({ app, window: page }: Stage): Promise<Page> =>
  opened(app, () => page.evaluate(() => window.qoveryTray.ask('openSettings', null)));

async function scrolled(page: Page, selector: string): Promise<Page> {
  await page.evaluate((what) => document.querySelector(what)?.scrollIntoView(), selector);
  return page;
}

/** By name, which is that of its pictures. */
export const STATES: Readonly<Record<string, State>> = {
  'first-run': { token: '', reach: ({ window }) => said(window, /demo platform/i) },
  'first-run-refused': {
    token: '',
    async reach({ window }) {
      await window.getByLabel('API token').fill('wrong');
      await window.keyboard.press('Enter');
      return said(window, /refused the token/);
    },
  },
  'refused-at-once': { token: 'revoked', reach: ({ window }) => said(window, /refused/) },
  expired: {
    async reach({ window, platform }) {
      await wholeList(window);
      platform.fault('401');
      await window.getByRole('button', { name: 'Refresh now' }).click();
      return said(window, /Stopped asking/);
    },
  },
  'partly-permitted': { fault: 'project-403', reach: async ({ window }) => said(await wholeList(window), /not permitted/) },
  loading: {
    fault: 'slow',
    async reach({ window }) {
      await window.locator('[aria-busy="true"] .sk').first().waitFor();
      return window;
    },
  },
  empty: { scenario: 'empty', reach: ({ window }) => said(window, 'No environments yet') },
  'empty-filter': {
    async reach({ window }) {
      await wholeList(window);
      await window.getByRole('searchbox').fill('no such thing');
      return said(window, /no such thing/);
    },
  },
  offline: {
    async reach({ window, platform }) {
      await wholeList(window);
      await platform.stop();
      await window.getByRole('button', { name: 'Refresh now' }).click();
      return said(window, /^Offline/);
    },
  },
  stale: {
    async reach({ window, platform }) {
      await wholeList(window);
      platform.fault('socket-1006');
      await window.getByText(/No live updates/).waitFor({ timeout: 60_000 });
      return window;
    },
  },
  calm: { reach: ({ window }) => wholeList(window) },
  failed: {
    scenario: 'failed-before',
    async reach({ window }) {
      await anyRow(window, /DEPLOYMENT ERROR/).click();
      return wholeList(window);
    },
  },
  huge: { scenario: 'huge', reach: ({ window }) => live(window) },
  'one-service': {
    scenario: 'one',
    async reach({ window }) {
      await anyRow(window, /^production, RUNNING/).click();
      return window;
    },
  },
  'long-names': {
    scenario: 'names',
    async reach({ window }) {
      await wholeList(window);
      await anyRow(window, /^feature-checkout/).click();
      return window;
    },
  },
  'long-names-narrow': { scenario: 'names', size: { width: 320, height: 640 }, reach: ({ window }) => wholeList(window) },
  'zoomed-to-200': { scenario: 'failed-before', zoom: 2, reach: ({ window }) => wholeList(window) },
  'narrow-320': { scenario: 'failed-before', size: { width: 320, height: 640 }, reach: ({ window }) => wholeList(window) },
  'wide-1600': {
    scenario: 'failed-before',
    size: { width: 1600, height: 900 },
    async reach({ window }) {
      await anyRow(window, /DEPLOYMENT ERROR/).focus();
      await window.keyboard.press('Space');
      return wholeList(window);
    },
  },
  details: {
    scenario: 'failed-before',
    async reach({ window }) {
      await anyRow(window, /DEPLOYMENT ERROR/).click();
      await anyRow(window, /^ledger-api/).focus();
      await window.keyboard.press('Space');
      await window.getByRole('complementary', { name: 'ledger-api, details' }).waitFor();
      return window;
    },
  },
  'row-menu': {
    scenario: 'failed-before',
    async reach({ window }) {
      await wholeList(window);
      await anyRow(window, /DEPLOYMENT ERROR/).focus();
      await window.keyboard.press('Shift+F10');
      await window.getByRole('menu').waitFor();
      return window;
    },
  },
  history: {
    scenario: 'failed-before',
    async reach({ window }) {
      await wholeList(window);
      await window.keyboard.press('h');
      await window
        .getByRole('button', { name: /ledger-api/ })
        .first()
        .waitFor();
      return window;
    },
  },
  'log-failed': {
    scenario: 'failed-before',
    size: { width: 960, height: 640 },
    async reach({ app, window }) {
      const label = anyRow(window, /DEPLOYMENT ERROR/).getByRole('button', { name: /DEPLOYMENT ERROR/ });
      return said(await opened(app, () => label.click()), 'Hint');
    },
  },
  settings: {
    size: { width: 760, height: 600 },
    async reach(stage) {
      await live(stage.window);
      return said(await openSettings(stage), 'Account');
    },
  },
  'settings-appearance': {
    size: { width: 760, height: 600 },
    async reach(stage) {
      await wholeList(stage.window);
      const settings = await said(await openSettings(stage), 'Tray host');
      await settings.getByRole('navigation').getByRole('button', { name: 'Appearance' }).click();
      return settings;
    },
  },
  'notification-settings': {
    size: { width: 760, height: 600 },
    async reach(stage) {
      await wholeList(stage.window);
      return scrolled(await said(await openSettings(stage), 'Account'), '#notifications');
    },
  },
  muted: {
    scenario: 'failed-before',
    size: { width: 760, height: 600 },
    async reach(stage) {
      await anyRow(await wholeList(stage.window), /DEPLOYMENT ERROR/).click({ button: 'right' });
      await stage.window.getByRole('menuitem', { name: 'Mute for 1 h' }).click();
      return scrolled(await said(await openSettings(stage), /^Muted until/), '#muted');
    },
  },
  'history-page': {
    scenario: 'failed-before',
    async reach({ window }) {
      await wholeList(window);
      await window.keyboard.press('h');
      return said(window, /cannot build the image/);
    },
  },
  doctor: {
    size: { width: 760, height: 600 },
    async reach(stage) {
      await wholeList(stage.window);
      const settings = await said(await openSettings(stage), 'Tray host');
      await settings.getByRole('button', { name: /Copy the report/ }).scrollIntoViewIfNeeded();
      return settings;
    },
  },
};

/** Gives the window the state's size and zoom, and waits until it has them. */
async function sized(app: ElectronApplication, page: Page, { size = { width: 440, height: 640 }, zoom = 1 }: State): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, { width, height, factor, url }) => {
      const found = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL() === url);
      found?.setContentSize(width, height);
      found?.webContents.setZoomFactor(factor);
    },
    { ...size, factor: zoom, url: page.url() },
  );
  await page.waitForFunction((width) => Math.abs(globalThis.innerWidth - width) < 2, Math.round(size.width / zoom));
}

/** Reaches the state; the page that shows it, the pointer out of its way. */
export async function reached(state: State, stage: Stage): Promise<Page> {
  const page = await state.reach(stage);
  await sized(stage.app, page, state);
  await page.mouse.move(0, 0);
  return page;
}
