// One open log: what the platform says of a deployment or a service, as events in order. Lives as long as its window.
// Sources (deployment, service) read and follow; the outlet gathers and bounds; line-buffer, seen-lines, pace, retry and
// execution decide. Nothing here knows of windows or batches: contract/log-pack.ts packs what the listener is told.
import type { Log } from '../log.ts';
import type { Clock } from '../model/clock.ts';
import type { LogEvent, LogLine } from '../model/log-line.ts';
import type { EnvironmentScope, Platform, ServiceScope } from '../platform/platform.ts';
import { openDeploymentSource } from './deployment-source.ts';
import { createOutlet } from './outlet.ts';
import { openServiceSource } from './service-source.ts';

/** Which log. `executionId` null: the latest deployment and whatever follows it. */
export type LogSource =
  | { readonly kind: 'deployment'; readonly scope: EnvironmentScope; readonly executionId: string | null }
  | { readonly kind: 'service'; readonly scope: ServiceScope };

export interface LogStreamParts {
  readonly platform: Pick<Platform, 'deploymentLog' | 'followDeploymentLog' | 'followServiceLog'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly source: LogSource;
  /** What this computer kept of a run; null: nothing. */
  readonly saved: (executionId: string) => readonly LogLine[] | null;
  readonly listener: (event: LogEvent) => void;
}

/** Opens the log; the first event says that it is loading. The returned function ends everything, at once. */
export function openLogStream({ platform, clock, log, source, saved, listener }: LogStreamParts): () => void {
  const outlet = createOutlet({ clock, listener });
  outlet.state({ kind: 'loading', problem: null, nextTryAt: null });
  const parts = { platform, clock, log, outlet, saved };
  const stopSource =
    source.kind === 'service'
      ? openServiceSource({ ...parts, scope: source.scope })
      : openDeploymentSource({ ...parts, scope: { ...source.scope, executionId: source.executionId } });
  return () => {
    outlet.stop();
    stopSource();
  };
}
