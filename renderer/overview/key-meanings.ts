// The keys of this window, as its list shows them.
import type { KeyMeaning } from '../ui/key-list.tsx';

export const OVERVIEW_KEYS: readonly KeyMeaning[] = [
  [['↑', '↓'], 'move'],
  [['→', '←'], 'unfold, fold'],
  [['Home', 'End'], 'first, last'],
  [['Space'], 'details'],
  [['Shift', 'F10'], 'what can be done with a row'],
  [['Enter'], 'deployment log, at the first error'],
  [['L'], "service log, on a service's row"],
  [['O'], 'open in the Console'],
  [['F'], 'a favourite, or no longer'],
  [['M'], 'mute or unmute an environment'],
  [['H'], 'history'],
  [['/'], 'search'],
  [['1', '…', '7'], 'filter chips'],
  [['S'], 'sort'],
  [['Ctrl', 'R'], 'refresh now'],
  [['Ctrl', ','], 'settings'],
  [['Esc'], 'back, clear, then close'],
];
