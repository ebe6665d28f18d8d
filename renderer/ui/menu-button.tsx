// A button that opens a menu below it; with words, or an icon alone.
import { useState, type MouseEvent, type ReactNode, type Ref } from 'react';
import { Button, IconButton } from './button.tsx';
import type { IconName } from './icon.tsx';
import { Menu, type MenuEntry } from './menu.tsx';
import type { Placed } from './placed.ts';

interface MenuButtonProps {
  readonly icon: IconName;
  readonly name: string;
  /** Words on the button; null: an icon alone. */
  readonly words?: ReactNode;
  /** The keys that open it, where it has no words. */
  readonly keys?: string;
  /** The button, where it has no words. */
  readonly ref?: Ref<HTMLButtonElement>;
  /** Told when the menu opens. */
  readonly onOpen?: () => void;
  /** Asked while the menu is open. */
  readonly groups: () => readonly (readonly MenuEntry[])[];
}

export function MenuButton({ icon, name, words = null, keys, ref, onOpen, groups }: MenuButtonProps): ReactNode {
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
        <IconButton {...common} name={name} {...(keys === undefined ? {} : { keys })} {...(ref === undefined ? {} : { ref })} />
      ) : (
        <Button {...common} size="small" title={name}>
          {words}
        </Button>
      )}
      {at ? <Menu name={name} at={at} groups={groups()} onClose={() => setAt(null)} /> : null}
    </>
  );
}
