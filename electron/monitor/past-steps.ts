// The steps of earlier deployments, which the history does not tell: each is read once from the socket that replays a deployment
// (platform.md 3.1). Sockets, not requests, and only when a deployment begins: the hour's budget is not touched.
import type { Clock } from '../model/clock.ts';
import type { EnvironmentDeployments, PastDeployment } from '../model/report.ts';
import { workedBefore } from '../model/usual-duration.ts';
import type { Environment } from '../model/world.ts';
import type { Platform } from '../platform/platform.ts';

/** Earlier deployments that are read, and how long is waited for them. */
const READ = 5;
const WAIT_MS = 5_000;

interface Parts {
  readonly platform: Pick<Platform, 'followDeployment'>;
  readonly clock: Clock;
}

/** One deployment as it ended; null when it does not come. */
function replayed({ platform, clock }: Parts, environment: Environment, executionId: string): Promise<EnvironmentDeployments | null> {
  const { id: environmentId, organizationId, projectId, clusterId } = environment;
  return new Promise((resolve) => {
    const end = (value: EnvironmentDeployments | null): void => {
      cancel();
      stop();
      resolve(value);
    };
    const cancel = clock.after(WAIT_MS, () => end(null));
    const stop = platform.followDeployment(
      { organizationId, projectId, environmentId, clusterId, executionId },
      {
        onValue: end,
        onState({ kind }) {
          if (kind === 'ended' || kind === 'waiting') end(null);
        },
      },
    );
  });
}

/** The last deployments that worked, with their steps; those that do not come in time are left out. */
export async function readPastSteps(
  parts: Parts,
  environment: Environment,
  past: readonly PastDeployment[],
): Promise<readonly EnvironmentDeployments[]> {
  const worked = workedBefore(past).slice(0, READ);
  const read = await Promise.all(worked.map(({ executionId }) => replayed(parts, environment, executionId)));
  return read.filter((one) => one !== null);
}
