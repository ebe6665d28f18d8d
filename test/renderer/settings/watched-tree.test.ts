import { describe, expect, test } from 'vitest';
import { isHidden, NOTHING_HIDDEN, type Hidden } from '../../../electron/model/watching.ts';
import type { World } from '../../../electron/model/world.ts';
import { ticked, treeStep, withMode } from '../../../renderer/settings/watched-ticks.ts';
import { openAtFirst, watchedCount, watchedRows, type WatchedRow } from '../../../renderer/settings/watched-tree.ts';
import { anEnvironment, aWorld } from '../../support/a-world.ts';

const MODES: Readonly<Record<string, string>> = { production: 'PRODUCTION', 'pr-2': 'PREVIEW', 'pr-10': 'PREVIEW' };
const PATHS = ['shop/production', 'shop/pr-10', 'shop/pr-2', 'docs/production'];
const EVERY = PATHS.map((path) => anEnvironment(path, 'RUNNING', { mode: MODES[path.split('/')[1] ?? ''] ?? '' }));

/** The world while this is hidden, as the monitor has it: hidden environments by name alone. */
function worldOf(hidden: Hidden): World {
  const projects = ['docs', 'shop', 'empty'].map((id) => ({ id, name: id, organizationId: 'acme' }));
  return aWorld(
    EVERY.filter((one) => !isHidden(hidden, one)),
    [],
    { hidden: EVERY.filter((one) => isHidden(hidden, one)), projects: Object.fromEntries(projects.map((one) => [one.id, one])) },
  );
}
const hide = (more: Partial<Hidden>): Hidden => ({ ...NOTHING_HIDDEN, ...more });
const ALL_OPEN = openAtFirst(worldOf(NOTHING_HIDDEN));
const rowsOf = (hidden: Hidden, search = '', open = ALL_OPEN): readonly WatchedRow[] => watchedRows(worldOf(hidden), hidden, search, open);
const drawn = (rows: readonly WatchedRow[]): readonly string[] =>
  rows.map(({ level, tick, name }) => `${'  '.repeat(level - 1)}${tick} ${name}`);

describe('the tree', () => {
  test('has organizations, projects and environments, by name and by number within a name', () => {
    expect(drawn(rowsOf(NOTHING_HIDDEN))).toEqual([
      'on Acme',
      '  on docs',
      '    on production',
      '  on empty',
      '  on shop',
      '    on pr-2',
      '    on pr-10',
      '    on production',
    ]);
  });
  test.each<[string, Partial<Hidden>, readonly string[]]>([
    [
      'an organization',
      { organizations: ['acme'] },
      ['off Acme', 'off docs', 'off production', 'off empty', 'off shop', 'off pr-2', 'off pr-10', 'off production'],
    ],
    [
      'a project',
      { projects: ['shop'] },
      ['mixed Acme', 'on docs', 'on production', 'on empty', 'off shop', 'off pr-2', 'off pr-10', 'off production'],
    ],
    [
      'an environment',
      { environments: ['shop/pr-2'] },
      ['mixed Acme', 'on docs', 'on production', 'on empty', 'mixed shop', 'off pr-2', 'on pr-10', 'on production'],
    ],
    [
      'a mode',
      { modes: ['PRODUCTION'] },
      ['mixed Acme', 'off docs', 'off production', 'on empty', 'mixed shop', 'on pr-2', 'on pr-10', 'off production'],
    ],
  ])('shows what is hidden by %s', (_, hidden, rows) => {
    expect(rowsOf(hide(hidden)).map(({ tick, name }) => `${tick} ${name}`)).toEqual(rows);
  });
  test('says what a row is, and why an environment cannot be seen though its own tick is there', () => {
    expect(rowsOf(hide({ modes: ['PREVIEW'] })).map(({ about }) => about)).toEqual([
      '3 projects',
      '1 environment',
      'Production',
      '0 environments',
      '3 environments',
      'Ephemeral, left out by its mode',
      'Ephemeral, left out by its mode',
      'Production',
    ]);
  });
  test.each([
    ['pr-1', ['Acme', 'shop', 'pr-10']],
    [' SHOP ', ['Acme', 'shop', 'pr-2', 'pr-10', 'production']],
    ['acm', ['Acme']],
    ['nothing', []],
  ])('finds %j, whatever is folded', (search, names) => {
    expect(rowsOf(NOTHING_HIDDEN, search, new Set()).map(({ name }) => name)).toEqual(names);
  });
  test('folds, and begins folded where there is much', () => {
    expect(rowsOf(NOTHING_HIDDEN, '', new Set()).map(({ name, isOpen }) => [name, isOpen])).toEqual([['Acme', false]]);
    const many = Array.from({ length: 21 }, (_, i) => anEnvironment(`shop/pr-${i}`));
    expect([...openAtFirst(aWorld(many))]).toEqual(['organization:acme']);
    expect(rowsOf(NOTHING_HIDDEN).find(({ name }) => name === 'empty')?.isOpen).toBeNull();
  });
  test('counts what is watched', () => {
    expect(watchedCount(worldOf(hide({ projects: ['shop'] })))).toEqual({ watched: 1, all: 4 });
  });
});

