// Telling on a desktop whose notification service comes and goes, with a manual clock: the world is shown as connect() does.
import { DEFAULT_SETTINGS, type Settings } from '../../electron/contract/settings.ts';
import { changes } from '../../electron/model/changes.ts';
import type { NoticeTest, ServerAnswer } from '../../electron/model/notification-server.ts';
import type { Problem } from '../../electron/model/problem.ts';
import { NOTHING_TOLD, type Told } from '../../electron/model/told.ts';
import { EMPTY_WORLD, type World } from '../../electron/model/world.ts';
import { createTelling } from '../../electron/notifications/telling.ts';
import { T0 } from './a-world.ts';
import { manualClock } from './manual-clock.ts';

export const ABSENT: Problem = { kind: 'no-notifications', why: 'absent', detail: '' };

interface TellingDesktop {
  /** Titles of what was shown. */
  readonly shown: readonly string[];
  /** Titles of what was tried, shown or not. */
  readonly tried: readonly string[];
  /** What stood in the way, each time that changed. */
  readonly problems: readonly (Problem | null)[];
  told(): Told;
  /** A test notification's outcome. */
  test(): Promise<NoticeTest>;
  /** The service does this with a notice of that title. */
  service(act: (title: string) => Problem | null): void;
  /** This world for so long, told of every ten seconds. */
  see(world: World, ms: number): Promise<void>;
}

/** `canAsk` false: the service cannot be asked who it is. */
export function tellingDesktop({ canAsk = true, told: first = NOTHING_TOLD, settings: chosen = DEFAULT_SETTINGS } = {}): TellingDesktop {
  const clock = manualClock(T0);
  const [shown, tried, problems]: [string[], string[], (Problem | null)[]] = [[], [], []];
  let [world, told, settings]: [World, Told, Settings] = [EMPTY_WORLD, first, chosen];
  let act: (title: string) => Problem | null = () => null;
  const answer = (): ServerAnswer => {
    const problem = act('');
    if (!canAsk) return { kind: 'unknown' };
    return problem ? { kind: 'none', problem } : { kind: 'answers', name: 'test', version: '1', capabilities: [], isHeldBack: null };
  };
  const telling = createTelling({
    clock,
    world: () => world,
    settings: { current: () => settings, change: (next) => void (settings = next) },
    told: { told: () => told, keep: (next) => void (told = next) },
    notifier: {
      show(notices) {
        const outcomes = notices.map(({ key, title }) => ({ key, title, problem: act(title) }));
        tried.push(...outcomes.map(({ title }) => title));
        shown.push(...outcomes.filter(({ problem }) => problem === null).map(({ title }) => title));
        return Promise.resolve(outcomes);
      },
      close: () => undefined,
    },
    isReading: () => false,
    ask: () => Promise.resolve(answer()),
    onProblem: (problem) => void problems.push(problem),
  });
  const tellAnew = (next: World): void => {
    const sources = Object.entries(next.sources).map(([id, source]) => [id, { ...source, asOf: clock.now() }]);
    const before = world;
    world = { ...next, sources: Object.fromEntries(sources) };
    telling.tell(changes(before, world));
  };
  return {
    shown,
    tried,
    problems,
    told: () => told,
    test: () => telling.test(),
    service: (next) => void (act = next),
    async see(next, ms) {
      for (let gone = 0; gone < ms; gone += 10_000) {
        tellAnew(next);
        await clock.advance(10_000);
      }
    },
  };
}
