import { expect, test } from 'vitest';
import { absentText, byHand, packagesFor } from '../../build/system.mjs';

test.each<[string, readonly string[], readonly string[], readonly string[]]>([
  ['Debian 12', ['libasound.so.2', 'Xvfb'], ['libasound2', 'xvfb'], ['libasound2', 'xvfb']],
  [
    'Ubuntu 24.04, where the old name is no candidate',
    ['libasound.so.2', 'libgtk-3.so.0'],
    ['libasound2t64', 'libgtk-3-0t64', 'libasound2'],
    ['libasound2t64', 'libgtk-3-0t64'],
  ],
  ['lists that were never fetched', ['libasound.so.2', 'libnss3.so'], [], ['libasound2', 'libnss3']],
])('names the packages as the system knows them: %s', (_, absent, known, packages) => {
  expect(packagesFor(absent, (name: string) => known.includes(name))).toEqual(packages);
});
test('a library that nobody named comes with all of our libraries, and with no program that is not missing', () => {
  const packages = packagesFor(['libdrm.so.2', 'Xvfb'], () => true);
  expect(packages).toEqual(expect.arrayContaining(['libgtk-3-0t64', 'libgbm1', 'libnss3', 'xvfb']));
  expect(packages).not.toContain('gnome-keyring');
});
test.each([
  [['Xvfb'], 'Xvfb'],
  [['a.so', 'b.so', 'c.so', 'd.so'], 'a.so, b.so, c.so, d.so'],
  [['libX11.so.6', 'libcups.so.2', 'libgtk-3.so.0', 'libnss3.so', 'Xvfb'], 'libgtk-3.so.0, libnss3.so, Xvfb and 2 more'],
])('%j is said as %s', (absent, text) => expect(absentText(absent)).toBe(text));
test('whoever may not become root is told every command at once, a line each', () => {
  expect(byHand('missing on this system: Xvfb', ['apt-get install xvfb', "chmod 4755 'x'"])).toBe(
    "missing on this system: Xvfb. Run this as root, or with sudo, then the same command again:\n  apt-get install xvfb\n  chmod 4755 'x'",
  );
});
