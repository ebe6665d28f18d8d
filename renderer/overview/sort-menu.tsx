// How the list is sorted, as a menu beside the search.
import type { ReactNode, Ref } from 'react';
import type { Bridge } from '../../electron/contract/channels.ts';
import type { Settings, Sort } from '../../electron/contract/settings.ts';
import { MenuButton } from '../ui/menu-button.tsx';

const SORTS: readonly (readonly [Sort, label: string])[] = [
  ['severity', 'Worst first'],
  ['name', 'By name'],
  ['deployed', 'Latest deployment first'],
];

interface SortMenuProps {
  readonly settings: Settings;
  readonly bridge: Bridge;
  readonly ref: Ref<HTMLButtonElement>;
}

export function SortMenu({ settings, bridge, ref }: SortMenuProps): ReactNode {
  const { list } = settings;
  const choose = (sort: Sort): void =>
    void bridge.ask('changeSettings', { seen: settings, wanted: { ...settings, list: { ...list, sort } } });
  const entries = SORTS.map(([sort, label]) => ({ label, keys: '', isChosen: sort === list.sort, act: () => choose(sort) }));
  return <MenuButton ref={ref} icon="sort" name="Sort" keys="S" groups={() => [entries]} />;
}
