// The list of a window's keys, over the page. It takes the focus and gives it back.
import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from './button.tsx';

/** Keys, and what they do. */
export type KeyMeaning = readonly [keys: readonly string[], meaning: string];

interface KeyListProps {
  readonly keys: readonly KeyMeaning[];
  readonly onClose: () => void;
}

export function KeyList({ keys: all, onClose }: KeyListProps): ReactNode {
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
        if (!event.currentTarget.contains(event.relatedTarget) && event.relatedTarget) onClose();
      }}
    >
      <h2 className="strong">Keys</h2>
      <dl>
        {all.map(([keys, meaning]) => (
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
      <Button size="small" onClick={onClose}>
        Close
      </Button>
    </div>
  );
}
