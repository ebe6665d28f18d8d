// One row of the list, of whichever kind, with what all of them share: place in the tree, focus, selection, name.
import type { HTMLAttributes, ReactNode } from 'react';
import type { Bridge } from '../../electron/contract/channels.ts';
import type { AppState } from '../../electron/contract/state.ts';
import { assertNever } from '../../electron/model/status.ts';
import type { Instant } from '../../electron/model/world.ts';
import { EnvironmentRowView } from './environment-row.tsx';
import { InstanceRowView } from './instance-row.tsx';
import { levelOf, openState } from './keys.ts';
import type { Row } from './rows.ts';
import { ServiceRowView } from './service-row.tsx';

/** What every kind of row is given. */
export interface RowProps<R extends Row> {
  readonly row: R;
  readonly state: AppState;
  readonly bridge: Bridge;
  readonly now: Instant;
  /** Buttons inside are in the tab order only in the row that is. */
  readonly tabIndex: 0 | -1;
  /** Goes onto the row's element. */
  readonly rowProps: HTMLAttributes<HTMLDivElement>;
}
interface RowViewProps {
  readonly row: Row;
  /** Counted from 1 over the whole list. */
  readonly rowIndex: number;
  readonly isSelected: boolean;
  /** The one row in the tab order. */
  readonly isStop: boolean;
  readonly state: AppState;
  readonly bridge: Bridge;
  readonly now: Instant;
  readonly onChoose: () => void;
  /** A click on the row itself. */
  readonly onPress: () => void;
}

export function RowView({ row, rowIndex, isSelected, isStop, onChoose, onPress, ...rest }: RowViewProps): ReactNode {
  if (row.kind === 'section') {
    return (
      <div className="section" role="row" aria-rowindex={rowIndex}>
        <span role="gridcell">
          <bdi className="cut">{row.title}</bdi> <span className="t3">{row.note}</span>
        </span>
      </div>
    );
  }
  const isOpen = openState(row);
  const tabIndex = isStop ? 0 : -1;
  const rowProps = {
    role: 'row',
    tabIndex,
    'aria-level': levelOf(row),
    'aria-rowindex': rowIndex,
    'aria-selected': isSelected,
    'data-key': row.key,
    ...(isOpen === null ? {} : { 'aria-expanded': isOpen }),
    onFocus: onChoose,
    onClick: onPress,
  } satisfies HTMLAttributes<HTMLDivElement> & { readonly 'data-key': string };
  const given = { ...rest, tabIndex, rowProps } as const;
  switch (row.kind) {
    case 'environment':
      return <EnvironmentRowView {...given} row={row} />;
    case 'service':
      return <ServiceRowView {...given} row={row} />;
    case 'instance':
      return <InstanceRowView {...given} row={row} />;
    default:
      return assertNever(row);
  }
}
