// The settings window: one at most.
import type { WindowKind } from './page-window.ts';

export const SETTINGS_WINDOW: WindowKind = { page: 'settings', title: 'settings', size: { width: 820, height: 620 } };
