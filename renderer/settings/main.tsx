// The settings window's page: starts the mirror and draws the settings.
import { createRoot } from 'react-dom/client';
import { bridge } from '../bridge.ts';
import { startMirror } from '../mirror/mirror.ts';
import { SettingsWindow } from './settings.tsx';

const root = document.querySelector('#root');
if (root) {
  const mirror = startMirror(bridge());
  createRoot(root).render(<SettingsWindow mirror={mirror.store} bridge={bridge()} />);
}
