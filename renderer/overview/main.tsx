// The main window's page: starts the mirror and the view, and draws them.
import { createRoot } from 'react-dom/client';
import { bridge } from '../bridge.ts';
import { startMirror } from '../mirror/mirror.ts';
import { settings } from '../mirror/selectors.ts';
import { MainWindow } from './main-window.tsx';
import { createView, withHistory, withRevealed } from './view.ts';

const root = document.querySelector('#root');
if (root) {
  const view = createView();
  // Before anything is asked: main sends what it was opened for as soon as the window has asked for the whole.
  bridge().onReveal((what) => {
    if (what.kind === 'line') return; // a log window's
    if (what.kind === 'history') return view.setState((before) => withHistory(before));
    const { environmentId } = what;
    const muted = settings(mirror.store.getState())?.mutedEnvironments ?? [];
    return view.setState((before) => withRevealed(before, environmentId, muted.includes(environmentId)));
  });
  const mirror = startMirror(bridge());
  createRoot(root).render(<MainWindow mirror={mirror.store} view={view} bridge={bridge()} />);
}
