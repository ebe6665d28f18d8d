// What goes on around the app, as far as it bears on how often the platform is asked: windows in sight, power, sleep.
import { app, BrowserWindow, powerMonitor } from 'electron';

export interface Circumstances {
  readonly isWatched: boolean;
  readonly isOnBattery: boolean;
  readonly isAsleep: boolean;
}

const isInSight = (window: BrowserWindow): boolean => !window.isDestroyed() && window.isVisible() && !window.isMinimized();

/** Tells what is now, and each change. Call after Electron's `ready`; returns its stop. */
export function followCircumstances(listener: (now: Circumstances) => void): () => void {
  let isAsleep = false;
  let isLocked = false;
  const tell = (): void =>
    listener({
      isWatched: !isLocked && BrowserWindow.getAllWindows().some(isInSight),
      isOnBattery: powerMonitor.onBatteryPower,
      isAsleep,
    });
  const tellAfter = (change: () => void) => (): void => {
    change();
    tell();
  };
  const power = [
    ['suspend', tellAfter(() => (isAsleep = true))],
    ['resume', tellAfter(() => (isAsleep = false))],
    ['lock-screen', tellAfter(() => (isLocked = true))],
    ['unlock-screen', tellAfter(() => (isLocked = false))],
    ['on-battery', tell],
    ['on-ac', tell],
  ] as const;
  const onWindow = (_: unknown, window: BrowserWindow): void => {
    window.on('show', tell).on('hide', tell).on('minimize', tell).on('restore', tell).on('closed', tell);
  };
  for (const [name, act] of power) powerMonitor.on(name as 'resume', act); // the overloads take one name each
  app.on('browser-window-created', onWindow);
  tell();
  return () => {
    for (const [name, act] of power) powerMonitor.off(name as 'resume', act); // as above
    app.off('browser-window-created', onWindow);
  };
}
