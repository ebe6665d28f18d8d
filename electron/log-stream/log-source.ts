// What every source of a log is given: the platform to read, the clock to wait by, the outlet to speak through.
import type { Log } from '../log.ts';
import type { Clock } from '../model/clock.ts';
import type { LogLine } from '../model/log-line.ts';
import type { Platform } from '../platform/platform.ts';
import type { Outlet } from './outlet.ts';

export interface SourceParts {
  readonly platform: Pick<Platform, 'deploymentLog' | 'followDeploymentLog' | 'followServiceLog'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly outlet: Outlet;
  /** What this computer kept of a run; null: nothing. Read where the platform does not answer. */
  readonly saved: (executionId: string) => readonly LogLine[] | null;
}
