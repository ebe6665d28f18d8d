// What a person asks for on a row, as commands.
import type { Bridge, DeploymentLogTarget } from '../../electron/contract/channels.ts';
import type { Settings } from '../../electron/contract/settings.ts';
import { environmentLink, serviceLink } from '../../electron/model/console-links.ts';
import type { Environment, Service } from '../../electron/model/world.ts';
import type { Subject } from './subject.ts';

/** The deployment log of an environment, at the cause of its failure if one is known. */
function environmentLog(environment: Environment): DeploymentLogTarget {
  return {
    environmentId: environment.id,
    executionId: environment.deployment?.executionId ?? null,
    serviceId: null,
    lineKey: environment.failure?.cause?.lineKey ?? null,
  };
}

/** The deployment log of an environment, at what it says of one service. */
function serviceDeploymentLog(environment: Environment, service: Service): DeploymentLogTarget {
  const cause = environment.failure?.cause;
  return {
    environmentId: environment.id,
    executionId: service.deployment?.executionId ?? environment.deployment?.executionId ?? null,
    serviceId: service.id,
    lineKey: cause && cause.serviceId === service.id ? cause.lineKey : null,
  };
}

/** What a row stands for; a heading for nothing. */
type Target = Subject | { readonly kind: 'section' };

/** Which deployment log a row stands for; null for a heading. */
export function deploymentLogOf(row: Target): DeploymentLogTarget | null {
  if (row.kind === 'section') return null;
  return row.kind === 'environment' ? environmentLog(row.environment) : serviceDeploymentLog(row.environment, row.service);
}

export function openDeploymentLog(bridge: Bridge, row: Target): void {
  const target = deploymentLogOf(row);
  if (target) void bridge.ask('openDeploymentLog', target);
}

export function openServiceLog(bridge: Bridge, row: Target): void {
  if (row.kind === 'service' || row.kind === 'instance') void bridge.ask('openServiceLog', { serviceId: row.service.id });
}

/** The Console's page of a row; null for a heading. */
export function consoleLinkOf(consoleUrl: string, row: Target): string | null {
  if (row.kind === 'section') return null;
  if (row.kind === 'environment') return environmentLink(consoleUrl, row.environment);
  return serviceLink(consoleUrl, row.environment, row.service.id);
}

export function openConsole(bridge: Bridge, consoleUrl: string, row: Target): void {
  const url = consoleLinkOf(consoleUrl, row);
  if (url !== null) void bridge.ask('openLink', { url });
}

/** The ids with one more, or without it where it was among them. */
const toggled = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];

/** Settings in which one environment is muted, or no longer. */
export function withMuted(settings: Settings, environmentId: string): Settings {
  return { ...settings, mutedEnvironments: toggled(settings.mutedEnvironments, environmentId) };
}

/** Settings in which one environment is a favourite, or no longer. */
export function withFavourite(settings: Settings, environmentId: string): Settings {
  return { ...settings, list: { ...settings.list, favourites: toggled(settings.list.favourites, environmentId) } };
}

export function toggleMuted(bridge: Bridge, settings: Settings, row: Target): void {
  if (row.kind === 'environment') void bridge.ask('changeSettings', { seen: settings, wanted: withMuted(settings, row.environment.id) });
}

export function toggleFavourite(bridge: Bridge, settings: Settings, row: Target): void {
  if (row.kind === 'environment')
    void bridge.ask('changeSettings', { seen: settings, wanted: withFavourite(settings, row.environment.id) });
}
