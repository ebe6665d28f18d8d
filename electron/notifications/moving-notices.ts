// Deployments under way: that one has started, and that one takes far longer than usual. Both are taken back when it ends.
import type { Change } from '../model/changes.ts';
import { environmentFreshness, isCurrent } from '../model/freshness.ts';
import { plainLine } from '../model/plain-text.ts';
import { environmentSign } from '../model/sign.ts';
import type { Told } from '../model/told.ts';
import type { Usual } from '../model/usual-duration.ts';
import { environmentPath } from '../model/wording-environment.ts';
import { durationText } from '../model/wording.ts';
import type { Deployment, Environment, Instant, World } from '../model/world.ts';
import { logAction, troubleActions } from './notice-actions.ts';
import { urgencyOf, type Notice, type Proposal, type Proposed } from './notice.ts';

const BY = 40;
const MINUTE_MS = 60_000;
/** Far longer than usual: three times as long as the longest of late, and ten minutes longer at the least. */
const TIMES = 3;
const LEAST_MS = 10 * MINUTE_MS;
/** Where nothing is known of earlier ones. */
const UNKNOWN_MS = 60 * MINUTE_MS;

const placeOf = (environmentId: string): string => `moving/${environmentId}`;
const stuckKey = (environment: Environment): string => `${environment.id}/${environment.deployment?.executionId ?? ''}/stuck`;

/** Whether a deployment under way takes far longer than usual. One that waits its turn says when the one before it began. */
export function isStuck({ tone, at }: Pick<Deployment, 'tone' | 'at'>, usual: Usual | null, now: Instant): boolean {
  if (tone !== 'moving' || at === null) return false;
  return now - at > (usual ? Math.max(TIMES * usual.toMs, usual.toMs + LEAST_MS) : UNKNOWN_MS);
}

function byText({ triggeredBy, origin }: Deployment): string {
  const how = origin ? ` (${plainLine(origin, BY)})` : '';
  return triggeredBy ? `Asked for by ${plainLine(triggeredBy, BY)}${how}.` : '';
}

function notice(environment: Environment, deployment: Deployment, texts: readonly [string, string], world: World, now: Instant): Notice {
  const target = { environmentId: environment.id, executionId: deployment.executionId, serviceId: null, lineKey: null };
  const choice = { kind: 'deployment-log', target } as const;
  return {
    key: placeOf(environment.id),
    title: `${environmentPath(world, environment)}: ${texts[0]}`,
    body: texts[1],
    urgency: texts[0] === deployment.label ? 'normal' : urgencyOf(environment),
    isSilent: false,
    icon: environmentSign(world, environment, now),
    choice,
    actions: texts[0] === deployment.label ? logAction(choice) : troubleActions(choice, environment.id, null),
  };
}

function started(changes: readonly Change[], world: World, now: Instant): readonly Proposal[] {
  return changes.flatMap((change): readonly Proposal[] => {
    const environment = change.kind === 'deployment-started' ? world.environments[change.environmentId] : undefined;
    const { deployment } = environment ?? {};
    if (!environment || !deployment?.inProgress) return [];
    const body = `A deployment has started. ${byText(deployment)}`.trim();
    return [{ about: 'starts', environment, change, notice: notice(environment, deployment, [deployment.label, body], world, now) }];
  });
}

function stuck(world: World, told: Told, now: Instant): readonly Proposal[] {
  return Object.values(world.environments).flatMap((environment): readonly Proposal[] => {
    const { deployment, usual } = environment;
    if (!deployment || deployment.at === null || !isStuck(deployment, usual, now) || told.keys.includes(stuckKey(environment))) return [];
    if (!isCurrent(environmentFreshness(world, environment, now).deployment)) return [];
    const usually = usual ? `Usually it takes at most ${durationText(usual.toMs)}.` : 'That is unusually long.';
    const minutes = Math.floor((now - deployment.at) / MINUTE_MS) * MINUTE_MS;
    const texts = [`${deployment.label} for ${durationText(minutes)}`, `${usually} ${byText(deployment)}`.trim()] as const;
    return [{ about: 'stuck', environment, keys: [stuckKey(environment)], notice: notice(environment, deployment, texts, world, now) }];
  });
}

const ENDS: ReadonlySet<Change['kind']> = new Set(['deployment-succeeded', 'deployment-failed', 'deployment-cancelled']);

/** What to tell of deployments under way, and which notices of such have ended. */
export function movingNotices(given: {
  readonly changes: readonly Change[];
  readonly world: World;
  readonly told: Told;
  readonly now: Instant;
}): Proposed & { readonly told: Told } {
  const { changes, world, told, now } = given;
  const long = stuck(world, told, now);
  const keys = long.flatMap((one) => one.keys ?? []);
  return {
    proposals: [...started(changes, world, now), ...long],
    closed: changes.flatMap((change) => (ENDS.has(change.kind) && 'environmentId' in change ? [placeOf(change.environmentId)] : [])),
    told: keys.length === 0 ? told : { ...told, keys: [...told.keys, ...keys] },
  };
}
