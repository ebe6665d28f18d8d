// When the computer comes back: from sleep, or unlocked by its person. What was known may be old by then.
import { powerMonitor } from 'electron';

/** Calls `act` on each return (twice in a row when both happen). Call after Electron's `ready`; returns its stop. */
export function onWake(act: () => void): () => void {
  powerMonitor.on('resume', act);
  powerMonitor.on('unlock-screen', act);
  return () => {
    powerMonitor.off('resume', act);
    powerMonitor.off('unlock-screen', act);
  };
}
