// The rows of the list: a line, the explanation below it, a gap, the note about lines that left. Everything is text.
import { memo, useMemo, type MouseEvent, type ReactNode } from 'react';
import { textOf } from '../../electron/contract/log-pack.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { spansOf } from './ansi.ts';
import { chunkAt, factsOf, type LineFacts } from './chunks.ts';
import { errorText, type WhyRow } from './explanation.ts';
import { colourOf, letterOf, shortName } from './instances.ts';
import { MOST_DRAWN_BYTES } from './line-shape.ts';
import type { LogStore } from './log-store.ts';
import type { Marking } from './marking.ts';
import { ROW_PX } from './scroll-scale.ts';
import { linkedSpans, type LinkedSpan } from './links.ts';
import { markedSpans, plainRanges, type Query, type Range } from './search.ts';
import type { Taking } from './taking.ts';
import { isGutter } from './use-choosing.ts';
import { shortTime, timeOfLine, type TimeFormat } from './times.ts';

/** What rows do when they are clicked. */
export interface RowActions extends Pick<Taking, 'copyIncident'>, Pick<Marking, 'unmark'> {
  toggle(number: number): void;
  openLink(url: string): void;
  copy(text: string): void;
  /** Shows a line whole that its row does not hold. */
  showWhole(number: number): void;
}
interface LineStyle {
  readonly time: TimeFormat;
  readonly query: Query;
  readonly hasInstances: boolean;
  readonly hasSender: boolean;
  readonly isNarrow: boolean;
}

interface DrawnLine {
  readonly facts: LineFacts;
  readonly text: string;
  /** Bytes of the text that are not drawn. */
  readonly moreBytes: number;
}
function drawnLine(log: LogStore, number: number): DrawnLine | null {
  const chunk = chunkAt(log.store.getState().log.chunks, number);
  if (!chunk) return null;
  const index = number - chunk.first;
  const facts = factsOf(chunk, index);
  const bytes = (chunk.batch.offsets[index + 1] ?? 0) - (chunk.batch.offsets[index] ?? 0);
  return {
    facts,
    // A line that says nothing (a service that was never reached) still has a step to tell.
    text: textOf(chunk.batch, index, MOST_DRAWN_BYTES) || (facts.extra?.step ?? ''),
    moreBytes: Math.max(0, bytes - MOST_DRAWN_BYTES),
  };
}

/** The look of a line: red for an error, quiet for a cancellation. */
function lookOf({ isError, isCancellation, level, extra }: LineFacts): string {
  if (isError) return 'bad';
  if (isCancellation) return 'cancel';
  return level === 'warning' ? 'warn' : level === 'debug' ? 'debug' : extra?.step === 'Deployed' ? 'good' : '';
}

interface LineRowProps {
  readonly log: LogStore;
  readonly number: number;
  readonly rows: number;
  readonly top: number;
  readonly style: LineStyle;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly isUnfolded: boolean;
  /** The run that this log is compared with does not say it. */
  readonly isNew: boolean;
  readonly isWrapped: boolean;
  /** The text in rows, where it is explained. */
  readonly folded: readonly string[] | null;
  /** Where a pattern matches; null: not a pattern, or not known. */
  readonly marks: readonly Range[] | null;
  readonly actions: RowActions;
}

