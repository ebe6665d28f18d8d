// The menu that takes lines out of the window. It says how many lines that is: what was chosen; else what is
// shown is copied, and all that is loaded is saved.
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { counted } from '../../electron/model/wording.ts';
import type { MenuEntry } from '../ui/menu.tsx';
import type { LogStore } from './log-store.ts';
import { MenuButton } from '../ui/menu-button.tsx';
import type { Taking } from './taking.ts';
import { chosenNumbers, type ViewStore } from './view.ts';

interface TakeMenuProps {
  readonly log: LogStore;
  readonly view: ViewStore;
  readonly taking: Taking;
}

export function TakeMenu({ log, view, taking }: TakeMenuProps): ReactNode {
  const chosen = useStore(view, (one) => one.chosen);
  const groups = (): readonly (readonly MenuEntry[])[] => {
    const count = chosenNumbers(view.getState(), log.store.getState().layout).length;
    const { end, first } = log.store.getState().log;
    const what = chosen ? counted(count, 'chosen line') : counted(count, 'line');
    const saved = chosen ? what : count < end - first ? `all ${counted(end - first, 'line')}` : what;
    return [
      [
        { label: `Copy ${what}`, keys: chosen ? 'Ctrl C' : '', act: () => void taking.copyLines({ withTimes: false }) },
        { label: `Copy ${what} with times`, keys: '', act: () => void taking.copyLines({ withTimes: true }) },
        { label: 'Copy a reference to the line', keys: 'L', act: () => taking.copyReference() },
        { label: 'Copy the error as a Markdown incident', keys: 'C', act: () => taking.copyIncident() },
      ],
      [
        { label: `Save ${saved} as text…`, keys: '', act: () => void taking.save('text') },
        { label: `Save ${saved} as JSON…`, keys: '', act: () => void taking.save('json') },
      ],
    ];
  };
  return <MenuButton icon="copy" name="Copy or save" groups={groups} />;
}
