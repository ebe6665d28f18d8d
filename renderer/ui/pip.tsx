// The 10 px sign of one instance: shape and colour say what it does; filled is the new version, outlined the old.
import type { ReactNode } from 'react';

export type PipShape = 'running' | 'starting' | 'stopping' | 'error' | 'unstable' | 'stopped' | 'unknown';

const FILLED: Readonly<Record<PipShape, ReactNode>> = {
  running: <circle cx="4" cy="4" r="3.25" fill="var(--status-running-fill)" />,
  starting: (
    <path
      d="M4 1.25 7.1 6.5H.9Z"
      fill="var(--status-progress-fill)"
      stroke="var(--status-progress-fill)"
      strokeWidth=".75"
      strokeLinejoin="round"
    />
  ),
  stopping: (
    <path
      d="M4 6.75.9 1.5h6.2Z"
      fill="var(--status-progress-fill)"
      stroke="var(--status-progress-fill)"
      strokeWidth=".75"
      strokeLinejoin="round"
    />
  ),
  error: <path d="M4 .4 7.6 4 4 7.6.4 4Z" fill="var(--status-error-fill)" />,
  unstable: (
    <>
      <circle cx="4" cy="4" r="3.25" fill="var(--status-warning-fill)" />
      <path d="M4 2.2v3.6" stroke="var(--status-warning-ink)" strokeWidth="1.2" />
    </>
  ),
  stopped: <rect x="1.75" y="1.75" width="4.5" height="4.5" rx=".75" fill="var(--status-stopped-fill)" />,
  unknown: <circle cx="4" cy="4" r="2.9" stroke="var(--status-unknown-fill)" strokeWidth="1.25" strokeDasharray="1.7 1.337" />,
};
const OUTLINED: Readonly<Partial<Record<PipShape, ReactNode>>> = {
  running: <circle cx="4" cy="4" r="2.75" stroke="var(--status-running-fill)" strokeWidth="1.25" />,
  starting: <path d="M4 1.4 6.9 6.25H1.1Z" stroke="var(--status-progress-fill)" strokeWidth="1.25" strokeLinejoin="round" />,
  stopping: <path d="M4 6.6 1.1 1.75h5.8Z" stroke="var(--status-progress-fill)" strokeWidth="1.25" strokeLinejoin="round" />,
  error: <path d="M4 1.1 6.9 4 4 6.9 1.1 4Z" stroke="var(--status-error-fill)" strokeWidth="1.25" strokeLinejoin="round" />,
  unstable: (
    <>
      <circle cx="4" cy="4" r="2.75" stroke="var(--status-warning-fill)" strokeWidth="1.25" />
      <path d="M4 2.6v2.8" stroke="var(--status-warning-fill)" strokeWidth="1.2" />
    </>
  ),
};

export function Pip({ shape, isOld }: { readonly shape: PipShape; readonly isOld: boolean }): ReactNode {
  return (
    <svg className="icon-pip" viewBox="0 0 8 8" fill="none" aria-hidden="true">
      {(isOld ? OUTLINED[shape] : undefined) ?? FILLED[shape]}
    </svg>
  );
}
