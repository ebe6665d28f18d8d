import { expect, test } from 'vitest';
import { afterEscape, createView, FIRST_VIEW, withChip, withDetails, withRevealed, withUnfolded } from '../../../renderer/overview/view.ts';

test('a chip is pressed and released', () => {
  const pressed = withChip(withChip(FIRST_VIEW, 'error'), 'failed');
  expect(pressed.filter).toEqual(['error', 'failed']);
  expect(withChip(pressed, 'error').filter).toEqual(['failed']);
});

test('unfolding twice folds', () => {
  const open = withUnfolded(FIRST_VIEW, 'e');
  expect([...open.unfolded]).toEqual(['e']);
  expect([...withUnfolded(open, 'e').unfolded]).toEqual([]);
  expect([...withUnfolded(open, 'e', true).unfolded]).toEqual(['e']);
});

test('Escape closes the key list, then clears search and filter, then lets the window close', () => {
  const busy = { ...FIRST_VIEW, isKeysOpen: true, search: 'api', filter: ['error'] as const };
  const first = afterEscape(busy);
  expect(first).toEqual({ ...busy, isKeysOpen: false });
  const second = first && afterEscape(first);
  expect(second).toEqual(FIRST_VIEW);
  expect(second && afterEscape(second)).toBeNull();
});

test('revealing unfolds and selects an environment and clears what is in its way', () => {
  const view = withRevealed({ ...FIRST_VIEW, search: 'api', filter: ['error'] }, 'e1', true);
  expect(view).toMatchObject({
    search: '',
    filter: [],
    showsMuted: true,
    selected: 'environment:e1',
    revealing: 'environment:e1',
    epoch: 1,
  });
  expect(view.unfolded.has('environment:e1')).toBe(true);
});

test('revealing what is not muted leaves muted ones hidden', () => {
  expect(withRevealed(FIRST_VIEW, 'e1', false).showsMuted).toBe(false);
});

test('every window has a view of its own', () => {
  const [a, b] = [createView(), createView()];
  a.setState({ search: 'api' });
  expect(b.getState()).toEqual(FIRST_VIEW);
});

test('Escape leaves the details before it clears the search, and goes back to their row', () => {
  const view = withDetails({ ...FIRST_VIEW, search: 'api' }, 'service:api');
  expect(view).toMatchObject({ isDetailsOpen: true, selected: 'service:api' });
  expect(afterEscape(view)).toMatchObject({ isDetailsOpen: false, search: 'api', revealing: 'service:api' });
});
