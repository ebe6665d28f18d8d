// Which keys every window answers to where there is no menu (Linux, Windows). Needs no Electron.

export type Shortcut = 'close' | 'zoom-in' | 'zoom-out' | 'zoom-reset' | 'developer-tools';

/** The part of Electron's `Input` that is used. */
export interface KeyPress {
  readonly type: string;
  readonly key: string;
  readonly code: string;
  readonly control: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
}

/** What the press means; null for keys that belong to the page. By what the key says, so that it holds on every layout. */
export function shortcutOf({ type, key, code, control, shift, alt, meta }: KeyPress): Shortcut | null {
  if (type !== 'keyDown' || !control || alt || meta) return null;
  if (key === '+' || (key === '=' && !shift) || code === 'NumpadAdd') return 'zoom-in';
  if (key === '-' || code === 'NumpadSubtract') return 'zoom-out';
  if (shift) return key.toLowerCase() === 'i' ? 'developer-tools' : null;
  if (key === '0' || code === 'Numpad0') return 'zoom-reset';
  return key.toLowerCase() === 'w' ? 'close' : null;
}

/** Whether the page takes the press itself: a log's lines have a text size of their own. */
export function isForPage(shortcut: Shortcut, url: string): boolean {
  return shortcut.startsWith('zoom') && URL.canParse(url) && new URL(url).pathname.startsWith('/log-viewer/');
}

/** Electron's zoom levels: a step is a fifth; from 50 % to 250 %. */
const [STEP, LEAST, MOST] = [0.5, -4, 5];

/** The zoom level after the shortcut. */
export function zoomAfter(shortcut: 'zoom-in' | 'zoom-out' | 'zoom-reset', level: number): number {
  if (shortcut === 'zoom-reset') return 0;
  return Math.max(LEAST, Math.min(MOST, level + (shortcut === 'zoom-in' ? STEP : -STEP)));
}
