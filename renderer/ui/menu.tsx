// A menu at a place of the window, as the pattern of the ARIA practices has it: arrows move, Enter and Space choose, Escape and
// a click elsewhere close. The focus returns to where it was.
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Icon } from './icon.tsx';
import { placedBelow, type Placed } from './placed.ts';

/** Labels tell entries of one menu apart. */
export interface MenuEntry {
  readonly label: string;
  /** Drawn in place of the label, which remains the entry's name. */
  readonly drawn?: ReactNode;
  readonly keys: string;
  /** One of a few is chosen: said and marked; left out where nothing can be. */
  readonly isChosen?: boolean;
  readonly act: () => void;
}

interface MenuProps {
  readonly name: string;
  readonly at: Placed;
  /** A line stands between groups. */
  readonly groups: readonly (readonly MenuEntry[])[];
  readonly onClose: () => void;
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

const ITEMS = '[role^="menuitem"]';
/** What has the focus first: what is chosen, else the first entry. */
const FIRST = `${ITEMS}[aria-checked="true"], ${ITEMS}:not([aria-checked])`;

export function Menu({ name, at, groups, onClose }: MenuProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Placed | null>(null);
  const items = (): readonly HTMLElement[] => [...(box.current?.querySelectorAll<HTMLElement>(ITEMS) ?? [])];
  useLayoutEffect(() => {
    const size = box.current?.getBoundingClientRect();
    const anchor = { ...at, width: 0, height: 0 };
    if (size) setPlace(placedBelow(anchor, size, { width: window.innerWidth, height: window.innerHeight }));
  }, [at]);
  useFocusWithin(box, place !== null);
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const all = items();
    const step = STEPS[event.key];
    if (step) all[step(all.indexOf(document.activeElement as HTMLElement), all.length)]?.focus(); // −1 where it is none of them
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
  };
  return createPortal(
    <>
      <div className="menu-back" onPointerDown={onClose} onContextMenu={(event) => event.preventDefault()} />
      <div
        ref={box}
        className="popover menu"
        role="menu"
        aria-label={name}
        tabIndex={-1}
        style={place ?? { visibility: 'hidden' }}
        onKeyDown={onKeyDown}
        onContextMenu={(event) => event.preventDefault()}
      >
        {groups.map((entries) => (
          <div key={entries[0]?.label} role="group">
            {entries.map(({ label, drawn, keys, isChosen, act }) => (
              <button
                key={label}
                type="button"
                {...(isChosen === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': isChosen })}
                {...(drawn === undefined ? {} : { 'aria-label': label })}
                tabIndex={-1}
                onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
                onClick={() => {
                  onClose();
                  act();
                }}
              >
                {isChosen === undefined ? null : <span className="chosen">{isChosen ? <Icon name="check" /> : null}</span>}
                <span className="grow">{drawn ?? label}</span>
                {keys ? <kbd aria-hidden="true">{keys}</kbd> : null}
              </button>
            ))}
          </div>
        ))}
      </div>
    </>,
    document.querySelector('main') ?? document.body, // what lies outside the landmarks is passed over by those who hear the page
  );
}

/** Takes the focus once the menu stands, and gives it back when it goes. */
function useFocusWithin(box: { readonly current: HTMLElement | null }, isPlaced: boolean): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    if (isPlaced) box.current?.querySelector<HTMLElement>(FIRST)?.focus();
  }, [box, isPlaced]);
  // An entry that had the focus may be replaced while the menu is open: the keys must not fall through to the page.
  useEffect(() => {
    if (isPlaced && document.activeElement === document.body) box.current?.querySelector<HTMLElement>(FIRST)?.focus();
  });
}
