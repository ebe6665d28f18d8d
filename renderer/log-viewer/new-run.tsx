// Offers the deployment that began while this log is open. Nobody is taken there: reading goes on.
import { useState, type ReactNode } from 'react';
import type { Bridge } from '../../electron/contract/channels.ts';
import type { LogPlace } from '../../electron/contract/log-batch.ts';
import type { AppState } from '../../electron/contract/state.ts';
import { labelText } from '../../electron/model/wording.ts';
import { Button, IconButton } from '../ui/button.tsx';

interface NewRunProps {
  readonly state: AppState;
  readonly place: LogPlace;
  readonly bridge: Bridge;
}

export function NewRun({ state, place, bridge }: NewRunProps): ReactNode {
  const deployment = state.world.environments[place.environmentId]?.deployment ?? null;
  const executionId = deployment?.executionId ?? null;
  // What was known when the window opened, or was waved away, is not new.
  const [seen, setSeen] = useState(executionId);
  if (!deployment || executionId === null || executionId === seen || executionId === place.executionId) return null;
  const show = (): void => {
    setSeen(executionId);
    void bridge.ask('openDeploymentLog', { environmentId: place.environmentId, executionId, serviceId: null, lineKey: null });
  };
  return (
    <div className="bar new-run" role="status">
      <span className="grow cut">A new deployment has begun: {labelText(deployment)}</span>
      <Button size="small" onClick={show}>
        Open its log
      </Button>
      <IconButton icon="close" name="Not now" onClick={() => setSeen(executionId)} />
    </div>
  );
}
