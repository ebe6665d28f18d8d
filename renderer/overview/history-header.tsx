// The head of the history: the way back, what is searched for, and which kinds are shown.
import { useEffect, useMemo, useRef, type ReactNode, type RefObject } from 'react';
import type { HistoryKind } from '../../electron/model/history.ts';
import type { World } from '../../electron/model/world.ts';
import { IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { environmentGroups } from './environment-groups.ts';
import { withoutHistory, type HistoryChoice, type ViewStore } from './view.ts';

interface HistoryHeaderProps {
  readonly choice: HistoryChoice;
  readonly world: World;
  readonly view: ViewStore;
  readonly search: RefObject<HTMLInputElement | null>;
}

const KINDS = [
  ['deployment', 'Deployments'],
  ['run', 'Run status'],
  ['outage', 'Outages'],
] as const satisfies readonly (readonly [HistoryKind, string])[];

/** What the history is narrowed to: "api in shop/production"; null: nothing. */
function scopeText(world: World, { environmentId, serviceId }: HistoryChoice): string | null {
  if (environmentId === null) return null;
  const environment = world.environments[environmentId];
  const project = world.projects[environment?.projectId ?? '']?.name;
  const place = [project, environment?.name ?? 'an environment that is gone'].filter(Boolean).join('/');
  return serviceId === null ? place : `${world.services[serviceId]?.name ?? 'a service that is gone'} in ${place}`;
}

export function HistoryHeader({ choice, world, view, search }: HistoryHeaderProps): ReactNode {
  const scope = scopeText(world, choice);
  const change = (more: Partial<HistoryChoice>): void => view.setState({ history: { ...choice, ...more } });
  const flip = (kind: HistoryKind): void =>
    change({ kinds: choice.kinds.includes(kind) ? choice.kinds.filter((one) => one !== kind) : [...choice.kinds, kind] });
  return (
    <header className="head">
      <div className="head-top">
        <Back view={view} />
        <h1 className="cut">History</h1>
      </div>
      <div className="find">
        <div className="search" role="search">
          <Icon name="search" />
          <input
            ref={search}
            type="search"
            aria-label="Search the history"
            placeholder="Service, cause, author"
            spellCheck={false}
            value={choice.text}
            onChange={(event) => change({ text: event.target.value })}
          />
          {choice.text === '' ? <kbd aria-hidden="true">/</kbd> : null}
        </div>
        {scope === null ? <EnvironmentPicker world={world} onPick={(environmentId) => change({ environmentId })} /> : null}
      </div>
      <div className="chips h-chips" role="group" aria-label="Show only">
        {scope === null ? null : (
          <button
            type="button"
            className="chip h-scope"
            aria-pressed="true"
            title="Show every environment"
            onClick={() => change({ environmentId: null, serviceId: null })}
          >
            <span className="cut">{scope}</span>
            <Icon name="close" />
          </button>
        )}
        {KINDS.map(([kind, name]) => (
          <button key={kind} type="button" className="chip" aria-pressed={choice.kinds.includes(kind)} onClick={() => flip(kind)}>
            {name}
          </button>
        ))}
        <button
          type="button"
          className="chip"
          aria-pressed={choice.onlyProblems}
          onClick={() => change({ onlyProblems: !choice.onlyProblems })}
        >
          Only problems
        </button>
      </div>
    </header>
  );
}

/** Every environment that is known now, by project. */
function EnvironmentPicker({ world, onPick }: { readonly world: World; readonly onPick: (environmentId: string) => void }): ReactNode {
  const groups = useMemo(() => environmentGroups(world), [world]);
  return (
    <select className="field h-pick" aria-label="Environment" value="" onChange={(event) => onPick(event.target.value)}>
      <option value="" disabled hidden>
        Environment
      </option>
      {groups.map(({ project, environments }) => (
        <optgroup key={project.id} label={project.name}>
          {environments.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

/** Takes the focus when the page comes: what had it is covered. */
function Back({ view }: { readonly view: ViewStore }): ReactNode {
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  return (
    <span ref={box}>
      <IconButton icon="back" name="Back to the list" keys="Esc" onClick={() => view.setState(withoutHistory)} />
    </span>
  );
}
