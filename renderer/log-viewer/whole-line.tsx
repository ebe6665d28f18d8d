// A line that is too long for its row, whole, over the page: in blocks of which only those in sight are laid out, so that a
// megabyte opens at once.
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { textOf } from '../../electron/contract/log-pack.ts';
import { Button } from '../ui/button.tsx';
import { plainText } from './ansi.ts';
import { chunkAt } from './chunks.ts';
import type { LogStore } from './log-store.ts';

/** Characters in a row of the box, and rows in a block. Blocks end where rows do, so that none is seen to be cut. */
const [COLUMNS, NARROW_COLUMNS, ROWS] = [100, 48, 40];
const NARROW_PX = 840;
const ROW_PX = 20;

interface WholeLineProps {
  readonly log: LogStore;
  readonly number: number;
  readonly copy: (text: string) => void;
  readonly close: () => void;
}

export function WholeLine({ log, number, copy, close }: WholeLineProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const columns = window.innerWidth < NARROW_PX ? NARROW_COLUMNS : COLUMNS;
  const text = useMemo(() => {
    const chunk = chunkAt(log.store.getState().log.chunks, number);
    return chunk ? plainText(textOf(chunk.batch, number - chunk.first)) : 'This line has left, to keep the memory bounded.';
  }, [log, number]);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div className="popover whole" role="dialog" aria-label="The whole line">
      <div className="whole-head">
        <h2 className="strong grow">The whole line</h2>
        <span className="num t2 s12">{text.length.toLocaleString('en')} characters</span>
        <Button size="small" onClick={() => copy(text)}>
          Copy
        </Button>
        <Button size="small" onClick={close}>
          Close
        </Button>
      </div>
      <div
        ref={box}
        className="whole-text"
        role="document"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
        tabIndex={0}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') event.stopPropagation();
        }}
      >
        {blocksOf(text, columns * ROWS).map((block, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the blocks of one text never change
          <div key={index} style={{ width: `${columns}ch`, containIntrinsicHeight: `auto ${ROWS * ROW_PX}px` }}>
            {block}
          </div>
        ))}
      </div>
    </div>
  );
}

function blocksOf(text: string, length: number): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / length) }, (_, index) => text.slice(index * length, (index + 1) * length));
}