export const LineRow = memo(function LineRow(props: LineRowProps): ReactNode {
  const { log, number, rows, top, style, isCurrent, isChosen, isUnfolded, isNew, isWrapped, folded, marks, actions } = props;
  // What a number names never changes, however the chunks around it are put together.
  const line = useMemo(() => drawnLine(log, number), [log, number]);
  const spans = useMemo(() => {
    const plain = folded ? linkedSpans([{ text: folded.join('\n'), classes: '' }]) : linkedSpans(spansOf(line?.text ?? ''));
    const { query } = style;
    if (query.isPattern) return markedSpans(plain, folded ? [] : (marks ?? []));
    return markedSpans(plain, query.text === '' ? [] : plainRanges(plain.map(({ text }) => text).join(''), query));
  }, [line, folded, marks, style]);
  if (!line) return null;
  const { facts } = line;
  const { origin, speakers } = log.store.getState().log;
  const canUnfold = facts.extra?.error != null;
  const name = facts.sender.name;
  const time = timeOfLine(facts.at, style.time, origin ?? 0);
  const toggle = (event: MouseEvent): void => {
    if (event.detail === 1 && !event.shiftKey && !isGutter(event.target) && document.getSelection()?.isCollapsed !== false)
      actions.toggle(number);
  };
  const place = Math.max(0, speakers.indexOf(name));
  const from = style.hasInstances ? `from i${colourOf(place)}` : 'from';
  return (
    <div
      className={`line ${lookOf(facts)} ${isCurrent ? 'now' : ''} ${isChosen ? 'chosen' : ''} ${isNew ? 'fresh' : ''} ${isWrapped && !folded ? 'wrap' : ''}`}
      style={{ top, height: rows * ROW_PX }}
      data-line={number}
      onClick={canUnfold ? toggle : undefined}
    >
      <span className="time" title={facts.at === null ? undefined : new Date(facts.at).toISOString()}>
        {style.isNarrow ? shortTime(time) : time}
      </span>
      {style.hasSender ? (
        <span className={from} title={name}>
          {style.hasInstances ? `${letterOf(place)} ${shortName(name)}` : name}
        </span>
      ) : null}
      <span className="say">
        {spans.map((span, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- spans have no other name and never change places
          <Said key={index} span={span} isCurrent={isCurrent} actions={actions} />
        ))}
      </span>
      {line.moreBytes > 0 ? (
        <button
          type="button"
          className="more"
          tabIndex={-1}
          onClick={(event) => {
            event.stopPropagation();
            actions.showWhole(number);
          }}
        >
          {`… ${line.moreBytes.toLocaleString('en')} more bytes: show`}
        </button>
      ) : null}
      {canUnfold ? <Unfolds isUnfolded={isUnfolded} act={() => actions.toggle(number)} /> : null}
    </div>
  );
});

interface SaidProps {
  readonly span: LinkedSpan & { readonly isHit: boolean };
  readonly isCurrent: boolean;
  readonly actions: RowActions;
}
function Said({ span: { text, classes, isHit, url }, isCurrent, actions }: SaidProps): ReactNode {
  const said = isHit ? <mark className={isCurrent ? 'now' : undefined}>{text}</mark> : text;
  if (url === null) return <span className={classes || undefined}>{said}</span>;
  // The address is followed by the main process alone; a window never navigates. The key o does the same.
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    actions.openLink(url);
  };
  return (
    <a className={`url ${classes}`.trim()} href={url} tabIndex={-1} onClick={open}>
      {said}
    </a>
  );
}

/** Keys do the same from the list (Enter), so it is no stop of its own. */
function Unfolds({ isUnfolded, act }: { readonly isUnfolded: boolean; readonly act: () => void }): ReactNode {
  return (
    <button
      type="button"
      className="unfolds"
      tabIndex={-1}
      aria-expanded={isUnfolded}
      aria-label="Explanation"
      onClick={(event) => {
        event.stopPropagation();
        act();
      }}
    >
      <Icon name={isUnfolded ? 'chevron-up' : 'chevron-down'} />
    </button>
  );
}

interface WhyLineProps {
  readonly log: LogStore;
  readonly number: number;
  readonly why: WhyRow;
  readonly top: number;
  readonly isFirst: boolean;
  readonly actions: RowActions;
}

/** One row of an explanation. */
export function WhyLine({ log, number, why, top, isFirst, actions }: WhyLineProps): ReactNode {
  return (
    <div className={`why why-${why.kind} ${isFirst ? 'first' : ''}`} style={{ top, height: ROW_PX }}>
      {why.kind === 'link' ? (
        <button type="button" className="link cut" title={why.url} onClick={() => actions.openLink(why.url)}>
          {why.url}
        </button>
      ) : why.kind === 'actions' ? (
        <>
          <Button look="text" onClick={() => actions.copy(copied(log, number))}>
            Copy error
          </Button>
          <Button look="text" onClick={() => actions.copyIncident(number)}>
            Copy as Markdown
          </Button>
          <span className="grow" />
          <Button look="text" onClick={() => actions.toggle(number)}>
            Hide
          </Button>
        </>
      ) : (
        <span className="cut">{why.text}</span>
      )}
    </div>
  );
}
function copied(log: LogStore, number: number): string {
  const chunk = chunkAt(log.store.getState().log.chunks, number);
  if (!chunk) return '';
  const error = factsOf(chunk, number - chunk.first).extra?.error;
  const text = textOf(chunk.batch, number - chunk.first);
  return error ? errorText(error, text) : text;
}
