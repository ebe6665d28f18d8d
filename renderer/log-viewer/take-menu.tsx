// The menu that takes lines out of the window. It says whether that is what was chosen or all that is shown.
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { counted } from '../../electron/model/wording.ts';
import type { LogStore } from './log-store.ts';
import { MenuButton, MenuItem } from './menu.tsx';
import type { Taking } from './taking.ts';
import { chosenNumbers, type ViewStore } from './view.ts';

interface TakeMenuProps {
  readonly log: LogStore;
  readonly view: ViewStore;
  readonly taking: Taking;
}

export function TakeMenu({ log, view, taking }: TakeMenuProps): ReactNode {
  const chosen = useStore(view, (one) => one.chosen);
  const title = (): string => {
    const count = chosenNumbers(view.getState(), log.store.getState().layout).length;
    return chosen ? counted(count, 'chosen line') : `All ${counted(count, 'line')} shown`;
  };
  const acts: readonly (readonly [name: string, act: () => void])[] = [
    ['Copy', () => taking.copyLines({ withTimes: false })],
    ['Copy with times', () => taking.copyLines({ withTimes: true })],
    ['Copy incident as Markdown', () => taking.copyIncident()],
    ['Save as text…', () => taking.save('text')],
    ['Save as JSON…', () => taking.save('json')],
  ];
  return (
    <MenuButton icon="copy" name="Copy">
      {(close) => (
        <>
          <p className="t3 s12">{title()}</p>
          {acts.map(([name, act]) => (
            <MenuItem
              key={name}
              act={() => {
                act();
                close();
              }}
            >
              {name}
            </MenuItem>
          ))}
        </>
      )}
    </MenuButton>
  );
}
