import { expect, test } from '../support/app.ts';
import { goTo } from '../support/keyboard.ts';

test.use({
  scenario: 'failed-before',
  appEnv: async ({ platform }, use) => {
    await use({ QOVERY_CLI_ACCESS_TOKEN: '', QOVERY_API_URL: platform.apiUrl, QOVERY_WS_URL: platform.wsUrl });
  },
});
test('by keyboard alone: first run, connect, the failing service, its details, its log, and back', async ({ launch, platform }) => {
  const app = await launch();
  const page = app.windows()[0] ?? (await app.waitForEvent('window'));
  const field = page.getByLabel('API token');
  await expect(field).toBeVisible();
  await goTo(page, 'Tab', field);
  await page.keyboard.insertText(platform.token);
  await page.keyboard.press('Enter');
  const failing = page.getByRole('row', { name: /production, RUNNING, DEPLOYMENT ERROR/ });
  await expect(failing).toBeVisible();
  await goTo(page, 'ArrowDown', failing);
  await page.keyboard.press('ArrowRight');
  const service = page.getByRole('row', { name: /^ledger-api, RUNNING, DEPLOYMENT ERROR/ });
  await expect(service).toBeVisible();
  await goTo(page, 'ArrowDown', service);
  await page.keyboard.press('Space');
  await expect(page.getByRole('complementary', { name: 'ledger-api, details' })).toContainText('cannot build the image');
  await page.keyboard.press('Escape');
  await expect(service).toBeFocused();
  const opened = app.waitForEvent('window');
  await page.keyboard.press('Enter');
  const log = await opened;
  await expect(log.getByText(/cannot build the image/).first()).toBeInViewport();
  const closed = log.waitForEvent('close');
  await log.keyboard.press('Escape').catch(() => undefined); // the page is gone before it can answer
  await closed;
  await expect(service).toBeFocused();
});

const JWT = ['{"alg":"RS256","typ":"JWT"}', '{"sub":"ada"}', 'signature'].map((part) => Buffer.from(part).toString('base64url')).join('.');

test.describe('whatever is pasted is understood or refused in words', () => {
  for (const [what, pasted, answer] of [
    ['a JWT of somebody else', JWT, /refused the token/],
    ['words', 'this is no token', /no spaces and no special characters/],
    ['a curl command without a token', 'curl -H "Authorization: Token " https://api.qovery.com/organization', /no token in it/],
    ['1 MB of text', 'x'.repeat(1_000_001), /too long to be a token/],
  ] as const)
    test(what, async ({ launch }) => {
      const app = await launch();
      const page = app.windows()[0] ?? (await app.waitForEvent('window'));
      await page.getByLabel('API token').fill(pasted);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toContainText(answer);
      await expect(page.getByLabel('API token')).toHaveValue('');
    });

  test('a whole curl command with the right token in it', async ({ launch, platform }) => {
    const app = await launch();
    const page = app.windows()[0] ?? (await app.waitForEvent('window'));
    await page.getByLabel('API token').fill(`curl -s -H 'Authorization: Token ${platform.token}' https://api.qovery.com/organization`);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('treegrid')).toBeVisible();
  });
});
