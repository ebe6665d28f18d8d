// Whether to notify, and in which words: decided from what changed, the world, the settings and what was told before.
// Each failed deployment is told once, also after a restart of the app: what counts as told is handed back to be kept.
import type { DeploymentLogTarget } from '../contract/channels.ts';
import type { Settings } from '../contract/settings.ts';
import { failedServices, type Change } from '../model/changes.ts';
import { plainLine } from '../model/plain-text.ts';
import { environmentSign, type Sign } from '../model/sign.ts';
import { byUrgency, hasFailedDeployment } from '../model/tray-status.ts';
import { environmentPath, namesText } from '../model/wording-environment.ts';
import { counted } from '../model/wording.ts';
import type { Cause, Environment, Instant, World } from '../model/world.ts';

export type NoticeChoice =
  | { readonly kind: 'open' }
  | { readonly kind: 'reveal'; readonly environmentId: string }
  | { readonly kind: 'deployment-log'; readonly target: DeploymentLogTarget };

/** One notification: plain text, no markup; title one line, body at most two. */
export interface Notice {
  /** A notice takes the place of an earlier one with the same key. */
  readonly key: string;
  readonly title: string;
  readonly body: string;
  readonly urgency: 'normal' | 'critical';
  /** The tray icon of that environment alone, so that the picture never contradicts the words. */
  readonly icon: Sign;
  /** What a click on it asks for. */
  readonly choice: NoticeChoice;
}

export interface Decided {
  readonly notices: readonly Notice[];
  /** Keys that count as told from now on, whether they were shown or not. */
  readonly told: readonly string[];
}

export interface NoticesGiven {
  readonly changes: readonly Change[];
  readonly world: World;
  readonly settings: Settings;
  readonly told: ReadonlySet<string>;
  readonly now: Instant;
}

/** One deployment that failed. */
interface Failed {
  readonly environment: Environment;
  readonly executionId: string;
  readonly label: string;
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
  [/^PreCheck/, 'Pre-check'],
];
function stepText(step: string): string {
  return STEPS.find(([pattern]) => pattern.test(step))?.[1] ?? plainLine(step, STEP);
}

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** One key for each service that failed; the environment's when none is known. */
function keysOf({ environment, executionId, label, serviceIds }: Failed): readonly string[] {
  const ids = serviceIds.length > 0 ? serviceIds : [environment.id];
  return ids.map((id) => `${id}/${executionId}/${label}`);
}

/** Told as a whole (its services were not known then), or each of its services. */
function isTold(failed: Failed, told: ReadonlySet<string>): boolean {
  return told.has(`${failed.environment.id}/${failed.executionId}/${failed.label}`) || keysOf(failed).every((key) => told.has(key));
}

/** "api, Build: missing go.sum entry for pgx. 2 more services failed." */
function causeText(cause: Cause | null, { environment, serviceIds }: Failed, world: World): string {
  const names = serviceIds.map((id) => world.services[id]?.name ?? '').filter(Boolean);
  const who = cause?.serviceName ?? world.services[cause?.serviceId ?? '']?.name ?? null;
  if (!cause) {
    const failed = names.length > 0 ? `Failed: ${namesText(names)}. ` : '';
    return environment.failure ? `${failed}The log gave no cause in time.` : failed.trim();
  }
  const others = serviceIds.filter((id) => id !== cause.serviceId).length;
  const place = [who ? plainLine(who, STEP) : null, cause.step ? stepText(cause.step) : null].filter(Boolean).join(', ');
  const first = sentence([place, plainLine(cause.message, CAUSE)].filter(Boolean).join(': '));
  return others > 0 && cause.serviceId !== null ? `${first} ${others === 1 ? '1 more service' : `${others} more services`} failed.` : first;
}

function failureNotice(failed: Failed, world: World, now: Instant): Notice {
  const { environment, executionId, label } = failed;
  const cause = environment.failure?.executionId === executionId ? environment.failure.cause : null;
  const hint = cause?.hint ? `\nHint: ${sentence(plainLine(cause.hint, CAUSE))}` : '';
  const target = { environmentId: environment.id, executionId, serviceId: cause?.serviceId ?? null, lineKey: cause?.lineKey ?? null };
  return {
    key: `deployment/${environment.id}`,
    title: `${environmentPath(world, environment)}: ${label}`,
    body: `${causeText(cause, failed, world)}${hint}`,
    urgency: environment.mode === 'PRODUCTION' ? 'critical' : 'normal',
    icon: environmentSign(world, environment, now),
    choice: { kind: 'deployment-log', target },
  };
}

/** One notice for all failures that were there before anybody looked. */
function summaryNotice(all: readonly Failed[], world: World, now: Instant): Notice {
  const [first] = all;
  if (!first) throw new Error('a summary of nothing');
  if (all.length === 1) return failureNotice(first, world, now);
  const named = all.slice(0, 3).map(({ environment }) => environmentPath(world, environment));
  const more = all.length > 3 ? ` and ${all.length - 3} more` : '';
  return {
    key: 'first-look',
    title: `${counted(all.length, 'deployment')} failed before you looked`,
    body: `${named.join(', ')}${more}`,
    urgency: 'normal',
    icon: environmentSign(world, first.environment, now),
    choice: { kind: 'open' },
  };
}

/** Every failed deployment that stands in the world, the most urgent first. */
function standingFailures(world: World): readonly Failed[] {
  return Object.values(world.environments)
    .filter((environment) => hasFailedDeployment(environment) && environment.deployment?.isPartOfLast !== false)
    .toSorted(byUrgency)
    .map((environment) => ({
      environment,
      executionId: environment.failure?.executionId ?? environment.deployment?.executionId ?? '',
      label: environment.deployment?.label ?? 'DEPLOYMENT ERROR',
      serviceIds: failedServices(world, environment).map((service) => service.id),
    }));
}

function newFailures(changes: readonly Change[], world: World): readonly Failed[] {
  return changes.flatMap((change) => {
    const environment = change.kind === 'deployment-failed' ? world.environments[change.environmentId] : undefined;
    return environment && change.kind === 'deployment-failed' ? [{ ...change, environment }] : [];
  });
}

/** What to show now, and what counts as told from now on. */
export function notices({ changes, world, settings, told, now }: NoticesGiven): Decided {
  const isFirstLook = changes.some((change) => change.kind === 'first-look');
  const untold = (isFirstLook ? standingFailures(world) : newFailures(changes, world)).filter((failed) => !isTold(failed, told));
  const { deploymentErrors, pausedUntil } = settings.notifications;
  const isQuiet = !deploymentErrors || (pausedUntil !== null && pausedUntil > now);
  const shown = isQuiet ? [] : untold.filter(({ environment }) => !settings.mutedEnvironments.includes(environment.id));
  const summary = isFirstLook && shown.length > 0 ? [summaryNotice(shown, world, now)] : [];
  return {
    notices: isFirstLook ? summary : shown.map((failed) => failureNotice(failed, world, now)),
    told: untold.flatMap(keysOf).filter((key) => !told.has(key)),
  };
}
