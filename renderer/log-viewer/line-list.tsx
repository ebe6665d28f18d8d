// The lines: a list of fixed rows of which only those in sight are drawn, however many there are.
import { useEffect, useImperativeHandle, useMemo, type CSSProperties, type ReactNode, type Ref } from 'react';
import { useStore } from 'zustand';
import { assertNever } from '../../electron/model/status.ts';
import { Icon } from '../ui/icon.tsx';
import { plainText } from './ansi.ts';
import type { LineFilter } from './line-filter.ts';
import { rowsBetween, type Row } from './lines.ts';
import { LineRow, WhyLine, type RowActions } from './line-row.tsx';
import type { ListScroll } from './list-scroll.ts';
import type { LogStore } from './log-store.ts';
import { placeOf } from './numbers.ts';
import { endPx, positionOf, ROW_PX, rowTopPx, scrollScale } from './scroll-scale.ts';
import { NoteRow, RuleRow } from './note-row.tsx';
import { leftText } from './status-words.ts';
import type { TimeFormat } from './times.ts';
import { useArrangement, type Columns } from './use-arrangement.ts';
import { useScroll } from './use-scroll.ts';
import { textOfLine } from './opening.ts';
import { TickStrip } from './tick-strip.tsx';
import type { Search } from './use-search.ts';
import { useChoosing } from './use-choosing.ts';
import { isChosen, type ViewStore } from './view.ts';

/** Rows drawn beyond each edge, so that fast scrolling meets no blank page. */
const BEYOND = 16;

/** Rows are measured in px at this size; at others the whole list is zoomed, and every measure inside it stays as it is. */
const BASE_FONT_PX = 12;

interface LineListProps {
  readonly log: LogStore;
  readonly view: ViewStore;
  readonly kind: 'deployment' | 'service';
  readonly isWrapped: boolean;
  readonly time: TimeFormat;
  /** Size of the text in px; rows grow with it. */
  readonly fontPx: number;
  readonly filter: LineFilter | null;
  readonly search: Search;
  readonly actions: RowActions;
  readonly handle: Ref<ListScroll>;
}

export function LineList({ log, view, kind, isWrapped, time, fontPx, filter, search, actions, handle }: LineListProps): ReactNode {
  const { list, element, size, scrollTop } = useScroll(log, view);
  useImperativeHandle(handle, () => list, [list]);
  const zoom = fontPx / BASE_FONT_PX;
  const columns = useArrangement(log, view, { kind, isWrapped, time, filter, widthPx: size.width });
  const { layout, log: kept } = useStore(log.store);
  const { current, marker, query, unfolded, chosen, compared } = useStore(view);
  const choosing = useChoosing(view);
  const scale = scrollScale(layout.rows, size.height);
  const positionPx = positionOf(scale, scrollTop);
  const first = Math.floor(positionPx / ROW_PX);
  const rows = rowsBetween(layout, kept, first - BEYOND, first + Math.ceil(size.height / ROW_PX) + BEYOND);
  useMarks(log, search, rows);
  const [hasSender, isNarrow] = [columns.fromPx > 0, columns.isNarrow];
  const style = useMemo(
    () => ({ time, query, hasInstances: kind === 'service', hasSender, isNarrow }),
    [time, query, kind, hasSender, isNarrow],
  );
  const topOf = (row: number): number => rowTopPx(scale, scrollTop, row);
  const draw = (row: Row): ReactNode => {
    const top = topOf(row.row);
    switch (row.kind) {
      case 'left':
        return <RuleRow key="left" top={top} text={leftText(row.count)} look="" />;
      case 'note':
        return <NoteRow key={`note ${row.row}`} placed={row.placed} top={top} isCurrent={row.placed === marker} actions={actions} />;
      case 'why': {
        const { number, index, why } = row;
        const key = `why ${number} ${index}`;
        return <WhyLine key={key} log={log} number={number} why={why} top={top} isFirst={index === 0} actions={actions} />;
      }
      case 'line': {
        const { number, rows: height } = row;
        const [isCurrent, isUnfolded] = [number === current, unfolded.has(number)];
        const folded = layout.options.unfolded.get(number)?.line ?? null;
        const props = {
          log,
          number,
          rows: height,
          top,
          style,
          isCurrent,
          isChosen: isChosen({ chosen }, number),
          isUnfolded,
          isNew: compared !== null && compared.news.has(number),
          folded,
          isWrapped: layout.options.isWrapped,
          marks: query.isPattern ? (search.marks.get(number) ?? null) : null,
          actions,
        };
        return <LineRow key={row.number} {...props} />;
      }
      default:
        return assertNever(row);
    }
  };
  return (
    <div className="lines-frame">
      <div
        ref={element}
        className="lines"
        role="log"
        aria-live="off"
        aria-label={kind === 'deployment' ? 'Deployment log' : 'Service log'}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
        tabIndex={0}
        style={{ ...columnStyle(columns), zoom }}
        onScroll={() => list.onScroll()}
        onWheel={({ deltaY }) => list.onWheel(deltaY)}
        {...choosing}
      >
        <div className="all-rows" role="presentation" style={{ height: scale.elementPx }}>
          {rows.map(draw)}
        </div>
      </div>
      <TickStrip {...{ layout, notes: kept.notes, hits: search.hits.lines, scale, zoom, leftPx: size.width * zoom }} />
      <Jump log={log} view={view} isAtEnd={positionPx >= endPx(scale) - 1} act={() => list.toEnd()} />
    </div>
  );
}

function columnStyle({ timePx, fromPx, whyPx, sayPx }: Columns): CSSProperties {
  const style = { '--time-width': `${timePx}px`, '--from-width': `${fromPx}px`, '--why-left': `${whyPx}px`, '--say-width': `${sayPx}px` };
  return style as CSSProperties; // React passes custom properties on; its types do not know them
}

interface JumpProps {
  readonly log: LogStore;
  readonly view: ViewStore;
  readonly isAtEnd: boolean;
  readonly act: () => void;
}
/** How many lines came since the end was left. Who sees the end of a log that is over needs no way there. */
function Jump({ log, view, isAtEnd, act }: JumpProps): ReactNode {
  const { isFollowing, leftAt } = useStore(view);
  const { end, state } = useStore(log.store, (one) => one.log);
  const [count, isOver] = [Math.max(0, end - leftAt), state.kind === 'finished'];
  if (isFollowing || end === 0 || (isOver && isAtEnd)) return null;
  const text = count > 0 ? `Jump to latest (${count.toLocaleString('en')})` : isOver ? 'Jump to end' : 'Jump to latest';
  return (
    <button type="button" className="jump" title={`${text} (End)`} onClick={act}>
      <Icon name="arrow-down" />
      {text}
    </button>
  );
}

/** Asks where a pattern matches in the lines drawn that hold it. */
function useMarks(log: LogStore, { hits, mark }: Search, rows: readonly Row[]): void {
  useEffect(() => {
    if (!hits.query.isPattern) return;
    const { log: kept } = log.store.getState();
    const numbers = rows.flatMap((row) => (row.kind === 'line' ? row.number : []));
    const texts = numbers.filter((number) => hits.lines.room[placeOf(hits.lines, number)] === number);
    mark(texts.map((number) => [number, plainText(textOfLine(kept, number))]));
  }, [log, hits, mark, rows]);
}