const tick = (hidden: Hidden, key: string): Hidden => {
  const row = rowsOf(hidden).find((one) => one.key === key);
  if (!row) throw new Error(`there is no row ${key}`);
  return ticked(worldOf(hidden), hidden, row);
};
const watched = (hidden: Hidden): readonly string[] => EVERY.filter((one) => !isHidden(hidden, one)).map(({ id }) => id);

describe('a tick', () => {
  test.each<[string, Partial<Hidden>, string, readonly string[]]>([
    ['taken from an environment', {}, 'environment:shop/pr-2', ['shop/production', 'shop/pr-10', 'docs/production']],
    ['taken from a project', {}, 'project:shop', ['docs/production']],
    ['taken from an organization', {}, 'organization:acme', []],
    ['given to an environment', { environments: ['shop/pr-2'] }, 'environment:shop/pr-2', PATHS],
    ['given to an environment of a hidden project', { projects: ['shop'] }, 'environment:shop/pr-2', ['shop/pr-2', 'docs/production']],
    ['given to an environment of a hidden organization', { organizations: ['acme'] }, 'environment:shop/pr-2', ['shop/pr-2']],
    ['given to an environment of a hidden mode, to all of that mode', { modes: ['PREVIEW'] }, 'environment:shop/pr-2', PATHS],
    ['given to a hidden project', { projects: ['shop', 'docs'] }, 'project:shop', ['shop/production', 'shop/pr-10', 'shop/pr-2']],
    ['given to a project of a hidden organization', { organizations: ['acme'] }, 'project:docs', ['docs/production']],
    ['given to a project that is watched in part', { environments: ['shop/pr-2'] }, 'project:shop', PATHS],
    ['given to an organization that is watched in part', { projects: ['docs'], environments: ['shop/pr-2'] }, 'organization:acme', PATHS],
    ['given to a hidden organization', { organizations: ['acme'] }, 'organization:acme', PATHS],
  ])('%s', (_, hidden, key, rest) => {
    expect(watched(tick(hide(hidden), key))).toEqual(PATHS.filter((path) => rest.includes(path)));
  });
  test('on a row that is gone changes nothing', () => {
    expect(ticked(worldOf(NOTHING_HIDDEN), NOTHING_HIDDEN, { kind: 'environment', id: 'gone', tick: 'off' })).toBe(NOTHING_HIDDEN);
  });
  test('on a mode hides it, and shows it again', () => {
    const without = withMode(NOTHING_HIDDEN, 'PREVIEW', false);
    expect(watched(without)).toEqual(['shop/production', 'docs/production']);
    expect(withMode(without, 'PREVIEW', true)).toEqual(NOTHING_HIDDEN);
  });
});

describe('a key', () => {
  const rows = rowsOf(NOTHING_HIDDEN); // 0 Acme, 1 docs, 2 production, 3 empty, 4 shop, 5 …
  test.each<[string, number, ReturnType<typeof treeStep>]>([
    ['ArrowDown', 0, { kind: 'move', to: 1 }],
    ['ArrowDown', 7, { kind: 'move', to: 7 }],
    ['ArrowUp', 1, { kind: 'move', to: 0 }],
    ['ArrowUp', 0, { kind: 'move', to: 0 }],
    ['Home', 5, { kind: 'move', to: 0 }],
    ['End', 0, { kind: 'move', to: 7 }],
    ['ArrowRight', 1, { kind: 'move', to: 2 }],
    ['ArrowRight', 2, null],
    ['ArrowRight', 3, null],
    ['ArrowLeft', 2, { kind: 'move', to: 1 }],
    ['ArrowLeft', 1, { kind: 'fold', key: 'project:docs', isOpen: false }],
    ['ArrowLeft', 3, { kind: 'move', to: 0 }],
    [' ', 2, { kind: 'tick' }],
    ['Enter', 0, { kind: 'tick' }],
    ['a', 0, null],
    ['toString', 0, null],
    ['ArrowDown', 99, null],
  ])('%j at row %i', (key, at, step) => {
    expect(treeStep(rows, at, key)).toEqual(step);
  });
  test('unfolds what is folded, and does not leave the first row to the left', () => {
    const folded = rowsOf(NOTHING_HIDDEN, '', new Set());
    expect(treeStep(folded, 0, 'ArrowRight')).toEqual({ kind: 'fold', key: 'organization:acme', isOpen: true });
    expect(treeStep(folded, 0, 'ArrowLeft')).toBeNull();
  });
});
