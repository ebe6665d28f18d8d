// The keys that show the window from anywhere: a button that takes the next ones that are pressed.
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { acceleratorOf, keyWords } from '../../electron/model/accelerator.ts';
import type { ShortcutState } from '../../electron/model/machine.ts';
import { Button } from '../ui/button.tsx';
import { SettingRow } from './setting-row.tsx';

interface ShortcutRowProps {
  readonly accelerator: string | null;
  readonly state: ShortcutState;
  readonly onChange: (accelerator: string | null) => void;
}

const ABOUT: Readonly<Record<ShortcutState, string>> = {
  off: 'Some desktops keep such keys for themselves; starting the app again always works',
  held: 'These keys bring the window from every other program',
  refused: 'The system does not give these keys: it or another program has them. Starting the app again always works',
};

export function ShortcutRow({ accelerator, state, onChange }: ShortcutRowProps): ReactNode {
  const [isListening, setIsListening] = useState(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isListening || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const pressed = acceleratorOf(event);
    if (pressed === null && event.key !== 'Escape') return;
    setIsListening(false);
    if (pressed !== null) onChange(pressed);
  };
  const words = accelerator === null ? '' : keyWords(accelerator).join(' ');
  const name = words === '' ? 'Choose keys…' : `${words}, choose others…`;
  return (
    <SettingRow
      title="Show the window from anywhere"
      about={state === 'refused' ? <span className="bad">{ABOUT.refused}</span> : ABOUT[state]}
    >
      <Button
        aria-label={isListening ? 'Press the keys…' : name}
        aria-live="polite"
        onClick={() => setIsListening(true)}
        onKeyDown={onKeyDown}
        onBlur={() => setIsListening(false)}
      >
        {isListening ? 'Press the keys…' : words === '' ? name : <kbd>{words}</kbd>}
      </Button>
      {accelerator === null ? null : (
        <Button look="text" onClick={() => onChange(null)}>
          Remove
        </Button>
      )}
    </SettingRow>
  );
}
