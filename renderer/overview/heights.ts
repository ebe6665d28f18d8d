// Row heights by the width of the list, in px: constants, so that the list never measures and nothing jumps. overview.css draws
// the same classes with container queries at the same widths.
import { assertNever } from '../../electron/model/status.ts';
import type { Row } from './rows.ts';

export type WidthClass = 'tiny' | 'narrow' | 'normal' | 'wide';

/** The class of a list that is `width` px wide. 440 px at 200 % zoom are 220. */
export function widthClass(width: number): WidthClass {
  if (width < 280) return 'tiny';
  if (width < 400) return 'narrow';
  return width < 720 ? 'normal' : 'wide';
}

/** Height of a row in px. */
export function rowHeight(row: Row, width: WidthClass): number {
  switch (row.kind) {
    case 'section':
      return 32;
    case 'environment':
      if (row.isAbove) return width === 'tiny' ? 76 : 60;
      return width === 'wide' ? 32 : 44;
    case 'service':
      return width === 'tiny' || width === 'narrow' ? 44 : 28;
    case 'instance':
      return row.hasReason ? 44 : 24;
    default:
      return assertNever(row);
  }
}
