// 16 px line icons for the kinds of things that run.
import type { ReactNode } from 'react';
import { LineIcon } from './icon.tsx';

const SHAPES = {
  application: (
    <>
      <rect x="2" y="3" width="12" height="10" rx="1.5" />
      <path d="M2 6h12" />
      <path d="M4.2 4.5h.01M6 4.5h.01" />
    </>
  ),
  container: (
    <>
      <path d="M8 2 13.5 5v6L8 14 2.5 11V5Z" />
      <path d="M2.7 5.1 8 8l5.3-2.9M8 8v5.8" />
    </>
  ),
  cron: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 4.75V8l2.25 1.5" />
    </>
  ),
  database: (
    <>
      <ellipse cx="8" cy="4" rx="5" ry="2" />
      <path d="M3 4v8c0 1.1 2.2 2 5 2s5-.9 5-2V4" />
      <path d="M3 8c0 1.1 2.2 2 5 2s5-.9 5-2" />
    </>
  ),
  helm: (
    <>
      <circle cx="8" cy="8" r="3.75" />
      <circle cx="8" cy="8" r=".6" fill="currentColor" />
      <path d="M8 1.75v2.5M8 11.75v2.5M2.6 4.9l2.15 1.2M11.25 9.9l2.15 1.2M2.6 11.1l2.15-1.2M11.25 6.1l2.15-1.2" />
    </>
  ),
  job: <path d="M8.9 2 3.5 9H8l-.9 5L12.5 7H8Z" />,
  other: (
    <>
      <rect x="2.5" y="2.5" width="4.25" height="4.25" rx="1" />
      <rect x="9.25" y="2.5" width="4.25" height="4.25" rx="1" />
      <rect x="2.5" y="9.25" width="4.25" height="4.25" rx="1" />
      <rect x="9.25" y="9.25" width="4.25" height="4.25" rx="1" />
    </>
  ),
  terraform: (
    <>
      <path d="m8 2.25 6 3-6 3-6-3Z" />
      <path d="m2 8.25 6 3 6-3" />
      <path d="m2 11.25 6 3 6-3" />
    </>
  ),
} satisfies Readonly<Record<string, ReactNode>>;
type KindName = keyof typeof SHAPES;

export function KindIcon({ kind }: { readonly kind: KindName }): ReactNode {
  return <LineIcon>{SHAPES[kind]}</LineIcon>;
}
