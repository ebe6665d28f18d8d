// The tree of what is watched: one row in the tab order, arrows and Space as in any tree, and only the rows in sight are drawn.
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Icon } from '../ui/icon.tsx';
import { VirtualList, type VirtualListHandle } from '../ui/virtual-list.tsx';
import { treeStep } from './watched-ticks.ts';
import type { WatchedRow } from './watched-tree.ts';

const ROW_PX = 28;
/** A dozen rows; more scroll. */
const MOST_PX = 12 * ROW_PX;

interface WatchedTreeProps {
  readonly rows: readonly WatchedRow[];
  readonly onFold: (key: string, isOpen: boolean) => void;
  readonly onTick: (row: WatchedRow) => void;
}

export function WatchedTree({ rows, onFold, onTick }: WatchedTreeProps): ReactNode {
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const list = useRef<VirtualListHandle>(null);
  /** The row that the keys moved to: it takes the focus as soon as it is drawn. */
  const [wish, setWish] = useState<string | null>(null);
  const found = rows.findIndex(({ key }) => key === activeKey);
  const active = found < 0 ? 0 : found;
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.ctrlKey || event.altKey || event.metaKey ? null : treeStep(rows, active, event.key);
    if (!step) return;
    event.preventDefault();
    const row = rows[step.kind === 'move' ? step.to : active];
    if (step.kind === 'fold') onFold(step.key, step.isOpen);
    else if (step.kind === 'tick' && row) onTick(row);
    else if (step.kind === 'move' && row) {
      setWish(row.key);
      setActiveKey(row.key);
      list.current?.show(step.to);
    }
  };
  return (
    <VirtualList
      role="tree"
      aria-label="What is watched"
      className="watched-tree"
      style={{ height: Math.min(MOST_PX, rows.length * ROW_PX) }}
      tabIndex={-1}
      handle={list}
      count={rows.length}
      heightOf={() => ROW_PX}
      keyOf={(index) => rows[index]?.key ?? index}
      keep={active}
      onKeyDown={onKeyDown}
      onBlur={() => setWish(null)}
      renderRow={(index) => {
        const row = rows[index];
        return row ? (
          <TreeRow
            row={row}
            isActive={index === active}
            isWished={row.key === wish}
            onFold={onFold}
            onTick={() => onTick(row)}
            onFocus={() => setActiveKey(row.key)}
          />
        ) : null;
      }}
    />
  );
}

interface TreeRowProps {
  readonly row: WatchedRow;
  readonly isActive: boolean;
  readonly isWished: boolean;
  readonly onFold: (key: string, isOpen: boolean) => void;
  readonly onTick: () => void;
  readonly onFocus: () => void;
}
const CHECKED = { on: 'true', off: 'false', mixed: 'mixed' } as const;

function TreeRow({ row, isActive, isWished, onFold, onTick, onFocus }: TreeRowProps): ReactNode {
  const { key, name, level, tick, isOpen, about } = row;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isWished) box.current?.focus();
  }, [isWished]);
  return (
    <div
      ref={box}
      role="treeitem"
      className={`watched-row l${level}`}
      aria-level={level}
      aria-checked={CHECKED[tick]}
      {...(isOpen === null ? {} : { 'aria-expanded': isOpen })}
      tabIndex={isActive ? 0 : -1}
      onClick={onTick}
      onFocus={onFocus}
    >
      <span
        className="chev"
        onClick={(event) => {
          if (isOpen === null) return;
          event.stopPropagation();
          onFold(key, !isOpen);
        }}
      >
        {isOpen === null ? null : <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />}
      </span>
      <span className={`tick ${tick}`}>
        <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
          {tick === 'on' ? <path d="M3.5 8.5 6.5 11.5 12.5 5" /> : tick === 'mixed' ? <path d="M4 8h8" /> : null}
        </svg>
      </span>
      <span className={tick === 'off' ? 'cut grow t2' : 'cut grow'} title={name}>
        {name}
      </span>
      <span className="t3 s12">{about}</span>
    </div>
  );
}
