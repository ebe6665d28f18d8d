// The tray's menu as data. It must be enough alone: on many Linux desktops any click on the icon only opens it.
// No ages in it: the menu is rebuilt only when its content changes.
import type { AppState } from '../contract/state.ts';
import { failedServices } from '../model/changes.ts';
import { environmentLink } from '../model/console-links.ts';
import { environmentFreshness } from '../model/freshness.ts';
import { incidentOf } from '../model/incident.ts';
import { knownInTrouble } from '../model/known.ts';
import { plainLine } from '../model/plain-text.ts';
import type { Attention, TrayStatus } from '../model/tray-status.ts';
import { ailingServices, ailments, environmentPath, namesText, oldWords, statusWords } from '../model/wording-environment.ts';
import { timeText } from '../model/wording.ts';
import type { Environment, Instant, World } from '../model/world.ts';
import type { TrayChoice, TrayMenuItem } from './tray-face.ts';
import { accountProblem, isSignedOut } from './tray-words.ts';

/** The most entries of the two lists; what is left is in the window. */
const ATTENTION = 8;
const ALL = 100;
const LABEL = 100;
/** Where a sentence goes on in the next line of the menu, which cannot wrap by itself. */
const WRAP = /(?=\S).{1,80}(?=\s|$)|\S{81,}/g;

const SEPARATOR: TrayMenuItem = { kind: 'separator' };
const text = (label: string): TrayMenuItem => ({ kind: 'text', label: plainLine(label, LABEL) });
const choice = (label: string, what: TrayChoice): TrayMenuItem => ({ kind: 'choice', label, choice: what });
const submenu = (label: string, items: readonly TrayMenuItem[]): TrayMenuItem => ({ kind: 'submenu', label, items });
const paragraph = (sentence: string): readonly TrayMenuItem[] => (plainLine(sentence).match(WRAP) ?? []).map(text);
const moreInWindow = (count: number): readonly TrayMenuItem[] =>
  count > 0 ? [choice(`${count.toLocaleString('en')} more in the window`, { kind: 'open' })] : [];

const OPEN = choice('Open', { kind: 'open' });
const HISTORY = choice('History', { kind: 'history' });
const END: readonly TrayMenuItem[] = [SEPARATOR, choice('Settings…', { kind: 'settings' }), choice('Quit', { kind: 'quit' })];

/** Why its last deployment failed: the cause in the log, else who failed. */
function failureLine(world: World, environment: Environment): string {
  const cause = environment.failure?.cause;
  if (cause) return [cause.serviceName, cause.message].filter(Boolean).join(': ');
  const names = failedServices(world, environment).map((service) => service.name);
  return names.length > 0 ? `The last deployment of ${namesText(names)} failed` : 'The last deployment failed';
}

/** Which of its services do not run: "In ERROR: api and worker". */
function runLines(world: World, { serviceIds, run }: Environment): readonly string[] {
  if (run.status !== 'ERROR' && run.status !== 'WARNING') return [];
  const services = serviceIds.flatMap((id) => world.services[id] ?? []);
  const lines = (['ERROR', 'WARNING'] as const).flatMap((status) => {
    const names = services.filter((service) => service.run.status === status).map((service) => service.name);
    return names.length > 0 ? [`In ${status}: ${namesText(names)}`] : [];
  });
  return lines.length > 0 ? lines : [`The platform says ${run.status}`];
}

function attentionEntry({ environment, hasFailedDeployment }: Attention, { world, consoleUrl }: AppState): TrayMenuItem {
  const cause = environment.failure?.cause ?? null;
  const service = world.services[cause?.serviceId ?? ''] ?? ailingServices(world, environment)[0];
  const target = {
    environmentId: environment.id,
    executionId: environment.deployment?.executionId ?? null,
    serviceId: cause?.serviceId ?? null,
    lineKey: cause?.lineKey ?? null,
  };
  return submenu(`${environmentPath(world, environment)}: ${ailments(environment).join(', ')}`, [
    ...[...(hasFailedDeployment ? [failureLine(world, environment)] : []), ...runLines(world, environment)].map(text),
    choice('Show in window', { kind: 'reveal', environmentId: environment.id }),
    choice('Open deployment log', { kind: 'deployment-log', target }),
    ...(service ? [choice(`Open service log of ${plainLine(service.name, LABEL)}`, { kind: 'service-log', serviceId: service.id })] : []),
    choice('Copy as Markdown', { kind: 'copy-incident', incident: incidentOf(world, environment) }),
    choice('Open in the Console', { kind: 'link', url: environmentLink(consoleUrl, environment) }),
    SEPARATOR,
    choice('I know', { kind: 'know', environmentId: environment.id, how: 'these' }),
    choice('Mute for 1 h', { kind: 'know', environmentId: environment.id, how: 'hour' }),
    choice('Mute until it is fixed', { kind: 'know', environmentId: environment.id, how: 'fixed' }),
  ]);
}

