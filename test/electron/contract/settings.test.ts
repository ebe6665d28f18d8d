import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, parseSettings } from '../../../electron/contract/settings.ts';

test('nothing is the defaults', () => {
  for (const nothing of [undefined, null, 7, 'text', [], {}]) expect(parseSettings(nothing)).toEqual(DEFAULT_SETTINGS);
});
test('what makes sense is kept, field by field, and the rest falls back', () => {
  const edited = {
    theme: 'dark',
    trayIcon: { style: 'pink', isColourOnFailure: false },
    startAtLogin: 1,
    shortcut: 'Shift+Q',
    notifications: {
      deploymentErrors: 'yes',
      successes: true,
      runTroubles: false,
      from: 'moon',
      quietHours: { isOn: true, from: '25:00', to: '06:30' },
      pausedUntil: 12,
    },
    ownCommand: { isOn: 'yes', program: 7, argumentLines: 'a\na' },
    mutedEnvironments: ['a', 7, 'a', 'b'],
    mutedServices: ['s', 7],
    known: [
      { environmentId: 'c', serviceId: 's', troubles: null, until: null },
      { environmentId: 'a', troubles: ['t', 7], until: null },
      { environmentId: 'b', troubles: null, until: 12 },
      { until: 1 },
      'x',
    ],
    hidden: { projects: ['p', null], modes: 'PREVIEW' },
    list: { sort: 'size', favourites: ['e', 7, 'e'] },
    log: { wrap: true, time: 'noon' },
  };
  expect(parseSettings(edited)).toEqual({
    theme: 'dark',
    trayIcon: { style: 'colour', isColourOnFailure: false },
    startAtLogin: false,
    shortcut: null,
    notifications: {
      ...DEFAULT_SETTINGS.notifications,
      successes: true,
      runTroubles: false,
      quietHours: { isOn: true, from: '22:00', to: '06:30' },
      pausedUntil: 12,
    },
    ownCommand: { isOn: false, program: '', argumentLines: 'a\na' },
    mutedEnvironments: ['a', 'b'],
    mutedServices: ['s'],
    known: [
      { environmentId: 'c', serviceId: 's', troubles: null, until: null },
      { environmentId: 'a', troubles: ['t'], until: null },
      { environmentId: 'b', troubles: null, until: 12 },
    ],
    hidden: { organizations: [], projects: ['p'], environments: [], modes: [] },
    list: { sort: 'severity', favourites: ['e'] },
    log: { wrap: true, time: 'local', keepsFailed: true, fontPx: 12, mostLines: 1_000_000 },
  });
});
test('whatever is in the file, settings come out, and they are their own parse', () => {
  fc.assert(
    fc.property(fc.anything(), (anything) => {
      const parsed = parseSettings(anything);
      expect(parseSettings(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed);
    }),
  );
});
