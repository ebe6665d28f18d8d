// A switch for yes and no, and a row of words of which one holds.
import type { ReactNode } from 'react';

interface SwitchProps {
  readonly name: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** A switch that acts at once. */
export function Switch({ name, isOn, onChange }: SwitchProps): ReactNode {
  return <button type="button" className="switch" role="switch" aria-checked={isOn} aria-label={name} onClick={() => onChange(!isOn)} />;
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few, all in sight. The browser's own radio buttons lie beneath, with their keys. */
export function Choice<T extends string>({ name, options, value, onChange }: ChoiceProps<T>): ReactNode {
  return (
    <div className="choice" role="radiogroup" aria-label={name}>
      {options.map(([option, label]) => (
        <label key={option}>
          <input type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}

interface SeveralProps<T extends string | number> {
  readonly name: string;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly values: readonly T[];
  readonly onChange: (values: readonly T[]) => void;
}

/** Any of a few, all in sight; each takes effect by itself. */
export function Several<T extends string | number>({ name, options, values, onChange }: SeveralProps<T>): ReactNode {
  const toggled = (option: T): readonly T[] => (values.includes(option) ? values.filter((one) => one !== option) : [...values, option]);
  return (
    <div className="choice" role="group" aria-label={name}>
      {options.map(([option, label]) => (
        <label key={option}>
          <input type="checkbox" checked={values.includes(option)} onChange={() => onChange(toggled(option))} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}
