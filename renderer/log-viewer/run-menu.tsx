// Which deployment this is, and a menu of the last twenty: each opens its own window. They are asked for when the menu opens.
import { useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Bridge } from '../../electron/contract/channels.ts';
import type { LogPlace } from '../../electron/contract/log-batch.ts';
import type { PastRun } from '../../electron/model/past-run.ts';
import { problemText } from '../../electron/model/wording-problem.ts';
import type { MenuEntry } from '../ui/menu.tsx';
import { useNow } from '../ui/use-now.ts';
import type { LogStore } from './log-store.ts';
import { MenuButton } from '../ui/menu-button.tsx';
import { RunEntry } from './run-entry.tsx';
import { pastRunText } from './runs.ts';

interface RunMenuProps {
  readonly run: string;
  readonly log: LogStore;
  readonly place: LogPlace;
  readonly bridge: Bridge;
}

/** An entry that only says something. */
const say = (label: string): MenuEntry => ({ label, keys: '', act: () => undefined });

export function RunMenu({ run, log, place, bridge }: RunMenuProps): ReactNode {
  const now = useNow(60_000);
  const runs = useStore(log.store, (one) => one.runs);
  const [trouble, setTrouble] = useState('');
  const ask = (): void => void bridge.ask('listRuns', null).then((answer) => setTrouble(answer.ok ? '' : problemText(answer.problem)));
  const open = ({ environmentId, executionId }: PastRun): void =>
    void bridge.ask('openDeploymentLog', {
      environmentId: environmentId || place.environmentId,
      executionId,
      serviceId: null,
      lineKey: null,
    });
  const groups = (): readonly (readonly MenuEntry[])[] => {
    const entries = (runs ?? []).map((one): MenuEntry => {
      const isThis = one.executionId === place.executionId;
      return {
        label: pastRunText(one, now),
        drawn: <RunEntry run={one} now={now} />,
        keys: isThis ? 'this log' : '',
        act: () => open(one),
      };
    });
    const note = trouble !== '' ? [[say(trouble)]] : [];
    if (runs === null && trouble === '') return [[say('Reading the deployments…')]];
    return entries.length > 0 ? [...note, entries] : trouble === '' ? [[say('No deployment is known')]] : note;
  };
  return (
    <MenuButton
      icon="clock"
      name="Deployments of this environment"
      words={<span className="cut">{run}</span>}
      onOpen={ask}
      groups={groups}
    />
  );
}
