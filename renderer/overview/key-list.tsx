// The list of keys.
import { useEffect, useRef, type ReactNode } from 'react';
import type { ViewStore } from './view.ts';

const KEYS: readonly (readonly [readonly string[], string])[] = [
  [['↑', '↓'], 'move'],
  [['→', '←'], 'unfold, fold'],
  [['Home', 'End'], 'first, last'],
  [['Space'], 'details'],
  [['Shift', 'F10'], 'what can be done with a row'],
  [['Enter'], 'deployment log, at the first error'],
  [['L'], "service log, on a service's row"],
  [['O'], 'open in the Console'],
  [['F'], 'a favourite, or no longer'],
  [['M'], 'mute or unmute an environment'],
  [['H'], 'history'],
  [['/'], 'search'],
  [['1', '…', '7'], 'filter chips'],
  [['S'], 'sort'],
  [['Ctrl', 'R'], 'refresh now'],
  [['Ctrl', ','], 'settings'],
  [['Esc'], 'back, clear, then close'],
];

export function Keys({ view }: { readonly view: ViewStore }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div
      ref={box}
      className="popover keys"
      role="dialog"
      aria-label="Keys"
      tabIndex={-1}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget) && event.relatedTarget) view.setState({ isKeysOpen: false });
      }}
    >
      <h2>Keys</h2>
      <dl>
        {KEYS.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
