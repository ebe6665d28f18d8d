// A program of the person's own that is run on each change: with which arguments and values, and what came of it. Pure.
import type { Change } from './changes.ts';
import { causeKnown } from './overlooked.ts';
import { plainLine } from './plain-text.ts';
import type { Environment, Instant, World } from './world.ts';

export interface OwnCommand {
  readonly isOn: boolean;
  /** The program alone, never a line for a shell. */
  readonly program: string;
  // One text, since settings merge lists as sets: their order, and what stands twice, would be lost.
  /** The arguments, one a line, each as it is handed over; `{environment}` and the like stand for the values. */
  readonly argumentLines: string;
}

export const NO_COMMAND: OwnCommand = { isOn: false, program: '', argumentLines: '' };

/** What a run knows of the change: in arguments as `{name}`, in its environment as `QOVERY_TRAY_NAME`. Empty: not known. */
export const VALUE_NAMES = [
  'event',
  'project',
  'environment',
  'mode',
  'status',
  'service',
  'cause',
  'by',
  'environment_id',
  'execution_id',
] as const;
type Values = Readonly<Record<(typeof VALUE_NAMES)[number], string>>;

/** One run to make. */
export interface CommandOrder {
  readonly event: string;
  readonly program: string;
  readonly args: readonly string[];
  /** What is added to the program's environment. */
  readonly variables: Readonly<Record<string, string>>;
}
/** One run that was made, or was not. */
export interface CommandRun {
  readonly at: Instant;
  readonly event: string;
  readonly end: 'ended' | 'killed' | 'not-started' | 'left-out';
  /** What it ended with; null: it did not end by itself. */
  readonly code: number | null;
  /** The beginning of what it wrote, or why it could not be started. */
  readonly output: string;
}

const PLACE = new RegExp(`\\{(${VALUE_NAMES.join('|')})\\}`, 'g');
/** So many runs are kept. */
const MOST_RUNS = 10;
const LONGEST = 300;
/** Names of variables in which tokens are handed to this app. */
const SECRET = /^(QOVERY_CLI_ACCESS_TOKEN|Q_CLI_ACCESS_TOKEN)$/i;

function valuesOf(change: Exclude<Change, { readonly kind: 'first-look' }>, environment: Environment, world: World): Values {
  const { deployment } = environment;
  const cause = change.kind === 'deployment-failed' ? causeKnown(environment, change.failureId) : null;
  const isRun = change.kind === 'run-changed';
  const values = {
    event: change.kind,
    project: world.projects[environment.projectId]?.name ?? '',
    environment: environment.name,
    mode: environment.mode,
    status: isRun ? change.to : (deployment?.label ?? ''),
    service: cause?.serviceName ?? '',
    cause: cause?.message ?? '',
    by: deployment?.triggeredBy ?? '',
    environment_id: environment.id,
    execution_id: isRun ? '' : (change.executionId ?? ''),
  };
  return Object.fromEntries(VALUE_NAMES.map((name) => [name, plainLine(values[name], LONGEST)])) as Values; // every name, by the line above
}

/** The runs that these changes call for; none while it is off. A first look is no change. */
export function commandOrders(
  changes: readonly Change[],
  world: World,
  { isOn, program, argumentLines }: OwnCommand,
): readonly CommandOrder[] {
  if (!isOn || program.trim() === '') return [];
  return changes.flatMap((change): readonly CommandOrder[] => {
    const environment = change.kind === 'first-look' ? undefined : world.environments[change.environmentId];
    if (change.kind === 'first-look' || !environment) return [];
    const values = valuesOf(change, environment, world);
    // One pass: what a value holds is never taken for a place of another one.
    const filled = (arg: string): string => arg.replaceAll(PLACE, (_, name: keyof Values) => values[name]);
    const variables = Object.fromEntries(VALUE_NAMES.map((name) => [`QOVERY_TRAY_${name.toUpperCase()}`, values[name]]));
    return [
      { event: change.kind, program: program.trim(), args: argumentLines === '' ? [] : argumentLines.split('\n').map(filled), variables },
    ];
  });
}

/** The environment of a run: the app's own without what holds a token, and the values. */
export function environmentOf(
  own: Readonly<Record<string, string | undefined>>,
  { variables }: CommandOrder,
): Readonly<Record<string, string>> {
  const kept = Object.entries(own).flatMap(([name, value]) => (value === undefined || SECRET.test(name) ? [] : [[name, value] as const]));
  return { ...Object.fromEntries(kept), ...variables };
}

/** The runs with this one, the newest first. */
export function withRun(runs: readonly CommandRun[], run: CommandRun): readonly CommandRun[] {
  return [run, ...runs].slice(0, MOST_RUNS);
}
