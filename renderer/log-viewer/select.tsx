// A quiet menu of a few words: the browser's own select beneath, with its keys.
import type { ReactNode } from 'react';
import { Icon } from '../ui/icon.tsx';

interface SelectProps<T extends string> {
  readonly name: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly onChange: (value: T) => void;
}

export function Select<T extends string>({ name, value, options, onChange }: SelectProps<T>): ReactNode {
  const chosen = (text: string): T => options.find(([option]) => option === text)?.[0] ?? value;
  return (
    <span className="menu-button">
      <select aria-label={name} value={value} onChange={(event) => onChange(chosen(event.target.value))}>
        {options.map(([option, label]) => (
          <option key={option} value={option}>
            {label}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" />
    </span>
  );
}
