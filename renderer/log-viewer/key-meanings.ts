// The keys of this window, as its list shows them.
import type { KeyMeaning } from '../ui/key-list.tsx';

export const LOG_KEYS: readonly KeyMeaning[] = [
  [['e', 'E'], 'next error, error before'],
  [['Enter'], 'fold or unfold its explanation; a line too long for its row, whole'],
  [['f', 'End'], 'latest line, and follow'],
  [['Home'], 'oldest line'],
  [['↑', '↓', 'Page ↑', 'Page ↓'], 'scroll'],
  [['/'], 'search'],
  [['n', 'p'], 'next match, match before'],
  [['Shift ↑', 'Shift ↓', 'Ctrl A'], 'choose lines; Ctrl C copies them'],
  [['c'], 'copy the error as a Markdown incident'],
  [['l'], 'copy a reference to the line'],
  [['o'], 'open the address in the current line'],
  [['m', 'M'], 'set a marker, remove it'],
  [['.', ','], 'next marker, marker before'],
  [['s'], 'to the services at the left; ↑ ↓ go on, Enter shows one alone'],
  [['v'], 'compare a deployment with the last good one'],
  [['d', 'D'], 'next new line, new line before'],
  [['w'], 'wrap lines'],
  [['Ctrl +', 'Ctrl −', 'Ctrl 0'], 'larger, smaller, normal text'],
  [['Esc'], 'undo the choice, clear the search, then close'],
];
