// A button that opens a menu below it; with words, or an icon alone.
import { useState, type MouseEvent, type ReactNode } from 'react';
import { Button, IconButton } from '../ui/button.tsx';
import type { IconName } from '../ui/icon.tsx';
import { Menu, type MenuEntry } from '../ui/menu.tsx';
import type { Placed } from '../ui/placed.ts';

interface MenuButtonProps {
  readonly icon: IconName;
  readonly name: string;
  /** Words on the button; null: an icon alone. */
  readonly words?: ReactNode;
  /** Told when the menu opens. */
  readonly onOpen?: () => void;
  /** Asked while the menu is open. */
  readonly groups: () => readonly (readonly MenuEntry[])[];
}

export function MenuButton({ icon, name, words = null, onOpen, groups }: MenuButtonProps): ReactNode {
  const [at, setAt] = useState<Placed | null>(null);
  const open = ({ currentTarget }: MouseEvent<HTMLButtonElement>): void => {
    const { left, bottom } = currentTarget.getBoundingClientRect();
    onOpen?.();
    setAt({ left, top: bottom });
  };
  const common = { icon, 'aria-haspopup': 'menu', 'aria-expanded': at !== null, onClick: open } as const;
  return (
    <>
      {words === null ? (
        <IconButton {...common} name={name} />
      ) : (
        <Button {...common} size="small" title={name}>
          {words}
        </Button>
      )}
      {at ? <Menu name={name} at={at} groups={groups()} onClose={() => setAt(null)} /> : null}
    </>
  );
}
