// The main window: one at most.
import type { WindowKind } from './page-window.ts';

/** Narrow enough to stand beside other work. */
export const OVERVIEW_WINDOW: WindowKind = { page: 'overview', title: 'environments', size: { width: 440, height: 640 } };
