import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../support/app.ts';

test.use({ scenario: 'tour', speed: 6 });

test('a program of the person’s own is run when a deployment fails, without the token, and its output is in the settings', async ({
  launch,
  profile,
  desktop,
  platform,
}, info) => {
  const [script, out] = [path.join(profile, 'own.mjs'), path.join(profile, 'out.jsonl')];
  await writeFile(
    script,
    `import { appendFileSync } from 'node:fs';
appendFileSync(process.argv[2], JSON.stringify({ args: process.argv.slice(3), env: process.env }) + '\\n');
console.log('heard of ' + process.env.QOVERY_TRAY_EVENT);`,
  );
  const app = await launch();
  const opened = app.waitForEvent('window');
  await desktop.click('Settings…');
  const settings = await opened;
  await settings.getByRole('textbox', { name: 'Program' }).fill(process.execPath);
  await settings.getByLabel('Arguments, one a line').fill([script, out, '{event}', '{project}/{environment}: {cause}'].join('\n'));
  await settings.getByRole('switch', { name: 'Run a program on each change' }).click();
  await expect(settings.getByText('deployment-failed: worked').first()).toBeVisible({ timeout: 60_000 });
  const runs = await readFile(out, 'utf8');
  expect(runs).toMatch(/"args":\["deployment-failed","[^"]+\/[^"]+: .+"\]/);
  expect(runs).not.toContain(platform.token);
  await settings.getByText('Output').first().click();
  await expect(settings.getByText(/^heard of /).first()).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await settings.emulateMedia({ colorScheme });
    await settings.getByRole('heading', { name: 'Your own command' }).scrollIntoViewIfNeeded();
    await settings.evaluate(() => document.querySelector('#own-command')?.scrollIntoView());
    await info.attach(`own-command-${colorScheme}`, { body: await settings.screenshot(), contentType: 'image/png' });
  }
});
