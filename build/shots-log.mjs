// Pictures of the log windows, each in the states it can be in.
import { opened, picture, withApp } from './shots-app.mjs';

const WIDE = { width: 960, height: 640 };
const NARROW = { width: 480, height: 640 };

/** The deployment log of the first environment in this state, standing at its error. */
async function failedLog(app, window) {
  const row = window.getByRole('row', { name: /DEPLOYMENT ERROR/ }).first();
  await row.waitFor();
  const log = await opened(app, () => row.getByRole('button', { name: /DEPLOYMENT ERROR/ }).click());
  await log.getByText('Hint').first().waitFor();
  return log;
}
/** The live log of a service that says something. */
async function serviceLog(app, window) {
  await window
    .getByRole('row', { name: /^production/ })
    .first()
    .click();
  const log = await opened(app, () => window.getByRole('button', { name: 'ledger-api, open the service log' }).click());
  await log
    .getByText(/GET|POST/)
    .first()
    .waitFor();
  return log;
}

export const logShots = {
  async log() {
    await withApp({ scenario: 'failed-before' }, async ({ app, window }) => {
      const log = await failedLog(app, window);
      await picture(app, log, 'log-deployment', WIDE);
      await picture(app, log, 'log-deployment-narrow', NARROW);
      await log.keyboard.press('m');
      await log.keyboard.press('PageUp');
      await log.keyboard.press('m');
      await log.keyboard.press('.');
      await picture(app, log, 'log-markers', WIDE);
      for (let step = 0; step < 6; step += 1) await log.keyboard.press('Control+=', { delay: 200 });
      await picture(app, log, 'log-large', WIDE);
      await log.keyboard.press('Control+0');
      await log.getByRole('searchbox').fill('build');
      await log.locator('.count', { hasText: /^\d+$/ }).waitFor();
      await log.keyboard.press('Enter');
      await log.locator('mark.now').first().waitFor();
      await picture(app, log, 'log-search', WIDE);
      await log.keyboard.press('Escape');
      await log.keyboard.press('v');
      await log.getByRole('region', { name: 'Durations side by side' }).waitFor();
      await picture(app, log, 'log-compare', WIDE);
      await picture(app, log, 'log-compare-narrow', NARROW);
      await log.keyboard.press('v');
      await log.keyboard.press('?');
      await log.getByRole('dialog').waitFor();
      await picture(app, log, 'log-keys', WIDE);
    });
  },
  async service() {
    await withApp({ scenario: 'calm' }, async ({ app, window }) => {
      const log = await serviceLog(app, window);
      await log.keyboard.press('m');
      await picture(app, log, 'log-service', WIDE);
      await picture(app, log, 'log-service-narrow', NARROW);
    });
  },
};
