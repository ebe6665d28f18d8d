import { expect, test } from 'vitest';
import { packagesFor } from '../../build/system.mjs';

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
test('a library that nobody named comes with all of ours', () => {
  expect(packagesFor(['libdrm.so.2'], () => true)).toEqual(expect.arrayContaining(['libgtk-3-0t64', 'libgbm1', 'libnss3', 'dbus']));
});
