// What is watched: modes, and a tree of organizations, projects and environments with a tick each.
import { useMemo, useState, type ReactNode } from 'react';
import { modeText } from '../../electron/model/wording.ts';
import type { World } from '../../electron/model/world.ts';
import { SettingRow } from './setting-row.tsx';
import type { SectionProps } from './settings.tsx';
import { ticked, withMode } from './watched-ticks.ts';
import { MODES, openAtFirst, watchedCount, watchedRows } from './watched-tree.ts';
import { WatchedTree } from './watched-tree-view.tsx';

/** A tree that is longer than this is worth searching. */
const LONG = 12;

export function Watched({ settings, change, world }: SectionProps & { readonly world: World }): ReactNode {
  const { hidden } = settings;
  const [search, setSearch] = useState('');
  const [folded, setFolded] = useState<ReadonlyMap<string, boolean>>(new Map());
  const open = useMemo(() => {
    const changed = [...folded];
    const closed = new Set(changed.flatMap(([key, isOpen]) => (isOpen ? [] : [key])));
    return new Set([...openAtFirst(world), ...changed.flatMap(([key, isOpen]) => (isOpen ? [key] : []))].filter((key) => !closed.has(key)));
  }, [world, folded]);
  const rows = useMemo(() => watchedRows(world, hidden, search, open), [world, hidden, search, open]);
  const { watched, all } = watchedCount(world);
  return (
    <section aria-labelledby="watched">
      <h1 id="watched" tabIndex={-1}>
        What is watched
      </h1>
      <p className="t3 s12">
        Everything unticked is left out of the list, the icon and the notifications, and nothing is asked of the platform for it. {watched}{' '}
        of {all} environments are watched; what is new appears by itself.
      </p>
      <SettingRow title="Modes">
        {MODES.map((mode) => (
          <label key={mode} className="tick-label">
            <input
              type="checkbox"
              checked={!hidden.modes.includes(mode)}
              onChange={(event) => change({ ...settings, hidden: withMode(hidden, mode, event.target.checked) })}
            />
            {modeText(mode)}
          </label>
        ))}
      </SettingRow>
      {all + Object.keys(world.projects).length > LONG ? (
        <input
          type="search"
          className="watched-search"
          aria-label="Search projects and environments"
          placeholder="Search projects and environments"
          spellCheck={false}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      ) : null}
      {rows.length === 0 ? (
        <p className="t3 s12">{search === '' ? 'Nothing was read yet.' : 'Nothing has that in its name.'}</p>
      ) : (
        <WatchedTree
          rows={rows}
          onFold={(key, isOpen) => setFolded((before) => new Map([...before, [key, isOpen]]))}
          onTick={(row) => change({ ...settings, hidden: ticked(world, hidden, row) })}
        />
      )}
    </section>
  );
}
