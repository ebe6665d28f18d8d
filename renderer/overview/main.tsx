// The main window's page: starts the mirror and the view, and draws them.
import { createRoot } from 'react-dom/client';
import { bridge, onShown } from '../bridge.ts';
import { startMirror } from '../mirror/mirror.ts';
import { MainWindow } from './main-window.tsx';
import { createView } from './view.ts';

const root = document.querySelector('#root');
if (root) {
  const mirror = startMirror(bridge());
  onShown(() => mirror.askAgain());
  createRoot(root).render(<MainWindow mirror={mirror.store} view={createView()} bridge={bridge()} />);
}
