import { expect, test } from 'vitest';
import { isQuiet, isTimeOfDay } from '../../../electron/model/quiet-hours.ts';

const at = (time: string): number => new Date(`2026-11-24T${time}:00`).getTime();

test.each([
  ['22:00', '07:00', '21:59', false],
  ['22:00', '07:00', '22:00', true],
  ['22:00', '07:00', '00:00', true],
  ['22:00', '07:00', '06:59', true],
  ['22:00', '07:00', '07:00', false],
  ['12:30', '13:00', '12:45', true],
  ['12:30', '13:00', '13:00', false],
  ['09:00', '09:00', '09:00', false],
])('from %s to %s, %s is quiet: %s', (from, to, time, expected) => {
  expect(isQuiet({ isOn: true, from, to }, [], at(time))).toBe(expected);
  expect(isQuiet({ isOn: false, from, to }, [], at(time))).toBe(false);
});

test.each([
  [[2], true], // 2026-11-24 is a Tuesday
  [[1, 3], false],
  [[], false],
])('on the quiet days %j a Tuesday is quiet: %s', (days, expected) => {
  expect(isQuiet({ isOn: false, from: '22:00', to: '07:00' }, days, at('12:00'))).toBe(expected);
});

test.each([
  ['00:00', true],
  ['23:59', true],
  ['24:00', false],
  ['7:00', false],
  ['07:60', false],
  ['', false],
])('"%s" is a time of day: %s', (text, expected) => {
  expect(isTimeOfDay(text)).toBe(expected);
});
