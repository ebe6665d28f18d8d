// The glyph of a run status as a target of its own: hover, focus or click explain it in a sentence.
import type { ReactNode } from 'react';
import { isCurrent, type Freshness } from '../../electron/model/freshness.ts';
import { drawingOf } from '../../electron/model/sign.ts';
import { runSentence, type RunFacts } from '../../electron/model/wording-status.ts';
import type { Instant } from '../../electron/model/world.ts';
import { StatusGlyph } from '../ui/status-glyph.tsx';
import { useTooltip } from '../ui/tooltip.tsx';

/** Whether a run status is old: said by its source, and not just because nothing came yet. */
export function isOld(freshness: Freshness): boolean {
  return !isCurrent(freshness) && freshness !== 'waiting';
}

interface RunGlyphProps {
  readonly facts: RunFacts;
  readonly now: Instant;
  readonly tabIndex: 0 | -1;
}

export function RunGlyph({ facts, now, tabIndex }: RunGlyphProps): ReactNode {
  const { run, freshness } = facts;
  const { props, tip, show } = useTooltip(() => runSentence(facts, now));
  const isMoving = run.status === 'STARTING' || run.status === 'STOPPING';
  const mark = run.busy && !isMoving ? 'busy' : run.unstable ? 'unstable' : null;
  return (
    <span role="gridcell" className="glyph-cell">
      <button
        type="button"
        className="glyph"
        aria-label={run.status}
        tabIndex={tabIndex}
        {...props}
        onClick={(event) => {
          event.stopPropagation();
          show(event.currentTarget);
        }}
      >
        <StatusGlyph shape={drawingOf(run.status)} isDrained={isOld(freshness)} mark={mark} />
      </button>
      {tip}
    </span>
  );
}
