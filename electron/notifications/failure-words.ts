// A failed deployment in words: which service, at which step, why, what it dragged along, and whether that was seen before.
import { causeKnown } from '../model/overlooked.ts';
import { plainLine } from '../model/plain-text.ts';
import type { ToldCause } from '../model/told.ts';
import { stageName } from '../model/stages.ts';
import { environmentPath, namesText } from '../model/wording-environment.ts';
import { dayText, labelText, ordinal } from '../model/wording.ts';
import type { Cause } from '../model/failure.ts';
import type { DeploymentLabel, Environment, Instant, World } from '../model/world.ts';

/** One deployment that failed. */
export interface Failed {
  readonly environment: Environment;
  /** What it is known by; `executionId`: null where the platform names none. */
  readonly failureId: string;
  readonly executionId: string | null;
  readonly label: DeploymentLabel;
  readonly serviceIds: readonly string[];
}

const CAUSE = 200;
const STEP = 40;

/** The platform's steps as sent ("Build", "BuiltError"), in the word for what was being done. */
const STEPS: readonly (readonly [RegExp, string])[] = [
  [/^Buil[dt]/, 'Build'],
  [/^Deploy/, 'Deploy'],
  [/^Restart/, 'Restart'],
  [/^Pause/, 'Stop'],
  [/^Delete/, 'Delete'],
  [/^Cancel/, 'Cancel'],
  [/^Execut/, 'Run'],
  [/^(PreCheck|Validate)/, 'Pre-check'],
];
function stepText(step: string): string {
  return STEPS.find(([pattern]) => pattern.test(step))?.[1] ?? plainLine(step, STEP);
}

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
/** "shop/production · api: DEPLOYMENT ERROR": the service that failed first, where one is known. */
export function failureTitle(failed: Failed, world: World): string {
  const { environment, serviceIds, label } = failed;
  const cause = causeOf(failed);
  const ids = cause ? [cause.serviceId ?? ''] : serviceIds;
  const name = cause?.serviceName ?? (ids.length === 1 ? world.services[ids[0] ?? '']?.name : null);
  return `${[environmentPath(world, environment), plainLine(name ?? '', STEP)].filter(Boolean).join(' · ')}: ${label}`;
}

/** "Stage Application": where it failed, when there is more than one stage and they are those of this deployment. */
function stageText(cause: Cause, { environment, executionId }: Failed): string | null {
  const stages = environment.stages.filter(({ status }) => status !== 'skipped');
  const own = stages.find(({ services }) => services.some(({ id }) => id === cause.serviceId));
  return own && stages.length > 1 && environment.deployment?.executionId === executionId
    ? `Stage ${plainLine(stageName(own), STEP)}`
    : null;
}

/** "Stage Application, Build: missing go.sum entry for pgx. 2 more services failed." */
function causeText(cause: Cause | null, failed: Failed, world: World): string {
  const { environment, failureId, serviceIds } = failed;
  if (!cause) {
    const names = serviceIds.map((id) => world.services[id]?.name ?? '').filter(Boolean);
    const wasLookedFor = environment.failure !== null || environment.overlooked.some(({ executionId }) => executionId === failureId);
    const who = names.length > 0 ? `Failed: ${namesText(names)}. ` : '';
    return wasLookedFor ? `${who}The log gave no cause in time.` : who.trim();
  }
  const others = serviceIds.filter((id) => id !== cause.serviceId).length;
  const place = [stageText(cause, failed), cause.step ? stepText(cause.step) : null].filter(Boolean).join(', ');
  const first = sentence([place, plainLine(cause.message, CAUSE)].filter(Boolean).join(': '));
  return others > 0 && cause.serviceId !== null ? `${first} ${others === 1 ? '1 more service' : `${others} more services`} failed.` : first;
}

/** "web did not finish because of it.": services of the same execution that were cancelled with it; empty when none was. */
function draggedText({ environment, executionId }: Failed, world: World): string {
  const names = environment.serviceIds.flatMap((id) => {
    const service = world.services[id];
    const { tone, isPartOfLast, executionId: own } = service?.deployment ?? { tone: 'quiet', isPartOfLast: false, executionId: null };
    return service && tone === 'cancelled' && isPartOfLast && (own ?? executionId) === executionId ? [service.name] : [];
  });
  return names.length > 0 ? ` ${namesText(names)} did not finish because of it.` : '';
}

/** "Again, 3rd time since Tuesday. ", "Again, 2nd time today. "; empty for a cause that was not seen before. */
function againText(seen: ToldCause | null, now: Instant): string {
  if (!seen) return '';
  const day = dayText(seen.firstAt, now);
  return `Again, ${ordinal(seen.count + 1)} time ${day === 'today' ? day : `since ${day}`}. `;
}

/** "web failed, too. ": of services that failed since it was told; empty when none did. */
export function addedText(serviceIds: readonly string[], world: World): string {
  const names = serviceIds.map((id) => world.services[id]?.name ?? '').filter(Boolean);
  return names.length > 0 ? `${namesText(names)} failed, too. ` : '';
}

/** The cause of this very execution; null when its log gave none. */
export function causeOf({ environment, failureId }: Failed): Cause | null {
  return causeKnown(environment, failureId);
}

/** What came after it: "The next deployment worked."; null when that has failed, too, and is told itself. */
export function afterwards({ deployment }: Environment): string | null {
  if (!deployment || deployment.tone === 'error') return null;
  if (deployment.tone === 'ok') return 'The next deployment worked.';
  return deployment.inProgress ? 'The next deployment is under way.' : `The next deployment: ${labelText(deployment)}.`;
}

/** The body of its notification, of two lines at most. `seen`: this cause was told before. */
export function failureText(failed: Failed, world: World, seen: ToldCause | null, now: Instant): string {
  const cause = causeOf(failed);
  const hint = cause?.hint ? `\nHint: ${sentence(plainLine(cause.hint, CAUSE))}` : '';
  const isPassed = failed.environment.deployment?.executionId !== failed.executionId;
  const next = isPassed ? ` ${afterwards(failed.environment) ?? ''}`.trimEnd() : '';
  return `${againText(seen, now)}${causeText(cause, failed, world)}${draggedText(failed, world)}${next}${hint}`;
}
