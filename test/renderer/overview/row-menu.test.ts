import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../electron/contract/settings.ts';
import { copiedText, rowMenu } from '../../../renderer/overview/row-menu.ts';
import type { Row } from '../../../renderer/overview/rows.ts';
import { anEnvironment, aService } from '../../support/a-world.ts';

const environment = anEnvironment('shop/production');
const environmentRow: Row = {
  kind: 'environment',
  key: 'e',
  environment,
  projectName: 'shop',
  isAbove: false,
  isAway: false,
  isFavourite: false,
  isMuted: false,
  isOpen: false,
};
const serviceRow: Row = { kind: 'service', key: 's', service: aService('api', environment.id), environment, isOpen: null };
const labels = (row: Row, settings = DEFAULT_SETTINGS): readonly (readonly string[])[] =>
  rowMenu(row, settings).map((group) => group.map(({ label }) => label));

test('an environment can be looked into, copied and muted', () => {
  expect(labels(environmentRow)).toEqual([
    ['Details', 'Open the deployment log', 'History of this environment', 'Open in the Console'],
    ['Copy the name', 'Copy the id'],
    ['Add to the favourites', 'Do not notify of it'],
    ['Mute for 1 h', 'Mute until fixed', 'Mute for good'],
  ]);
});

test('what is muted can be unmuted', () => {
  expect(labels(environmentRow, { ...DEFAULT_SETTINGS, mutedEnvironments: [environment.id] }).at(-1)).toContain('Unmute');
});

test('what is a favourite can cease to be one', () => {
  const settings = { ...DEFAULT_SETTINGS, list: { ...DEFAULT_SETTINGS.list, favourites: [environment.id] } };
  expect(labels(environmentRow, settings).at(-2)).toContain('Remove from the favourites');
});

test('a service has a log of its own and is muted alone', () => {
  expect(labels(serviceRow)).toEqual([
    ['Details', 'Open the service log', 'Open the deployment log', 'History of this service', 'Open in the Console'],
    ['Copy the name', 'Copy the id'],
    ['Mute for 1 h', 'Mute until fixed', 'Mute for good'],
  ]);
});

test('a heading has no menu', () => {
  expect(labels({ kind: 'section', key: 'x', title: 'shop', note: '' })).toEqual([]);
});

test('name and id are copied as the platform has them', () => {
  expect([copiedText(environmentRow, 'copy-name'), copiedText(environmentRow, 'copy-id')]).toEqual(['production', 'shop/production']);
  expect(copiedText(serviceRow, 'copy-id')).toBe('api');
});
