// The 16 px glyph of a run status: shape and colour, drained when the fact is old, with marks for what moves or crashed below.
import type { ReactNode } from 'react';

export type GlyphShape = 'running' | 'warning' | 'error' | 'starting' | 'stopping' | 'stopped' | 'unknown' | 'empty';

const ARROWS = { up: 'M8 11V5.25M5.5 7.6 8 5.1l2.5 2.5', down: 'M8 5v5.75M5.5 8.4 8 10.9l2.5-2.5' } as const;

/** A ring with a gap and an arrow in it; the ring turns only in the colour of what is under way. */
function moving(arrow: keyof typeof ARROWS, hue: 'progress' | 'stopped', width: number): ReactNode {
  const stroke = `var(--status-${hue}-fill)`;
  return (
    <g stroke={stroke} strokeWidth={width} strokeLinecap="round" strokeLinejoin="round">
      <path className={hue === 'progress' ? 'spin' : undefined} d="M12.6 3.4A6.5 6.5 0 1 0 14.5 8" />
      <path d={ARROWS[arrow]} />
    </g>
  );
}

const FULL: Readonly<Record<GlyphShape, ReactNode>> = {
  running: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="var(--status-running-fill)" />
      <path d="M5 8.25 7.1 10.35 11 6" stroke="var(--status-running-ink)" strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  warning: (
    <>
      <path
        d="M8 2.25 14.1 13.25H1.9Z"
        fill="var(--status-warning-fill)"
        stroke="var(--status-warning-fill)"
        strokeWidth="1.75"
        strokeLinejoin="round"
      />
      <path d="M8 6v3.25" stroke="var(--status-warning-ink)" strokeWidth="1.75" strokeLinecap="round" />
      <circle cx="8" cy="11.75" r="1" fill="var(--status-warning-ink)" />
    </>
  ),
  error: (
    <>
      <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1Z" fill="var(--status-error-fill)" />
      <path d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8" stroke="var(--status-error-ink)" strokeWidth="1.75" strokeLinecap="round" />
    </>
  ),
  starting: moving('up', 'progress', 1.75),
  stopping: moving('down', 'progress', 1.75),
  stopped: (
    <>
      <circle cx="8" cy="8" r="6.25" stroke="var(--status-stopped-fill)" strokeWidth="1.5" />
      <rect x="5.5" y="5.5" width="5" height="5" rx="0.75" fill="var(--status-stopped-fill)" />
    </>
  ),
  unknown: (
    <>
      <circle
        cx="8"
        cy="8"
        r="6.25"
        stroke="var(--status-unknown-fill)"
        strokeWidth="1.5"
        strokeDasharray="2.2 1.727"
        strokeDashoffset="1.1"
      />
      <path
        d="M6.4 6.3a1.65 1.65 0 1 1 2.5 1.45c-.6.35-.9.65-.9 1.25"
        stroke="var(--status-unknown-fill)"
        strokeWidth="1.4"
        strokeLinecap="round"
      />
      <circle cx="8" cy="11" r=".9" fill="var(--status-unknown-fill)" />
    </>
  ),
  empty: <circle cx="8" cy="8" r="6.25" stroke="var(--status-unknown-fill)" strokeWidth="1.5" />,
};

/** Filled turns to outline; good news and what moves turn grey, failures keep their hue; the hollow ones are hollow already. */
const DRAINED: Readonly<Partial<Record<GlyphShape, ReactNode>>> = {
  running: (
    <>
      <circle cx="8" cy="8" r="6" stroke="var(--status-stopped-fill)" strokeWidth="1.25" />
      <path
        d="M5.25 8.2 7.15 10.1 10.7 6.15"
        stroke="var(--status-stopped-fill)"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  warning: (
    <>
      <path d="M8 2.3 14 13.2H2Z" stroke="var(--status-warning-fill)" strokeWidth="1.25" strokeLinejoin="round" />
      <path d="M8 6.5v2.75" stroke="var(--status-warning-fill)" strokeWidth="1.5" strokeLinecap="round" />
      <circle cx="8" cy="11.3" r=".85" fill="var(--status-warning-fill)" />
    </>
  ),
  error: (
    <>
      <path
        d="M5.4 1.7h5.2l3.7 3.7v5.2l-3.7 3.7H5.4l-3.7-3.7V5.4Z"
        stroke="var(--status-error-fill)"
        strokeWidth="1.25"
        strokeLinejoin="round"
      />
      <path d="m5.9 5.9 4.2 4.2m0-4.2-4.2 4.2" stroke="var(--status-error-fill)" strokeWidth="1.5" strokeLinecap="round" />
    </>
  ),
  starting: moving('up', 'stopped', 1.5),
  stopping: moving('down', 'stopped', 1.5),
};

const BUSY: ReactNode = (
  <>
    <circle cx="12.5" cy="12.5" r="4.5" fill="var(--row-surface, var(--surface-window))" />
    <path
      className="spin-small"
      d="M14.8 10.6A3 3 0 1 0 15.5 12.5"
      stroke="var(--status-progress-fill)"
      strokeWidth="1.5"
      strokeLinecap="round"
    />
  </>
);
const UNSTABLE: ReactNode = (
  <>
    <circle cx="12.75" cy="12.75" r="3.75" fill="var(--row-surface, var(--surface-window))" />
    <path d="m12.75 9.9 2.85 2.85-2.85 2.85-2.85-2.85Z" fill="var(--status-warning-fill)" />
  </>
);

interface StatusGlyphProps {
  readonly shape: GlyphShape;
  readonly isDrained?: boolean;
  /** The small mark at the lower right; busy wins over unstable. */
  readonly mark?: 'busy' | 'unstable' | null;
}

/** Says nothing to screen readers: whoever draws it names the status. */
export function StatusGlyph({ shape, isDrained = false, mark = null }: StatusGlyphProps): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 16 16" fill="none" aria-hidden="true">
      {(isDrained ? DRAINED[shape] : undefined) ?? FULL[shape]}
      {mark === 'busy' && !isDrained ? BUSY : mark === 'unstable' ? UNSTABLE : null}
    </svg>
  );
}
