// node build/shots.mjs [NAME…]: pictures of the running app, into docs/. Windows are taken one by one in both themes
// (docs/shots/NAME-THEME.png), in every state of test/support/states.ts too; the desktop as a person sees it (docs/desktop.png,
// the picture on top of the README). Of the windows the README shows some: docs/NAME-THEME.png.
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { reached, STATES, wholeList } from '../test/support/states.ts';
import { smallPng } from '../test/support/small-png.ts';
import { isRoot, picture, withApp } from './shots-app.mjs';
import { logShots } from './shots-log.mjs';

const wanted = new Set(process.argv.slice(2));

/** The README shows them: these are kept, small. */
const IN_README = ['rolling', 'details-wide', 'log-deployment'];

/** Takes over one of them, unless it was not taken in this folder yet. */
async function kept(file) {
  const taken = await readFile(`docs/shots/${file}`).catch(() => null);
  if (taken) await writeFile(`docs/${file}`, smallPng(taken));
}

const history = (page) => page.getByRole('region', { name: 'History' });

const shots = {
  async overview() {
    await withApp({ scenario: 'failed-before' }, async ({ app, window }) => {
      await wholeList(window);
      await window
        .getByRole('row', { name: /DEPLOYMENT ERROR/ })
        .first()
        .click();
      await picture(app, window, 'overview', { width: 440, height: 640 });
      await picture(app, window, 'overview-narrow', { width: 320, height: 640 });
      await picture(app, window, 'overview-wide', { width: 900, height: 640 });
      await window.getByRole('row', { name: /^ledger-api/ }).click({ position: { x: 260, y: 8 } });
      await picture(app, window, 'details-wide');
      await picture(app, window, 'details', { width: 440, height: 640 });
      await window.keyboard.press('Escape');
      await window.keyboard.press('Shift+F10');
      await window.getByRole('menu').waitFor();
      await picture(app, window, 'row-menu');
    });
  },
  async history() {
    await withApp({ scenario: 'tour', speed: 6 }, async ({ app, window, again }) => {
      await wholeList(window);
      await window.keyboard.press('h');
      await history(window)
        .getByRole('button', { name: /OOMKilled/ })
        .first()
        .waitFor({ timeout: 60_000 });
      await picture(app, window, 'history', { width: 440, height: 640 });
      await app.close();
      await new Promise((resolve) => setTimeout(resolve, 17_000)); // a failure and its repair, with nobody there
      const later = await again();
      await wholeList(later.window);
      await later.window.keyboard.press('h');
      await history(later.window).getByRole('heading', { name: 'While you were away' }).waitFor();
      await picture(later.app, later.window, 'history-digest', { width: 440, height: 640 });
    });
  },
  async rolling() {
    await withApp({ scenario: 'rolling-update', speed: 0.5 }, async ({ app, window }) => {
      const row = window.getByRole('row', { name: /STARTING|STOPPING/ }).first();
      await row.waitFor({ timeout: 60_000 });
      await row.click();
      await window
        .getByRole('row', { name: /^worker, / })
        .first()
        .scrollIntoViewIfNeeded();
      await window.mouse.move(200, 20);
      await picture(app, window, 'rolling', { width: 440, height: 640 });
    });
  },
  ...logShots,
  desktop() {
    const app = ['node_modules/electron/dist/electron', ...(isRoot ? ['--no-sandbox'] : []), '.'];
    const profile = ['--user-data-dir=node_modules/.cache/shots-profile', '--demo', '--scenario', 'build-error', '--speed', '4', '--open'];
    const done = spawnSync('bash', ['build/desktop-picture.sh', 'docs/desktop.png', '9', ...app, ...profile], { stdio: 'inherit' });
    if (done.status !== 0) throw new Error('the picture of the desktop was not taken');
  },
};

for (const [name, state] of Object.entries(STATES))
  shots[name] = () => withApp(state, async (stage) => picture(stage.app, await reached(state, stage), name));

const unknown = [...wanted].filter((name) => !(name in shots));
if (unknown.length > 0) {
  console.error(`shots: there is no picture ${unknown.join(', ')}; there are: ${Object.keys(shots).join(', ')}`);
  process.exit(2);
}
await mkdir('docs/shots', { recursive: true });
await rm('node_modules/.cache/shots-profile', { recursive: true, force: true });
for (const [name, take] of Object.entries(shots)) if (wanted.size === 0 || wanted.has(name)) await take();
await Promise.all(IN_README.flatMap((name) => ['light', 'dark'].map((theme) => kept(`${name}-${theme}.png`))));
