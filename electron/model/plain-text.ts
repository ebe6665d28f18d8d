// The platform's text where only plain words can stand: tray, notification, a row of a list.

// ESC sequences (CSI, OSC, two-character ones) as terminals know them.
// oxlint-disable-next-line no-control-regex -- control characters are what it is about
const ANSI = /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|[@-Z\\-_])/g;
// oxlint-disable-next-line no-control-regex -- control characters are what it is about
const CONTROL = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]+/g;

/** One line of plain text: no ANSI codes, no control or direction characters, no run of spaces; at most `most` UTF-16 units. */
export function plainLine(text: string, most = 300): string {
  const line = text
    .slice(0, most * 20)
    .replaceAll(ANSI, '')
    .replaceAll(CONTROL, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  // A character of two units is not cut in half.
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
