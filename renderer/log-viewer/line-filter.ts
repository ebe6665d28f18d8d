// PURE. Which lines are shown: one service's, of a level and above, of some instances, of one container, of one version.
import { LINE_IS_CANCELLATION, LINE_IS_ERROR, LOG_LEVELS, type LogBatch, type LogSender } from '../../electron/contract/log-batch.ts';

/** In the order of the menu. A line that does not say its level is no debug line and no warning. */
export const LEVEL_FLOORS = [
  ['all', 'All levels'],
  ['info', 'Info and above'],
  ['warning', 'Warnings and errors'],
  ['error', 'Errors'],
] as const;
export type LevelFloor = (typeof LEVEL_FLOORS)[number][0];

export interface LineFilter {
  /** One service's lines, with those that speak for the whole deployment. Routers speak under an id of their own but with its name. */
  readonly service: { readonly id: string; readonly name: string } | null;
  readonly floor: LevelFloor;
  /** Names of instances whose lines are not shown. */
  readonly hidden: ReadonlySet<string>;
  readonly container: string | null;
  readonly version: string | null;
  /** Only lines of these numbers; null: of all. */
  readonly only: ReadonlySet<number> | null;
}
export const EVERY_LINE: LineFilter = { service: null, floor: 'all', hidden: new Set(), container: null, version: null, only: null };

/** Whether nothing is left out. */
export function showsAll({ service, floor, hidden, container, version, only }: LineFilter): boolean {
  return only === null && service === null && floor === 'all' && hidden.size === 0 && container === null && version === null;
}

function isAbout(sender: LogSender, service: NonNullable<LineFilter['service']>): boolean {
  const isWhole = sender.kind === 'Environment' || sender.kind === 'TaskManager';
  return sender.id === service.id || isWhole || (sender.kind === 'Router' && sender.name === service.name);
}
function isHeard(sender: LogSender, { service, hidden, container, version }: LineFilter): boolean {
  if (service && !isAbout(sender, service)) return false;
  if (hidden.has(sender.name)) return false;
  return (container === null || sender.kind === container) && (version === null || sender.version === version);
}

const [DEBUG, WARNING, ERROR] = [LOG_LEVELS.indexOf('debug'), LOG_LEVELS.indexOf('warning'), LOG_LEVELS.indexOf('error')];
const PASSES: Readonly<Record<LevelFloor, (level: number) => boolean>> = {
  all: () => true,
  info: (level) => level !== DEBUG,
  warning: (level) => level >= WARNING,
  error: (level) => level >= ERROR,
};

/** Whether line `index` of a batch is drawn red. */
export function isErrorLine(batch: LogBatch, index: number): boolean {
  const flags = batch.flags[index] ?? 0;
  return (flags & LINE_IS_ERROR) !== 0 && (flags & LINE_IS_CANCELLATION) === 0;
}

/** Says of each line of a batch, the first of which has number `first`, whether it is shown; null: all are. */
export function shownIn(batch: LogBatch, filter: LineFilter | null, first: number): ((index: number) => boolean) | null {
  if (!filter || showsAll(filter)) return null;
  const heard = batch.senders.map((sender) => isHeard(sender, filter));
  const passes = PASSES[filter.floor];
  const { only } = filter;
  const isWanted = (index: number): boolean => only === null || only.has(first + index);
  return (index) =>
    isWanted(index) && heard[batch.senderOf[index] ?? 0] === true && (passes(batch.levels[index] ?? 0) || isErrorLine(batch, index));
}
