import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { rowHeight, widthClass, type WidthClass } from '../../../renderer/overview/heights.ts';
import type { Row } from '../../../renderer/overview/rows.ts';
import { anEnvironment, aService } from '../../support/a-world.ts';

test.each<[number, WidthClass]>([
  [220, 'tiny'],
  [279, 'tiny'],
  [280, 'narrow'],
  [399, 'narrow'],
  [400, 'normal'],
  [719, 'normal'],
  [720, 'wide'],
])('%i px are %s', (width, name) => {
  expect(widthClass(width)).toBe(name);
});

const environment = anEnvironment('a/b');
const aRow = (isAbove: boolean): Row => ({
  kind: 'environment',
  key: 'e',
  environment,
  projectName: 'a',
  isAbove,
  isAway: isAbove,
  isFavourite: false,
  isMuted: false,
  isOpen: false,
});
const aServiceRow: Row = { kind: 'service', key: 's', service: aService('api', 'a/b'), environment, isOpen: null };

test.each<[Row, WidthClass, number]>([
  [aRow(false), 'normal', 44],
  [aRow(false), 'wide', 32],
  [aRow(true), 'wide', 60],
  [aRow(true), 'tiny', 76],
  [aServiceRow, 'normal', 28],
  [aServiceRow, 'narrow', 44],
  [aServiceRow, 'tiny', 44],
])('a row is as high as it is drawn', (row, width, height) => {
  expect(rowHeight(row, width)).toBe(height);
});

test('the heights are those of the style sheet', () => {
  const css = readFileSync(path.resolve(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8');
  const token = (name: string): number => Number(new RegExp(`--${name}: (\\d+)px`).exec(css)?.[1]);
  expect(token('row-environment')).toBe(rowHeight(aRow(false), 'normal'));
  expect(token('row-environment-wide')).toBe(rowHeight(aRow(false), 'wide'));
  expect(token('row-attention')).toBe(rowHeight(aRow(true), 'normal'));
  expect(token('row-service')).toBe(rowHeight(aServiceRow, 'normal'));
});
