// One figure of the bench, and all of them as a table.
export interface Row {
  readonly figure: string;
  readonly ours: number;
  /** The same of what we are measured beside; null: beside nothing. */
  readonly beside: number | null;
  readonly unit: string;
  readonly goal: string;
  /** What `ours` is the median or percentile of, where there is more than one measurement. */
  readonly samples?: readonly number[];
}

/** A figure that stands beside nothing. */
export function alone(figure: string, ours: number, unit: string, goal = '', samples?: readonly number[]): Row {
  return { figure, ours, beside: null, unit, goal, ...(samples && { samples }) };
}

/** The value below which such a share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
}
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Ours as a multiple of what stands beside it. */
export const ratio = ({ ours, beside }: Row): number | null => (beside === null ? null : ours / beside);

const shown = (value: number, unit: string): string => `${value.toFixed(Math.abs(value) < 10 ? 2 : 0)} ${unit}`.trim();

/** The table as lines of text. */
export function tableText(rows: readonly Row[]): string {
  const cells = rows.map((row) => {
    const share = ratio(row);
    const beside = row.beside === null ? '–' : shown(row.beside, row.unit);
    return [row.figure, shown(row.ours, row.unit), beside, share === null ? '–' : `${share.toFixed(2)} ×`, row.goal];
  });
  const table = [['figure (median)', 'ours', 'beside', 'ratio', 'goal'], ...cells];
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  return table
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
