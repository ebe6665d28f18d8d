// The menu of markers; each of its entries has a key.
import type { ReactNode } from 'react';
import type { MenuEntry } from '../ui/menu.tsx';
import type { Marking } from './marking.ts';
import { MenuButton } from '../ui/menu-button.tsx';

export function MarkMenu({ marking }: { readonly marking: Marking }): ReactNode {
  const groups: readonly (readonly MenuEntry[])[] = [
    [
      { label: 'Set a marker', keys: 'M', act: () => marking.mark() },
      { label: 'Next marker', keys: '.', act: () => marking.goToMarker(1) },
      { label: 'Marker before', keys: ',', act: () => marking.goToMarker(-1) },
    ],
    [
      { label: 'Remove the marker', keys: 'Shift M', act: () => marking.unmark() },
      { label: 'Remove all markers', keys: '', act: () => marking.unmarkAll() },
    ],
  ];
  return <MenuButton icon="flag" name="Markers" groups={() => groups} />;
}
