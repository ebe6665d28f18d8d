// Below the tools of a service's log: who speaks, each with its letter and colour; a click hides or shows one. Container and
// version where there is more than one of them.
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Service } from '../../electron/model/world.ts';
import { Button } from '../ui/button.tsx';
import { instancesOf, namesOf, type HeardInstance } from './instances.ts';
import type { LogStore } from './log-store.ts';
import { Select } from './select.tsx';
import { hiding, type ViewStore } from './view.ts';

interface InstanceBarProps {
  readonly log: LogStore;
  readonly view: ViewStore;
  readonly service: Service | null;
}

export function InstanceBar({ log, view, service }: InstanceBarProps): ReactNode {
  const voices = useStore(log.store, (one) => one.log.voices);
  const speakers = useStore(log.store, (one) => one.log.speakers);
  const { hidden, container, version } = useStore(view);
  if (speakers.length === 0) return null;
  const [containers, versions] = [namesOf(voices, (one) => one.kind), namesOf(voices, (one) => one.version)];
  return (
    <div className="instances" role="group" aria-label="Instances">
      {instancesOf(speakers, voices, service).map((one) => (
        <Instance key={one.name} one={one} isShown={!hidden.has(one.name)} act={() => view.setState((now) => hiding(now, one.name))} />
      ))}
      <span className="grow" />
      {hidden.size > 0 ? (
        <Button look="text" onClick={() => view.setState({ hidden: new Set() })}>
          Show all
        </Button>
      ) : null}
      {containers.length > 1 || container !== null ? (
        <Select
          name="Container"
          value={container ?? ''}
          options={[['', 'All containers'], ...containers.map((one) => [one, one] as const)]}
          onChange={(value) => view.setState({ container: value || null })}
        />
      ) : null}
      {versions.length > 1 || version !== null ? (
        <Select
          name="Version"
          value={version ?? ''}
          options={[['', 'All versions'], ...versions.map((one) => [one, one.slice(0, 12)] as const)]}
          onChange={(value) => view.setState({ version: value || null })}
        />
      ) : null}
    </div>
  );
}

interface InstanceProps {
  readonly one: HeardInstance;
  readonly isShown: boolean;
  readonly act: () => void;
}
function Instance({ one, isShown, act }: InstanceProps): ReactNode {
  const { name, short, letter, colour, version, status } = one;
  const facts = [name, status, version ? `version ${version}` : ''].filter(Boolean).join(', ');
  const title = `${facts}. Click to ${isShown ? 'hide' : 'show'} its lines`;
  return (
    <button type="button" className={`who i${colour}`} aria-pressed={isShown} title={title} onClick={act}>
      <i aria-hidden="true" />
      <b>
        {letter} {short}
      </b>
      <span>{status === 'gone' ? 'gone' : version.slice(0, 7)}</span>
    </button>
  );
}
