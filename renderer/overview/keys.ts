// What a key means in the list: (key, rows, where one stands) → what to do. The tree-grid pattern of the ARIA practices.
import type { Row } from './rows.ts';

export type KeyAction =
  | { readonly kind: 'select'; readonly index: number }
  | { readonly kind: 'unfold'; readonly row: Row; readonly isOpen: boolean }
  | { readonly kind: 'deployment-log' | 'service-log' | 'console' | 'mute' | 'favourite' | 'details'; readonly row: Row };

const isStop = (row: Row | undefined): boolean => row !== undefined && row.kind !== 'section';

/** The next row that can have the focus, from `from` in steps of `step`; null when there is none. */
function next(rows: readonly Row[], from: number, step: 1 | -1): KeyAction | null {
  for (let i = from; i >= 0 && i < rows.length; i += step) if (isStop(rows[i])) return { kind: 'select', index: i };
  return null;
}

const LEVELS: Readonly<Record<Row['kind'], number>> = { section: 0, environment: 1, service: 2, instance: 3 };

/** How deep a row lies, from 1 for environments. */
export function levelOf(row: Row): number {
  return LEVELS[row.kind];
}

function parent(rows: readonly Row[], index: number, row: Row): KeyAction | null {
  for (let i = index - 1; i >= 0; i -= 1) {
    const above = rows[i];
    if (above && levelOf(above) < levelOf(row)) return isStop(above) ? { kind: 'select', index: i } : null;
  }
  return null;
}

/** Whether it is unfolded; null when there is nothing to unfold. */
export function openState(row: Row): boolean | null {
  if (row.kind === 'environment') return row.environment.serviceIds.length > 0 ? row.isOpen : null;
  return row.kind === 'service' ? row.isOpen : null;
}

/** What `key` does at row `index`; −1 when no row is chosen yet. null: not a key of the list. */
export function keyAction(key: string, rows: readonly Row[], index: number): KeyAction | null {
  const row = rows[index];
  switch (key) {
    case 'ArrowDown':
      return next(rows, index + 1, 1);
    case 'ArrowUp':
      return next(rows, index - 1, -1);
    case 'Home':
      return next(rows, 0, 1);
    case 'End':
      return next(rows, rows.length - 1, -1);
    default:
      return row ? rowAction(key, rows, index, row) : null;
  }
}

function rowAction(key: string, rows: readonly Row[], index: number, row: Row): KeyAction | null {
  const isOpen = openState(row);
  switch (key) {
    case 'ArrowRight':
      if (isOpen === false) return { kind: 'unfold', row, isOpen: true };
      return isOpen ? next(rows, index + 1, 1) : null;
    case 'ArrowLeft':
      return isOpen ? { kind: 'unfold', row, isOpen: false } : parent(rows, index, row);
    case ' ':
      return { kind: 'details', row };
    case 'Enter':
      return { kind: 'deployment-log', row };
    case 'l':
    case 'L':
      return row.kind === 'environment' ? null : { kind: 'service-log', row };
    case 'o':
    case 'O':
      return { kind: 'console', row };
    case 'f':
    case 'F':
      return row.kind === 'environment' ? { kind: 'favourite', row } : null;
    case 'm':
    case 'M':
      return row.kind === 'environment' ? { kind: 'mute', row } : null;
    default:
      return null;
  }
}
