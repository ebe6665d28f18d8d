import { expect, test } from 'vitest';
import { keyAction, type KeyAction } from '../../../renderer/overview/keys.ts';
import { orderOf } from '../../../renderer/overview/order.ts';
import { rows } from '../../../renderer/overview/rows.ts';
import { anEnvironment, aService, aWorld } from '../../support/a-world.ts';

const world = aWorld(
  [anEnvironment('a/one'), anEnvironment('a/two'), anEnvironment('b/empty')],
  [aService('api', 'a/one'), aService('db', 'a/one'), aService('web', 'a/two')],
);
/** 0 heading a, 1 one (open), 2 api, 3 db, 4 two (folded), 5 heading b, 6 empty. */
const shown = rows({
  world,
  order: orderOf(world, { filter: [], search: '', showsMuted: false }),
  muted: [],
  favourites: [],
  search: '',
  unfolded: new Set(['environment:a/one']),
});

/** An action in a word or two. */
function spoken(action: KeyAction | null): string | null {
  if (!action) return null;
  if (action.kind === 'select') return `select ${action.index}`;
  return action.kind === 'unfold' ? `${action.isOpen ? 'unfold' : 'fold'} ${action.row.key}` : `${action.kind} ${action.row.key}`;
}

test.each<[string, number, string | null]>([
  ['ArrowDown', 1, 'select 2'],
  ['ArrowDown', 4, 'select 6'],
  ['ArrowDown', 6, null],
  ['ArrowDown', -1, 'select 1'],
  ['ArrowUp', 6, 'select 4'],
  ['ArrowUp', 1, null],
  ['Home', 6, 'select 1'],
  ['End', 1, 'select 6'],
  ['ArrowRight', 1, 'select 2'],
  ['ArrowRight', 4, 'unfold environment:a/two'],
  ['ArrowRight', 2, null],
  ['ArrowRight', 6, null],
  ['ArrowLeft', 3, 'select 1'],
  ['ArrowLeft', 1, 'fold environment:a/one'],
  ['ArrowLeft', 4, null],
  [' ', 1, 'details environment:a/one'],
  [' ', 2, 'details service:api'],
  ['Enter', 4, 'deployment-log environment:a/two'],
  ['Enter', 2, 'deployment-log service:api'],
  ['l', 2, 'service-log service:api'],
  ['l', 1, null],
  ['m', 1, 'mute environment:a/one'],
  ['m', 2, null],
  ['f', 1, 'favourite environment:a/one'],
  ['F', 2, null],
  ['o', 2, 'console service:api'],
  ['x', 1, null],
  ['Enter', -1, null],
])('%s at row %i: %s', (key, index, expected) => {
  expect(spoken(keyAction(key, shown, index))).toBe(expected);
});