/** Which troubles are known, with a way to where that is ended. */
function knownEntry({ world, settings }: AppState): readonly TrayMenuItem[] {
  const known = knownInTrouble(world, settings);
  if (known.length === 0) return [];
  const names = known.slice(0, ATTENTION).map((one) => text(`${environmentPath(world, one)}: ${ailments(one).join(', ')}`));
  return [submenu(`${known.length} known`, [...names, SEPARATOR, choice('Change in the settings…', { kind: 'settings' })])];
}

const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Every environment under its project's name, by name: entries keep their places whatever their statuses do. What is old is said. */
function allEnvironments(world: World, now: Instant): readonly TrayMenuItem[] {
  const rows = Object.values(world.environments)
    .map((environment) => ({ environment, project: world.projects[environment.projectId]?.name ?? '' }))
    .toSorted((a, b) => byName.compare(a.project, b.project) || byName.compare(a.environment.name, b.environment.name));
  const items = rows.slice(0, ALL).flatMap(({ environment, project }, i): readonly TrayMenuItem[] => {
    const isFirst = rows[i - 1]?.environment.projectId !== environment.projectId;
    const heading = isFirst ? [...(i > 0 ? [SEPARATOR] : []), text(project || 'No project')] : [];
    const words = [statusWords(environment), oldWords(environment.run.status, environmentFreshness(world, environment, now))].filter(
      Boolean,
    );
    const label = plainLine(`${plainLine(environment.name, 60)}: ${words.join(', ')}`, LABEL * 2);
    return [...heading, choice(label, { kind: 'reveal', environmentId: environment.id })];
  });
  return rows.length > ALL ? [...items, SEPARATOR, ...moreInWindow(rows.length - ALL)] : items;
}

/** Whether notifications are shown is said in words: a tick in a menu is not read aloud everywhere. */
function pauseMenu({ notifications }: AppState['settings'], now: Instant): TrayMenuItem {
  const { pausedUntil } = notifications;
  const isAnyOn = Object.values(notifications).includes(true);
  const isPaused = pausedUntil !== null && pausedUntil > now;
  const said = isPaused ? `Paused until ${timeText(pausedUntil, now)}` : isAnyOn ? 'Not paused' : 'Off in the settings';
  return submenu('Pause notifications', [
    text(said),
    choice('For 1 hour', { kind: 'pause', until: 'hour' }),
    choice('Until tomorrow', { kind: 'pause', until: 'tomorrow' }),
    SEPARATOR,
    isPaused ? choice('Resume', { kind: 'pause', until: 'resume' }) : text('Resume'),
  ]);
}

function signedOutMenu(state: AppState, lines: readonly string[]): readonly TrayMenuItem[] {
  const connect = accountProblem(state)?.kind === 'refused' ? 'Replace the token…' : 'Connect…';
  return [...lines.flatMap(paragraph), choice(connect, { kind: 'open' }), SEPARATOR, OPEN, ...END];
}

/** The whole menu; `lines` stand on top as text. */
export function trayMenu(status: TrayStatus, state: AppState, lines: readonly string[], now: Instant): readonly TrayMenuItem[] {
  if (isSignedOut(state)) return signedOutMenu(state, lines);
  const hasAny = Object.keys(state.world.environments).length > 0;
  return [
    ...lines.flatMap(paragraph),
    ...status.attention.slice(0, ATTENTION).map((one) => attentionEntry(one, state)),
    ...moreInWindow(status.attention.length - ATTENTION),
    ...knownEntry(state),
    SEPARATOR,
    ...(hasAny ? [submenu('All environments', allEnvironments(state.world, now))] : []),
    OPEN,
    HISTORY,
    choice('Refresh now', { kind: 'refresh' }),
    pauseMenu(state.settings, now),
    ...END,
  ];
}
