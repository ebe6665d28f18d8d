// Pictures of the log windows, each in the states it can be in.
import { opened, wholeList } from '../test/support/states.ts';
import { picture, withApp } from './shots-app.mjs';

const WIDE = { width: 960, height: 640 };
const NARROW = { width: 480, height: 640 };

/** The log of the first environment's deployment whose label says this. */
async function deploymentLog(app, window, label) {
  const row = window.getByRole('row', { name: label }).first();
  await row.waitFor({ timeout: 60_000 });
  return opened(app, () => row.getByRole('button', { name: label }).click());
}
/** The log of a deployment that failed, standing at its error. */
async function failedLog(app, window) {
  const log = await deploymentLog(app, window, /DEPLOYMENT ERROR/);
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

/** A service log that opens while `fault` spoils the sockets, once it says `heading`. */
const faultyLog = (fault, heading, name) =>
  withApp({ scenario: 'calm' }, async ({ app, window, platform }) => {
    await wholeList(window);
    await window
      .getByRole('row', { name: /^production/ })
      .first()
      .click();
    platform.fault(fault);
    const log = await opened(app, () => window.getByRole('button', { name: 'ledger-api, open the service log' }).click());
    await log.getByRole('heading', { name: heading }).waitFor({ timeout: 60_000 });
    await picture(app, log, name, WIDE);
  });

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
  async running() {
    await withApp({ scenario: 'rolling-update' }, async ({ app, window }) => {
      const log = await deploymentLog(app, window, /BUILDING|DEPLOYING/);
      await log.locator('.stage.current').waitFor({ timeout: 60_000 });
      await log.locator('.line').first().waitFor();
      await picture(app, log, 'log-running', WIDE);
    });
  },
  async check() {
    await withApp({ scenario: 'pre-check', speed: 4 }, async ({ app, window }) => {
      await picture(app, await failedLog(app, window), 'log-pre-check', WIDE);
    });
  },
  async gone() {
    await withApp({ scenario: 'failed-before' }, async ({ app, window }) => {
      const log = await failedLog(app, window);
      const gone = await opened(app, () =>
        log.evaluate(async () => {
          const { state } = JSON.parse(await globalThis.qoveryTray.ask('snapshot', null)).value;
          const { id } = Object.values(state.world.environments).find(({ failure }) => failure !== null);
          await globalThis.qoveryTray.ask('openDeploymentLog', { environmentId: id, executionId: 'gone', serviceId: null, lineKey: null });
        }),
      );
      await gone.getByRole('heading', { name: 'This log is gone' }).waitFor();
      await picture(app, gone, 'log-gone', WIDE);
    });
  },
  async cancelled() {
    await withApp({ scenario: 'cancel', speed: 8 }, async ({ app, window }) => {
      const log = await deploymentLog(app, window, /CANCELLED/);
      await log.locator('.line.cancel').first().waitFor();
      await picture(app, log, 'log-cancelled', WIDE);
    });
  },
  async service() {
    await withApp({ scenario: 'calm' }, async ({ app, window, platform }) => {
      const log = await serviceLog(app, window);
      await log.keyboard.press('m');
      await picture(app, log, 'log-service', WIDE);
      await picture(app, log, 'log-service-narrow', NARROW);
      await platform.stop();
      await log.getByText(/Reconnecting|next try/).waitFor({ timeout: 60_000 });
      await picture(app, log, 'log-service-lost', WIDE);
    });
  },
  unreadable: () => faultyLog('socket-1007', 'The log cannot be read', 'log-refused'),
  silent: () => faultyLog('socket-silent', 'No line yet', 'log-empty'),
  async kept() {
    await withApp({ scenario: 'build-error', speed: 4 }, async ({ app, window, platform }) => {
      const log = await failedLog(app, window);
      await log.getByTitle('Deployments of this environment').click();
      await log.getByRole('menuitem', { name: /kept here/ }).waitFor({ timeout: 60_000 });
      await picture(app, log, 'log-runs', WIDE);
      await log.keyboard.press('Escape');
      await platform.stop();
      await log.reload();
      await log.getByText(/a copy kept on this computer/).waitFor({ timeout: 60_000 });
      await picture(app, log, 'log-kept', WIDE);
    });
  },
};
