// The filter chips. They keep their places: zero is grey, not gone.
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { DeployMark } from '../ui/deploy-mark.tsx';
import { StatusGlyph, type GlyphShape } from '../ui/status-glyph.tsx';
import { CHIPS, type ChipKey } from './chip.ts';
import { withChip, type ViewStore } from './view.ts';

const SHAPES: Readonly<Record<Exclude<ChipKey, 'failed'>, GlyphShape>> = {
  error: 'error',
  warning: 'warning',
  moving: 'starting',
  running: 'running',
  stopped: 'stopped',
  unknown: 'unknown',
};

interface ChipsProps {
  readonly counts: Readonly<Record<ChipKey, number>>;
  readonly isDrained: boolean;
  /** How many muted environments there are. */
  readonly hidden: number;
  /** How many environments are not watched at all; `onUnwatched` leads to where they are chosen. */
  readonly unwatched: number;
  readonly onUnwatched: () => void;
  readonly view: ViewStore;
}

export function Chips({ counts, isDrained, hidden, unwatched, onUnwatched, view }: ChipsProps): ReactNode {
  const { filter, showsMuted } = useStore(view);
  return (
    <div className="chips" role="group" aria-label="Show only">
      {CHIPS.map(({ key, name }) => (
        <button
          key={key}
          type="button"
          className={`chip ${counts[key] === 0 ? 'zero' : ''} ${key === 'failed' ? 'failed' : ''}`}
          aria-pressed={filter.includes(key)}
          aria-label={`${name}, ${counts[key]}`}
          title={name}
          onClick={() => view.setState((before) => withChip(before, key))}
        >
          {key === 'failed' ? <DeployMark shape="error" /> : <StatusGlyph shape={SHAPES[key]} isDrained={isDrained} />}
          {counts[key]}
        </button>
      ))}
      <span className="grow" />
      {hidden > 0 ? (
        <button
          type="button"
          className="hidden-note"
          aria-pressed={showsMuted}
          title={showsMuted ? 'Muted environments are shown. Click to hide them.' : 'Muted environments are not shown. Click to show them.'}
          onClick={() => view.setState({ showsMuted: !showsMuted })}
        >
          {hidden} {showsMuted ? 'muted' : 'hidden'}
        </button>
      ) : null}
      {unwatched > 0 ? (
        <button type="button" className="hidden-note" title="Choose in the settings what is watched" onClick={onUnwatched}>
          {unwatched} not watched
        </button>
      ) : null}
    </div>
  );
}
