// The number that Windows lays over a window's button in the taskbar: white on the red of failures, 1 to 9 and "9plus".
import { HUES } from '../tray/drawings.mjs';

/** Strokes in a box of 16. */
const DIGITS = {
  1: 'M6.25 5.75 8.5 4v8',
  2: 'M5.75 6C5.75 3.4 10.25 3.4 10.25 6.1 10.25 8.2 5.75 9.8 5.75 12h4.75',
  3: 'M5.75 4h4.5L7.75 7.25C11.2 7 11.2 12 8 12 6.9 12 6 11.6 5.5 10.75',
  4: 'M9.25 12V4L5.25 9.75H11',
  5: 'M10.25 4h-4L5.9 7.5c1.1-.9 4.6-.9 4.6 1.9 0 3-3.9 3.1-5 1.5',
  6: 'M10 4.1C7.4 4.6 5.75 6.6 5.75 9.5a2.35 2.5 0 1 0 .05-.6',
  7: 'M5.5 4h5L7.25 12',
  8: 'M8 4a1.9 1.9 0 1 1 0 3.8A1.9 1.9 0 1 1 8 4m0 3.8a2.2 2.1 0 1 1 0 4.2 2.2 2.1 0 1 1 0-4.2',
  9: 'M6 11.9c2.6-.5 4.25-2.5 4.25-5.4a2.35 2.5 0 1 0-.05.6',
};

/** Every name there is. */
export const COUNTS = [...Object.keys(DIGITS), '9plus'];

/** The drawing of one of them. @param {string} name */
export function countSvg(name) {
  const { fill, edge } = HUES.red;
  const strokes =
    name === '9plus'
      ? `<path transform="translate(-2.25 0)" d="${DIGITS[9]}"/><path d="M10.25 8h3.5M12 6.25v3.5"/>`
      : `<path d="${DIGITS[name]}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.5" fill="${fill}" stroke="${edge}"/><g fill="none" stroke="#fff" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${strokes}</g></svg>`;
}
