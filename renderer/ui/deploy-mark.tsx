// The 12 px mark inside a deployment label; takes the colour of its text.
import type { ReactNode } from 'react';

export type DeployMarkShape = 'ok' | 'error' | 'progress' | 'queued' | 'cancelled';

const SHAPES: Readonly<Record<DeployMarkShape, ReactNode>> = {
  ok: <path d="M2.75 6.25 5 8.5l4.25-5" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />,
  error: <path d="M3.75 3.75l4.5 4.5m0-4.5l-4.5 4.5" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />,
  progress: <path d="M9.2 2.8A4.5 4.5 0 1 0 10.5 6" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />,
  queued: (
    <>
      <circle cx="6" cy="6" r="4.5" stroke="currentColor" strokeWidth="1.25" />
      <path d="M6 3.75V6l1.5 1" stroke="currentColor" strokeWidth="1.25" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  cancelled: (
    <>
      <circle cx="6" cy="6" r="4.5" stroke="currentColor" strokeWidth="1.25" />
      <path d="m3 9 6-6" stroke="currentColor" strokeWidth="1.25" />
    </>
  ),
};

export function DeployMark({ shape }: { readonly shape: DeployMarkShape }): ReactNode {
  return (
    <svg className="icon-deploy" viewBox="0 0 12 12" fill="none" aria-hidden="true">
      {SHAPES[shape]}
    </svg>
  );
}
