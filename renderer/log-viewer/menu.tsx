// A button that opens a menu of commands: arrow keys move, Escape and a click elsewhere close it.
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import type { IconName } from '../ui/icon.tsx';

interface MenuProps {
  readonly icon: IconName;
  readonly name: string;
  /** Told when the menu opens. */
  readonly onOpen?: () => void;
  readonly look?: string;
  /** What is in it; `close` is to be called once a command is chosen. */
  readonly children: (close: () => void) => ReactNode;
}

function move(menu: HTMLElement | null, step: 1 | -1): void {
  const items = [...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
  const at = items.indexOf(document.activeElement as HTMLElement); // -1 for whatever is no item
  items[(at + step + items.length) % items.length]?.focus();
}

/** A small button with a menu below it. */
export function MenuButton({ icon, name, onOpen, look = '', children }: MenuProps): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const before = document.activeElement;
    menu.current?.focus();
    const onDown = ({ target }: PointerEvent): void => {
      if (target instanceof Node && !box.current?.contains(target)) setIsOpen(false);
    };
    document.addEventListener('pointerdown', onDown);
    return () => {
      document.removeEventListener('pointerdown', onDown);
      if (before instanceof HTMLElement) before.focus();
    };
  }, [isOpen]);
  const close = (): void => setIsOpen(false);
  const onKey = (event: KeyboardEvent): void => {
    const isMove = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (isMove) move(menu.current, event.key === 'ArrowDown' ? 1 : -1);
    if (event.key === 'Escape' || event.key === 'Tab') close();
    if (isMove || event.key === 'Escape') event.preventDefault();
    event.stopPropagation();
  };
  const toggle = (): void => {
    if (!isOpen) onOpen?.();
    setIsOpen(!isOpen);
  };
  return (
    <span className="menu-anchor" ref={box}>
      <Button size="small" icon={icon} aria-haspopup="menu" aria-expanded={isOpen} onClick={toggle}>
        {name}
      </Button>
      {isOpen ? (
        <div ref={menu} className={`popover menu ${look}`} role="menu" aria-label={name} tabIndex={-1} onKeyDown={onKey}>
          {children(close)}
        </div>
      ) : null}
    </span>
  );
}

/** One command of a menu. */
export function MenuItem({ act, children }: { readonly act: () => void; readonly children: ReactNode }): ReactNode {
  return (
    <button type="button" role="menuitem" tabIndex={-1} onClick={act}>
      {children}
    </button>
  );
}
