// Buttons: with words, with an icon alone (its name is said and shown as its title), and as a quiet link among words.
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Icon, type IconName } from './icon.tsx';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'plain' | 'primary' | 'text';
  readonly size?: 'normal' | 'small';
  readonly icon?: IconName;
}

/** A button with words; `text` looks like a link among text. */
export function Button({ look = 'plain', size = 'normal', icon, children, ...rest }: ButtonProps): ReactNode {
  const classes = look === 'text' ? 'text-button' : `button ${look === 'primary' ? 'primary' : ''} ${size === 'small' ? 'small' : ''}`;
  return (
    <button type="button" {...rest} className={classes}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly icon: IconName;
  /** What it does, in a word or two. */
  readonly name: string;
  /** The keys that do the same, e.g. "Ctrl R". */
  readonly keys?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that is an icon alone. */
export function IconButton({ icon, name, keys, ...rest }: IconButtonProps): ReactNode {
  return (
    <button type="button" title={keys ? `${name} (${keys})` : name} aria-label={name} {...rest} className="icon-button">
      <Icon name={icon} />
    </button>
  );
}
