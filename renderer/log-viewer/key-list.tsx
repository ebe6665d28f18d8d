// The list of keys.
import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import type { ViewStore } from './view.ts';

const KEYS: readonly (readonly [keys: readonly string[], meaning: string])[] = [
  [['e', 'E'], 'next error, error before'],
  [['Enter'], 'fold or unfold its explanation'],
  [['f', 'End'], 'latest line, and follow'],
  [['Home'], 'oldest line'],
  [['↑', '↓', 'Page ↑', 'Page ↓'], 'scroll'],
  [['/'], 'search'],
  [['n', 'p'], 'next match, match before'],
  [['Shift ↑', 'Shift ↓', 'Ctrl A'], 'choose lines; Ctrl C copies them'],
  [['c'], 'copy the error as a Markdown incident'],
  [['o'], 'open the address in the current line'],
  [['m', 'M'], 'set a marker, remove it'],
  [['.', ','], 'next marker, marker before'],
  [['v'], 'compare a deployment with the last good one'],
  [['d', 'D'], 'next new line, new line before'],
  [['w'], 'wrap lines'],
  [['Ctrl +', 'Ctrl −', 'Ctrl 0'], 'larger, smaller, normal text'],
  [['Esc'], 'undo the choice, clear the search, then close'],
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
    <div ref={box} className="popover keys" role="dialog" aria-label="Keys" tabIndex={-1}>
      <h2 className="strong">Keys</h2>
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
      <Button size="small" onClick={() => view.setState({ isKeysOpen: false })}>
        Close
      </Button>
    </div>
  );
}
