// Why a deployment failed that nobody saw: its own log tells. One request for each environment, of which an absence asks few.
import { failureCause } from '../model/failure-cause.ts';
import type { Overlooked } from '../model/overlooked.ts';
import type { Platform } from '../platform/platform.ts';

/** What was missed, oldest first, with the cause of the last that failed; without where its log cannot be read. */
export async function withCause(
  platform: Pick<Platform, 'deploymentLog'>,
  environmentId: string,
  missed: readonly Overlooked[],
): Promise<readonly Overlooked[]> {
  const failed = missed.findLast(({ tone }) => tone === 'error');
  const log = failed && (await platform.deploymentLog(environmentId, failed.executionId));
  if (!failed || !log?.ok) return missed;
  const cause = failureCause(log.value, failed.serviceIds, failed.executionId);
  return missed.map((one) => (one === failed ? { ...one, cause } : one));
}
