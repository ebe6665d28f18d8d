// 16 px line icons of controls; they take the colour of their text.
import type { ReactNode } from 'react';

const SHAPES = {
  'arrow-down': <path d="M8 3v9.5M4 8.75l4 4 4-4" />,
  back: <path d="M9.75 4.25 6 8l3.75 3.75" />,
  bell: <path d="M4 7a4 4 0 0 1 8 0c0 3 1.25 4.25 1.25 4.25H2.75S4 10 4 7ZM6.75 13.5a1.5 1.5 0 0 0 2.5 0" />,
  'bell-off': (
    <path d="M5.4 4A4 4 0 0 1 12 7c0 1.2.2 2.1.5 2.8M4.1 6.2 4 7c0 3-1.25 4.25-1.25 4.25h8.5M6.75 13.5a1.5 1.5 0 0 0 2.5 0M2.5 2.5l11 11" />
  ),
  check: <path d="m3.25 8.5 3.25 3.25 6.25-7.25" />,
  'chevron-down': <path d="m4.25 6.25 3.75 3.75 3.75-3.75" />,
  'chevron-right': <path d="m6.25 4.25 3.75 3.75-3.75 3.75" />,
  'chevron-up': <path d="m4.25 9.75 3.75-3.75 3.75 3.75" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 5v3l2 1.25" />
    </>
  ),
  close: <path d="m4.25 4.25 7.5 7.5m0-7.5-7.5 7.5" />,
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
      <path d="M10.5 3.5v-.25c0-.7-.55-1.25-1.25-1.25h-5.5C3.05 2 2.5 2.55 2.5 3.25v5.5c0 .7.55 1.25 1.25 1.25H3.5" />
    </>
  ),
  external: (
    <path d="M9 3h4v4M13 3 7.5 8.5M6.5 3.75H4.25c-.7 0-1.25.55-1.25 1.25v6.75c0 .7.55 1.25 1.25 1.25H11c.7 0 1.25-.55 1.25-1.25V9.5" />
  ),
  flag: <path d="M4 14V2.75M4 3.25h7.75l-2 2.75 2 2.75H4" />,
  info: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 7.5v3.25M8 5.25h.01" />
    </>
  ),
  key: (
    <>
      <circle cx="5.25" cy="10.75" r="2.75" />
      <path d="m7.25 8.75 6-6M11 5l1.75 1.75" />
    </>
  ),
  link: (
    <path d="M6.75 9.25a2.6 2.6 0 0 0 3.7 0l2-2a2.6 2.6 0 0 0-3.7-3.7l-.75.75M9.25 6.75a2.6 2.6 0 0 0-3.7 0l-2 2a2.6 2.6 0 0 0 3.7 3.7l.75-.75" />
  ),
  lock: (
    <>
      <rect x="3.25" y="7" width="9.5" height="6.5" rx="1.25" />
      <path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
    </>
  ),
  more: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2" />,
  play: <path d="M5 3.25v9.5L12.5 8Z" />,
  refresh: <path d="M13 8a5 5 0 1 1-1.6-3.7M13 2.5v2.75h-2.75" />,
  save: <path d="M8 2.5v7.25M5 7l3 3 3-3M2.75 12.75h10.5" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.25" />
      <path d="m10.25 10.25 3.25 3.25" />
    </>
  ),
  settings: (
    <>
      <path d="M2.5 4.5h6M12 4.5h1.5M2.5 11.5H4M7.5 11.5h6" />
      <circle cx="10.25" cy="4.5" r="1.75" />
      <circle cx="5.75" cy="11.5" r="1.75" />
    </>
  ),
  sort: <path d="M2.5 4h11M2.5 8h7.5M2.5 12h4" />,
  star: <path d="m8 2.25 1.75 3.6 3.95.55-2.87 2.77.7 3.93L8 11.23 4.47 13.1l.7-3.93L2.3 6.4l3.95-.55Z" />,
  terminal: <path d="m3 5 3 3-3 3M8 11.5h5" />,
  wrap: <path d="M2.5 4h11M2.5 8h8.75a2.25 2.25 0 0 1 0 4.5H8.5M10 10.75 8.25 12.5 10 14.25M2.5 12h3" />,
} satisfies Readonly<Record<string, ReactNode>>;
export type IconName = keyof typeof SHAPES;

/** Says nothing to screen readers: the control names itself. */
export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return <LineIcon>{SHAPES[name]}</LineIcon>;
}

/** A drawing in lines of one width, in the colour of the text around it. */
export function LineIcon({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <svg
      className="icon"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.25"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}
