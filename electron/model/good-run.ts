// What a deployment is compared with: the last one before it that went well, and how long each part of both took.
import type { LogLine } from './log-line.ts';
import { pastVerdict } from './past-run.ts';
import type { PastDeployment, PastStage } from './report.ts';
import { stageName } from './stages.ts';
import type { Instant } from './world.ts';

/** One part of both runs; a duration is null where the part is missing or nobody says how long it took. */
export interface ComparedPart {
  readonly kind: 'whole' | 'stage' | 'service' | 'phase';
  readonly name: string;
  readonly ownMs: number | null;
  readonly goodMs: number | null;
}
export interface GoodRun {
  readonly executionId: string;
  readonly at: Instant | null;
  readonly durationMs: number | null;
  /** In the order of the deployment: the whole, then each stage with its services and their phases. */
  readonly parts: readonly ComparedPart[];
}

/** The newest deployment before this one that went well and did the same; `history` is newest first. Null: there is none. */
export function lastGoodRun(history: readonly PastDeployment[], executionId: string, now: Instant): PastDeployment | null {
  const place = history.findIndex((one) => one.executionId === executionId);
  const own = history[place];
  const isSameAction = ({ action }: PastDeployment): boolean => action === (own?.action || 'DEPLOY');
  return history.slice(place + 1).find((one) => isSameAction(one) && pastVerdict(one, now).tone === 'ok') ?? null;
}

/** Steps of the engine as phases that people know; steps that are no work of a service are none. */
const PHASES: readonly (readonly [name: string, steps: RegExp])[] = [
  ['Build', /^(Build|Built|BuiltError)$/],
  ['Deploy', /^(Deploy|Deployed|DeployedError|Recap)$/],
  ['Stop', /^Pause/],
  ['Restart', /^Restart/],
  ['Delete', /^Delete/],
  ['Execute', /^Executing$/],
];
const phaseOf = (step: string | null): string | null => (step && PHASES.find(([, steps]) => steps.test(step))?.[0]) || null;

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}
type Spans = ReadonlyMap<string, Span>;
const keyOf = (senderId: string, phase: string): string => `${senderId} ${phase}`;

/** From the first to the last line of each phase of each sender. */
function spansOf(lines: readonly LogLine[]): Spans {
  const spans = new Map<string, Span>();
  for (const { senderId, step, at } of lines) {
    const phase = phaseOf(step);
    if (phase === null || senderId === null || at === null) continue;
    const { from, to } = spans.get(keyOf(senderId, phase)) ?? { from: at, to: at };
    spans.set(keyOf(senderId, phase), { from: Math.min(from, at), to: Math.max(to, at) });
  }
  return spans;
}
function lengthOf(spans: Spans, senderId: string, phase: string): number | null {
  const span = spans.get(keyOf(senderId, phase));
  return span ? span.to - span.from : null;
}

function phaseParts(id: string, own: Spans, good: Spans): readonly ComparedPart[] {
  return PHASES.flatMap(([name]): ComparedPart[] => {
    const [ownMs, goodMs] = [lengthOf(own, id, name), lengthOf(good, id, name)];
    return ownMs === null && goodMs === null ? [] : [{ kind: 'phase', name, ownMs, goodMs }];
  });
}

/** Every value of both, the good run's first, each key once. */
function united<T>(own: readonly T[], good: readonly T[], key: (one: T) => string): readonly (readonly [own: T | null, good: T | null])[] {
  const keys = [...new Set([...good, ...own].map(key))];
  const find = (all: readonly T[], name: string): T | null => all.find((one) => key(one) === name) ?? null;
  return keys.map((name) => [find(own, name), find(good, name)]);
}

export interface ComparedRun {
  /** Null: the history does not tell of it. */
  readonly past: PastDeployment | null;
  readonly lines: readonly LogLine[];
}

/** The parts of both runs side by side; a stage in which nothing took part in either is left out. */
export function comparedParts(own: ComparedRun, good: ComparedRun): readonly ComparedPart[] {
  const [ownSpans, goodSpans] = [spansOf(own.lines), spansOf(good.lines)];
  const stages = united<PastStage>(own.past?.stages ?? [], good.past?.stages ?? [], ({ name }) => name);
  const parts = stages.flatMap(([mine, theirs]): readonly ComparedPart[] => {
    const services = united(mine?.services ?? [], theirs?.services ?? [], ({ id }) => id);
    if (services.length === 0) return [];
    const name = stageName({ name: mine?.name ?? theirs?.name ?? '' });
    return [
      { kind: 'stage', name, ownMs: mine?.durationMs ?? null, goodMs: theirs?.durationMs ?? null },
      ...services.flatMap(([a, b]): readonly ComparedPart[] => [
        { kind: 'service', name: a?.name || b?.name || '', ownMs: a?.durationMs ?? null, goodMs: b?.durationMs ?? null },
        ...phaseParts(a?.id ?? b?.id ?? '', ownSpans, goodSpans),
      ]),
    ];
  });
  return [
    { kind: 'whole', name: 'Whole deployment', ownMs: own.past?.durationMs ?? null, goodMs: good.past?.durationMs ?? null },
    ...parts,
  ];
}
