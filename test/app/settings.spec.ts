import AxeBuilder from '@axe-core/playwright';
import type { ElectronApplication, Page } from '@playwright/test';
import { mkdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Snapshot } from '../../electron/contract/state.ts';
import type { Result } from '../../electron/model/result.ts';
import { expect, test } from '../support/app.ts';

async function hasNoFaults(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`)).toEqual([]);
  }
}
async function openedBy(app: ElectronApplication, act: () => Promise<void>): Promise<Page> {
  const opened = app.waitForEvent('window');
  await act();
  return opened;
}

test('starting at login writes an entry that starts this app, and removes it', async ({ launch, appEnv, profile, desktop }) => {
  const app = await launch({ ...appEnv, XDG_CONFIG_HOME: profile });
  const settings = await openedBy(app, () => desktop.click('Settings…'));
  const start = settings.getByRole('switch', { name: 'Start when you sign in' });
  await expect(start).not.toBeChecked();
  await start.click();
  await expect(start).toBeChecked();
  const file = path.join(profile, 'autostart/qovery-tray.desktop');
  expect(await readFile(file, 'utf8')).toMatch(/^Exec="\/.*electron" "\/.*"$/m);
  await hasNoFaults(settings);
  await start.click();
  await expect(start).not.toBeChecked();
  await expect(readFile(file)).rejects.toThrow('ENOENT');
});

test('where the entry cannot be written, that is said and the switch stays off', async ({ launch, appEnv, profile, desktop }) => {
  await writeFile(path.join(profile, 'autostart'), 'a file where the folder should be');
  const app = await launch({ ...appEnv, XDG_CONFIG_HOME: profile });
  const settings = await openedBy(app, () => desktop.click('Settings…'));
  const start = settings.getByRole('switch', { name: 'Start when you sign in' });
  await start.click();
  await expect(settings.getByRole('alert')).toContainText('qovery-tray.desktop could not be used');
  await expect(start).not.toBeChecked();
});

test('the icon changes its colours at once', async ({ app, overview, desktop }) => {
  await expect(overview.getByRole('contentinfo')).toContainText('Live');
  const before = desktop.iconChanges.length;
  const settings = await openedBy(app, () => desktop.click('Settings…'));
  await settings.getByRole('radiogroup', { name: 'Icon' }).getByRole('radio', { name: 'Light' }).click();
  await desktop.until(() => desktop.iconChanges.length > before, 'another picture');
  await expect(settings.getByRole('switch', { name: 'Colour when something needs attention' })).toBeChecked();
});

test('the doctor says how all stands, and its report holds no token', async ({ app, overview, desktop, platform }) => {
  await expect(overview.getByRole('contentinfo')).toContainText('Live');
  const settings = await openedBy(app, () => desktop.click('Settings…'));
  await expect(settings.getByText('Run status, by socket, all right')).toBeVisible();
  await settings.getByRole('button', { name: 'Copy the report' }).click();
  await expect(settings.getByText('Copied')).toHaveCount(1);
  const text = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(text).toContain(`ok   Platform: ${platform.apiUrl}. It answers`);
  expect(text).not.toContain(platform.token);
  await hasNoFaults(settings);
});

test('what one window changes, the other shows', async ({ app, overview, desktop }) => {
  const settings = await openedBy(app, () => desktop.click('Settings…'));
  await overview.getByRole('button', { name: 'Pause notifications for 1 h' }).click();
  await settings.getByRole('button', { name: 'Resume' }).click();
  await expect(overview.getByRole('button', { name: 'Pause notifications for 1 h' })).toBeVisible();
  await settings.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name: 'Dark' }).click(); // not check(): it is drawn checked once main has answered
  await overview.getByRole('button', { name: 'Pause notifications for 1 h' }).click();
  await expect(settings.getByRole('button', { name: 'Resume' })).toBeVisible();
  await expect(settings.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name: 'Dark' })).toBeChecked();
});

test('imported settings take effect at once, and a file that holds none changes nothing and is told of', async ({ app, desktop }) => {
  const settings = await openedBy(app, () => desktop.click('Settings…'));
  const dark = settings.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name: 'Dark' });
  const choose = (content: string): Promise<void> =>
    settings
      .locator('input[type="file"]')
      .setInputFiles({ name: 'settings.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  await choose('{"theme":"dark","notifications":{}}');
  await expect(dark).toBeChecked();
  await choose('{"name":"package"}');
  await expect(settings.getByRole('alert')).toContainText('holds no settings');
  await expect(dark).toBeChecked();
});

test('where the settings cannot be written they hold for this run, window and tray say so, and no longer when they can', async ({
  app,
  desktop,
  profile,
}) => {
  const file = path.join(profile, 'settings.json');
  const settings = await openedBy(app, () => desktop.click('Settings…'));
  await mkdir(file); // nobody can write a file there, not even who may write everywhere
  const theme = settings.getByRole('radiogroup', { name: 'Theme' });
  await theme.getByRole('radio', { name: 'Dark' }).click();
  await expect(settings.getByRole('alert')).toHaveText(/^settings\.json could not be used: .*changes hold until the app ends\.$/);
  await expect(theme.getByRole('radio', { name: 'Dark' })).toBeChecked();
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  const saysSo = async (): Promise<boolean> => (await desktop.menu()).some((entry) => entry.label.includes('settings.json'));
  await desktop.until(saysSo, 'the remark in the menu');
  await hasNoFaults(settings);
  await rmdir(file);
  await theme.getByRole('radio', { name: 'Light' }).click();
  await expect(settings.getByRole('alert')).toHaveCount(0);
  await desktop.until(async () => !(await saysSo()), 'the remark to go');
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ theme: 'light' });
});

test('what two windows ask for at the same moment, each from what it saw, both holds', async ({ app, overview, desktop }) => {
  const settings = await openedBy(app, () => desktop.click('Settings…'));
  await overview.evaluate(async () => {
    const packed = await window.qoveryTray.ask('snapshot', null);
    const snapshot = typeof packed === 'string' ? (JSON.parse(packed) as Result<Snapshot>) : packed; // the preload hands over text
    if (!snapshot.ok) throw new Error('no snapshot');
    const seen = snapshot.value.state.settings;
    await window.qoveryTray.ask('changeSettings', { seen, wanted: { ...seen, theme: 'dark' } });
    await window.qoveryTray.ask('changeSettings', { seen, wanted: { ...seen, list: { ...seen.list, sort: 'name' } } });
  });
  await expect(settings.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name: 'Dark' })).toBeChecked();
  await overview.getByRole('button', { name: 'Sort' }).click();
  await expect(overview.getByRole('menuitemradio', { name: 'By name' })).toBeChecked();
});

test('keys that show the window are taken as they are pressed, held, kept, and said when the system refuses them', async ({
  app,
  desktop,
}) => {
  const settings = await openedBy(app, () => desktop.click('Settings…'));
  await settings.getByRole('button', { name: 'Choose keys…' }).click();
  await settings.keyboard.press('Control+Alt+KeyQ');
  await expect(settings.getByRole('button', { name: 'Ctrl Alt Q, choose others…' })).toBeVisible();
  await expect(settings.getByText('These keys bring the window')).toBeVisible();
  expect(await app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('Control+Alt+Q'))).toBe(true);
  await hasNoFaults(settings);
  await app.evaluate(({ globalShortcut }) => globalShortcut.register('Control+Alt+P', () => undefined)); // somebody else has them
  await settings.getByRole('button', { name: 'Ctrl Alt Q, choose others…' }).click();
  await settings.keyboard.press('Control+Alt+KeyP');
  await expect(settings.getByText('The system does not give these keys')).toBeVisible();
  await expect(settings.getByText('Shortcut, look at this')).toBeVisible();
  expect(await app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('Control+Alt+Q'))).toBe(false);
  await hasNoFaults(settings);
  await settings.getByRole('button', { name: 'Remove' }).click();
  await expect(settings.getByRole('button', { name: 'Choose keys…' })).toBeVisible();
});

test('the doctor knows who shows the icon, and shows where the log lies', async ({ app, desktop, profile }) => {
  await app.evaluate(({ shell }) => {
    shell.showItemInFolder = (file) => void Reflect.set(globalThis, 'shown', file);
  });
  const settings = await openedBy(app, () => desktop.click('Settings…'));
  await expect(settings.getByText('Tray host, all right')).toBeVisible();
  await expect(settings.getByText('There: this desktop shows icons')).toBeVisible();
  await settings.getByRole('button', { name: 'Log file: show in folder' }).click();
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'shown') as unknown)).toBe(path.join(profile, 'logs/app.log'));
});

test('the contents lead to a section by pointer and by keys, say where one is, and mark the doctor while there is something to look at', async ({
  app,
  desktop,
}) => {
  const settings = await openedBy(app, () => desktop.click('Settings…'));
  const entry = (name: string) => settings.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name });
  await expect(settings.getByText('Tray host, all right')).toHaveCount(1); // the doctor has looked
  await expect(entry('Account')).toHaveAttribute('aria-current', 'true');
  await entry('Appearance').click();
  await expect(settings.getByRole('heading', { name: 'Appearance' })).toBeInViewport();
  await expect(entry('Appearance')).toHaveAttribute('aria-current', 'true');
  await settings.keyboard.press('Tab');
  await expect(settings.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name: 'System' })).toBeFocused();
  await entry('Doctor').focus();
  await settings.keyboard.press('Enter');
  await expect(settings.getByRole('heading', { name: 'Doctor' })).toBeInViewport();
  await expect(entry('Account')).not.toHaveAttribute('aria-current');
  await expect(entry('Doctor, look at this')).toHaveCount(0);
  await app.evaluate(({ globalShortcut }) => globalShortcut.register('Control+Alt+P', () => undefined)); // somebody else has them
  await settings.getByRole('button', { name: 'Choose keys…' }).click();
  await settings.keyboard.press('Control+Alt+KeyP');
  await expect(entry('Doctor, look at this')).toBeVisible();
  await hasNoFaults(settings);
});
