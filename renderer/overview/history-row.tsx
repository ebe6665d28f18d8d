// One row of the history: a heading, an entry, or a deployment that failed while nobody looked.
import type { ReactNode } from 'react';
import type { HistoryEntry, HistoryPlace } from '../../electron/model/history.ts';
import { drawingOf } from '../../electron/model/sign.ts';
import { assertNever } from '../../electron/model/status.ts';
import type { DeploymentTone, Instant } from '../../electron/model/world.ts';
import { DeployMark, type DeployMarkShape } from '../ui/deploy-mark.tsx';
import { Icon } from '../ui/icon.tsx';
import { StatusGlyph } from '../ui/status-glyph.tsx';
import { historyTexts, missedText, outageTitle, spanText } from './history-texts.ts';
import type { HistoryRow } from './history-rows.ts';
import { whoText } from './row-texts.ts';

interface HistoryRowProps {
  readonly row: HistoryRow;
  readonly now: Instant;
  /** The one row in the tab order. */
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}

const MARKS: Readonly<Record<DeploymentTone, DeployMarkShape>> = {
  ok: 'ok',
  error: 'error',
  moving: 'progress',
  queued: 'queued',
  cancelled: 'cancelled',
  quiet: 'ok',
  unavailable: 'error',
  unknown: 'queued',
};
/** Only deviation is loud. */
const LOOKS: Readonly<Partial<Record<DeploymentTone, string>>> = {
  error: 'error',
  moving: 'progress',
  queued: 'queued',
  cancelled: 'cancelled',
  unavailable: 'unavailable',
};

export function HistoryRowView(props: HistoryRowProps): ReactNode {
  const { row, now } = props;
  switch (row.kind) {
    case 'digest':
      return (
        <div className="h-digest" role="listitem">
          <h2>While you were away</h2>
          <span className="t3 s12">{spanText(row.digest, now)}</span>
        </div>
      );
    case 'day':
      return (
        <div className="section" role="listitem">
          <h2>{row.title}</h2>
        </div>
      );
    case 'more':
      return (
        <div className="h-more t3" role="listitem">
          Reading more…
        </div>
      );
    case 'missed': {
      const { missed } = row;
      const isRed = missed.outcome === 'red';
      return (
        <Line {...props} className="h-missed">
          <span className="h-glyph">
            <DeployMark shape={isRed ? 'error' : 'ok'} />
          </span>
          <Place place={missed} />
          <span className={`label ${isRed ? 'error' : ''}`}>{isRed ? missed.label : 'MENDED'}</span>
          <span className="h-text cut">{missedText(missed)}</span>
          <span className="h-who cut">{whoText(missed.by)}</span>
        </Line>
      );
    }
    case 'entry':
      return <EntryLine {...props} entry={row.entry} />;
    default:
      return assertNever(row);
  }
}

/** A row that can be pressed; its words are its name. */
function Line({
  row,
  isTabStop,
  onFocus,
  onOpen,
  className,
  children,
}: HistoryRowProps & { readonly className?: string; readonly children: ReactNode }): ReactNode {
  return (
    <div role="listitem">
      <button
        type="button"
        className={`h-row ${className ?? ''}`}
        tabIndex={isTabStop ? 0 : -1}
        data-key={row.key}
        onFocus={onFocus}
        onClick={onOpen}
      >
        {children}
      </button>
    </div>
  );
}

function Place({ place }: { readonly place: HistoryPlace }): ReactNode {
  return (
    <span className="h-place cut" title={[place.project, place.environment].filter(Boolean).join('/')}>
      {place.project ? <span className="t3">{place.project}/</span> : null}
      <b>{place.environment}</b>
    </span>
  );
}

function Glyph({ entry }: { readonly entry: HistoryEntry }): ReactNode {
  if (entry.kind === 'outage') return <Icon name="clock" />;
  return entry.kind === 'run' ? <StatusGlyph shape={drawingOf(entry.to)} /> : <DeployMark shape={MARKS[entry.tone]} />;
}

/** A clock time: the day stands above. */
function clock(at: Instant): string {
  const date = new Date(at);
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}

function EntryLine({ entry, ...props }: HistoryRowProps & { readonly entry: HistoryEntry }): ReactNode {
  const { text, who, label } = historyTexts(entry, props.now);
  const look = entry.kind === 'deployment' ? (LOOKS[entry.tone] ?? '') : '';
  return (
    <Line {...props}>
      <time className="h-time" dateTime={new Date(entry.at).toISOString()}>
        {clock(entry.at)}
      </time>
      <span className={`h-glyph ${entry.kind === 'deployment' ? look : ''}`}>
        <Glyph entry={entry} />
      </span>
      {entry.kind === 'outage' ? <span className="h-place cut">{outageTitle(entry)}</span> : <Place place={entry} />}
      {label ? <span className={`label ${look}`}>{label}</span> : null}
      <span className="h-text cut" title={text}>
        {text}
      </span>
      <span className="h-who cut">{who}</span>
    </Line>
  );
}
