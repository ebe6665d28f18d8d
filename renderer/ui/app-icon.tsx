// The app's own icon: a tray with one status in it.
import type { ReactNode } from 'react';

export function AppIcon(): ReactNode {
  return (
    <svg className="app-icon" viewBox="48 48 416 416" fill="none" aria-hidden="true">
      <rect x="48" y="48" width="416" height="416" rx="96" fill="#23222f" />
      <rect x="50" y="50" width="412" height="412" rx="94" stroke="#fff" strokeOpacity=".10" strokeWidth="4" />
      <circle cx="256" cy="208" r="92" fill="#7a6cf0" />
      <path d="m212 211 31 31 58-63" stroke="#fff" strokeWidth="26" strokeLinecap="round" strokeLinejoin="round" />
      <path
        d="M128 296v52c0 24 16 40 40 40h176c24 0 40-16 40-40v-52"
        stroke="#f4f4f7"
        strokeWidth="28"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
