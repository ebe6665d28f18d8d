// What stands in the list, flat: (world, order, what is unfolded) → rows. Pure. Ages and freshness are not here: rows are made
// anew when facts change, not when time passes.
import { assertNever } from '../../electron/model/status.ts';
import type { Environment, Instance, Service, World } from '../../electron/model/world.ts';
import type { Order, Section } from './order.ts';
import { found, wordsOf } from './search.ts';
import { instancesShown } from './pips.ts';
import { hasReason } from './row-texts.ts';
import { environmentKey, instanceKey, serviceKey } from './subject.ts';

interface RowBase {
  /** Identifies the row for as long as what it shows exists. */
  readonly key: string;
}
interface SectionRow extends RowBase {
  readonly kind: 'section';
  readonly title: string;
  readonly note: string;
}
export interface EnvironmentRow extends RowBase {
  readonly kind: 'environment';
  readonly environment: Environment;
  readonly projectName: string;
  /** Stands in the top section, with a line for the cause. */
  readonly isAbove: boolean;
  /** Stands away from its project's heading, so it names its project. */
  readonly isAway: boolean;
  readonly isFavourite: boolean;
  readonly isMuted: boolean;
  readonly isOpen: boolean;
}
export interface ServiceRow extends RowBase {
  readonly kind: 'service';
  readonly service: Service;
  readonly environment: Environment;
  /** null: it has no instances to show. */
  readonly isOpen: boolean | null;
}
export interface InstanceRow extends RowBase {
  readonly kind: 'instance';
  readonly instance: Instance;
  readonly service: Service;
  readonly environment: Environment;
  /** Runs another version than the newest instance. */
  readonly isOld: boolean;
  /** Has something to say on a second line. */
  readonly hasReason: boolean;
}
export type Row = SectionRow | EnvironmentRow | ServiceRow | InstanceRow;

interface Given {
  readonly world: World;
  readonly order: Order;
  readonly muted: readonly string[];
  readonly favourites: readonly string[];
  readonly search: string;
  /** Keys of rows that are unfolded. */
  readonly unfolded: ReadonlySet<string>;
}

/** The rows of the list, in order. An environment found only by its services is unfolded to those. */
export function rows(given: Given): readonly Row[] {
  const words = wordsOf(given.search);
  const above = new Set(given.order.filter(isSpecial).flatMap((section) => section.environmentIds));
  return given.order.flatMap((section) => [
    sectionRow(given, section, above),
    ...section.environmentIds.flatMap((id) => {
      const environment = given.world.environments[id];
      return environment ? environmentRows(given, environment, section, words) : [];
    }),
  ]);
}

/** Sections of their own, above the projects. */
const TITLES: Readonly<Record<string, string>> = { attention: 'Needs attention', favourites: 'Favourites' };
const isSpecial = ({ id }: Section): boolean => id in TITLES;

function sectionRow({ world }: Given, section: Section, above: ReadonlySet<string>): SectionRow {
  const count = section.environmentIds.length;
  const key = `section:${section.id}`;
  const title = TITLES[section.id];
  if (title !== undefined) return { kind: 'section', key, title, note: String(count) };
  const isAbove = [...above].filter((id) => world.environments[id]?.projectId === section.id).length;
  const all = count + isAbove;
  const first = world.environments[section.environmentIds[0] ?? ''];
  const source = first?.deploymentSourceId ? world.sources[first.deploymentSourceId] : undefined;
  const notes = [
    `${all} environment${all === 1 ? '' : 's'}`,
    isAbove > 0 ? `${isAbove} above` : '',
    source?.state === 'refused' ? 'not permitted' : '',
  ];
  return { kind: 'section', key, title: titleOf(world, section.id), note: notes.filter(Boolean).join(', ') };
}

/** A project's name; with its organisation's where there are several. */
function titleOf(world: World, projectId: string): string {
  const project = world.projects[projectId];
  const organizations = Object.keys(world.organizations).length;
  const organization = project ? world.organizations[project.organizationId] : undefined;
  return organizations > 1 && organization ? `${organization.name} / ${project?.name ?? ''}` : (project?.name ?? 'Unknown project');
}

function environmentRows(given: Given, environment: Environment, section: Section, words: readonly string[]): readonly Row[] {
  const { world, muted, favourites, search, unfolded } = given;
  const match = found(world, environment, words);
  const only = match?.kind === 'services' ? match.serviceIds : null;
  const key = environmentKey(environment.id);
  // A search shows what it found; folding it away again is remembered by the same key the other way round.
  const isOpen = only ? !unfolded.has(foldedKey(key, search)) : unfolded.has(key);
  const row: EnvironmentRow = {
    kind: 'environment',
    key,
    environment,
    projectName: titleOf(world, environment.projectId),
    isAbove: section.id === 'attention',
    isAway: isSpecial(section),
    isFavourite: favourites.includes(environment.id),
    isMuted: muted.includes(environment.id),
    isOpen,
  };
  if (!isOpen) return [row];
  const services = (only ?? environment.serviceIds).flatMap((id) => world.services[id] ?? []);
  return [row, ...services.flatMap((service) => serviceRows(given, environment, service))];
}

function serviceRows({ unfolded }: Given, environment: Environment, service: Service): readonly Row[] {
  const key = serviceKey(service.id);
  const isOpen = service.instances.length > 0 ? unfolded.has(key) : null;
  const row: ServiceRow = { kind: 'service', key, service, environment, isOpen };
  if (!isOpen) return [row];
  return [
    row,
    ...instancesShown(service).map(({ instance, isOld }): InstanceRow => ({
      kind: 'instance',
      key: instanceKey(service.id, instance.name),
      instance,
      service,
      environment,
      isOld,
      hasReason: hasReason(instance),
    })),
  ];
}

/** What is remembered when a row is folded that a search had unfolded. */
export const foldedKey = (key: string, search: string): string => `folded:${wordsOf(search).join(' ')}:${key}`;

/** Which key to flip when a person folds or unfolds `row`; null when there is nothing to unfold. */
export function unfoldKey(row: Row, world: World, search: string): string | null {
  switch (row.kind) {
    case 'environment':
      return found(world, row.environment, wordsOf(search))?.kind === 'services' ? foldedKey(row.key, search) : row.key;
    case 'service':
      return row.isOpen === null ? null : row.key;
    case 'section':
    case 'instance':
      return null;
    default:
      return assertNever(row);
  }
}

/** The row that takes the place of one that stood at `index` and is gone: what stands there now or next, else the last. */
export function heirOf(all: readonly Row[], index: number): Row | undefined {
  const canBe = (row: Row): boolean => row.kind !== 'section';
  return all.slice(index).find(canBe) ?? all.findLast(canBe);
}
