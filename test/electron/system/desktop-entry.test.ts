import { expect, test } from 'vitest';
import { autostartEntry, isStarting } from '../../../electron/system/desktop-entry.ts';

test('the entry starts the program with its arguments', () => {
  const entry = autostartEntry('Qovery Tray', ['/opt/Qovery Tray/qovery-tray', '/home/a/app']);
  expect(entry.split('\n')).toContain('Exec="/opt/Qovery Tray/qovery-tray" "/home/a/app"');
  expect(entry.split('\n')[0]).toBe('[Desktop Entry]');
});

test.each([
  ['a"b', String.raw`Exec="a\\"b"`],
  ['a$b', String.raw`Exec="a\\$b"`],
  ['100 %', 'Exec="100 %%"'],
  [String.raw`a\b`, String.raw`Exec="a\\\\b"`],
])('a path %s means itself', (argument, line) => {
  expect(autostartEntry('x', [argument])).toContain(line);
});

test('an entry that the desktop has switched off does not start the app', () => {
  const entry = autostartEntry('Qovery Tray', ['/opt/qovery-tray']);
  expect([
    isStarting(entry),
    isStarting(null),
    isStarting(`${entry}Hidden=true\n`),
    isStarting(entry.replace('enabled=true', 'enabled=false')),
  ]).toEqual([true, false, false, false]);
});
