// How old may what is shown be, and what is said of it: to the millisecond, for both sources, in tray, rows and footer.
// Platform.md 1.4: old after 30 s without the socket; the issue: or after three missed polls. The sentence says which.
import { expect, test } from 'vitest';
import { environmentFreshness, type Freshness } from '../../../electron/model/freshness.ts';
import { trayStatus } from '../../../electron/model/tray-status.ts';
import type { Source, World } from '../../../electron/model/world.ts';
import { deploymentSentence, runSentence } from '../../../electron/model/wording-status.ts';
import { trayFace } from '../../../electron/tray/tray-face.ts';
import { footerOf } from '../../../renderer/overview/screen.ts';
import { isOld } from '../../../renderer/overview/run-glyph.tsx';
import { anEnvironment, aSource, aState, aWorld, T0 } from '../../support/a-world.ts';

const S = 1000;
const closed = { kind: 'closed', code: 1006, reason: '' } as const;
const forbidden = { kind: 'forbidden', answer: 403 } as const;
const away = { kind: 'agent-away' } as const;
/** A socket that speaks every 10 s and a project that is asked every 60 s, both heard at T0. */
const lost = { state: 'down', problem: closed } as const;

interface Case {
  readonly run?: Partial<Source>;
  readonly deployment?: Partial<Source>;
  readonly afterMs: number;
}
interface Said {
  readonly run?: Freshness;
  readonly deployment?: Freshness;
  readonly mark?: boolean;
  /** What tray, row and footer say of it; left out: nothing. */
  readonly tray?: string;
  readonly dot?: string;
  readonly label?: string;
  readonly footer?: string;
}
const LIVE: Case = { run: { asOf: T0 + 3_600 * S }, deployment: { asOf: T0 + 3_600 * S }, afterMs: 0 };
const socket = (run: Partial<Source>, afterMs: number): Case => ({ ...LIVE, run, afterMs });
const polls = (deployment: Partial<Source>, afterMs: number): Case => ({ ...LIVE, deployment, afterMs });

function seen({ run, deployment, afterMs }: Case): Required<Said> {
  const environment = anEnvironment('shop/production');
  const sources = { 'run:c1': aSource('run', run), 'deployment:p1': aSource('deployment', deployment) };
  const world: World = aWorld([environment], [], { sources });
  const now = T0 + afterMs;
  const fresh = environmentFreshness(world, environment, now);
  const facts = {
    run: environment.run,
    reported: null,
    rung: 'services',
    freshness: fresh.run,
    asOf: fresh.runAsOf,
    problem: fresh.runProblem,
  } as const;
  const face = trayFace(aState(world), now);
  const mark = face.icon.stale;
  expect([isOld(fresh.run) || isOld(fresh.deployment), face.line.endsWith(', old data')]).toEqual([mark, mark]); // window, terminal and tray agree
  expect(face.icon.status).toBe('running'); // the drawing stays; drained, it is not green
  const sentence = (whole: string, pattern: RegExp): string => pattern.exec(whole)?.[1] ?? '';
  return {
    run: fresh.run,
    deployment: fresh.deployment,
    mark,
    tray: sentence(face.tooltip, /((?:Run|Deployment|Run and deployment) status of [^:.]*)/),
    dot: sentence(runSentence(facts, now), /\. ((?:Old|No run|The token|There is)[^.]*)\./),
    label: sentence(
      deploymentSentence(environment.deployment, now, { freshness: fresh.deployment, problem: fresh.deploymentProblem }),
      /\. ((?:Old|The token)[^.]*)\./,
    ),
    footer: footerOf(world, trayStatus(world, [], now), now)
      .parts.filter((part) => !/^(Live|as of|next try|trying)/.test(part))
      .join(' · '),
  };
}
const CALM: Required<Said> = { run: 'live', deployment: 'live', mark: false, tray: '', dot: '', label: '', footer: '' };
const RUN_LOST: Said = {
  run: 'unreachable',
  mark: true,
  tray: 'Run status of 1 environment is old',
  dot: 'Old: the connection for run status is lost',
  footer: 'No live updates from 1 of 1 cluster: connection closed',
};
const POLLS_STALE: Said = {
  deployment: 'stale',
  mark: true,
  tray: 'Deployment status of 1 environment is old',
  label: 'Old: deployment states could not be read anew',
  footer: 'Deployments of 1 of 1 project not read anew',
};
const POLLS_LOST: Said = {
  ...POLLS_STALE,
  deployment: 'unreachable',
  label: 'Old: deployment states cannot be read',
  footer: 'Deployments of 1 of 1 project not read anew: connection closed',
};

test.each<[string, Case, Said]>([
  ['the socket has just spoken', socket({}, 0), {}],
  ['the socket speaks within 15 s', socket({}, 15 * S), {}],
  ['the socket is silent for longer, and answers', socket({}, 15 * S + 1), { run: 'ageing' }],
  ['the socket is silent for an hour, and answers', socket({}, 3_600 * S), { run: 'ageing' }],
  ['the socket was lost 30 s after its last word', socket(lost, 30 * S), { run: 'ageing' }],
  ['the socket was lost longer ago', socket(lost, 30 * S + 1), RUN_LOST],
  ['the socket was silent until it was lost 30 s ago', socket({ ...lost, lostAt: T0 + 600 * S }, 630 * S), { run: 'ageing' }],
  ['the socket was silent until it was lost longer ago', socket({ ...lost, lostAt: T0 + 600 * S }, 630 * S + 1), RUN_LOST],
  [
    'the socket is open again within 30 s, and has not spoken',
    socket({ since: T0 + 610 * S, lostAt: T0 + 600 * S }, 630 * S),
    { run: 'ageing' },
  ],
  [
    'the socket is open again, and has not spoken for too long',
    socket({ since: T0 + 610 * S, lostAt: T0 + 600 * S }, 630 * S + 1),
    { ...RUN_LOST, footer: 'No live updates from 1 of 1 cluster' },
  ],
  [
    'the socket has never spoken, 30 s after it opened',
    socket({ asOf: null }, 30 * S),
    { run: 'waiting', dot: 'No run status was heard yet' },
  ],
  [
    'the socket has never spoken for longer',
    socket({ asOf: null }, 30 * S + 1),
    {
      run: 'stale',
      mark: true,
      tray: 'Run status of 1 environment is old',
      dot: 'Old: no new run status was heard',
      footer: 'No live updates from 1 of 1 cluster',
    },
  ],
  [
    'the cluster’s agent is away',
    socket({ state: 'agent-away', problem: away }, 0),
    {
      run: 'agent-away',
      mark: true,
      tray: 'Run status of 1 environment is old',
      dot: "Old: the cluster's agent is away",
      footer: '1 of 1 cluster away',
    },
  ],
  [
    'run status is not permitted',
    socket({ state: 'refused', problem: forbidden }, 0),
    {
      run: 'refused',
      mark: true,
      tray: 'Run status of 1 environment is not permitted',
      dot: 'The token does not permit to see run status',
      footer: 'No live updates from 1 of 1 cluster: not permitted',
    },
  ],
  ['no poll is late', polls({}, 90 * S), {}],
  ['one poll is late', polls({}, 90 * S + 1), { deployment: 'ageing' }],
  ['the third poll is due', polls({}, 180 * S), { deployment: 'ageing' }],
  ['three polls were missed', polls({}, 180 * S + 1), POLLS_STALE],
  ['three polls failed', polls(lost, 180 * S), { deployment: 'ageing' }],
  ['three polls failed, and time went on', polls(lost, 180 * S + 1), POLLS_LOST],
  ['polls are slower on battery', polls({ ...lost, everyMs: 120 * S }, 360 * S), { deployment: 'ageing' }],
  [
    'deployments are not permitted',
    polls({ state: 'refused', problem: forbidden }, 0),
    {
      deployment: 'refused',
      mark: true,
      tray: 'Deployment status of 1 environment is not permitted',
      label: 'The token does not permit to read deployment states',
      footer: '1 of 1 project not permitted',
    },
  ],
  [
    'both are lost',
    { run: lost, deployment: lost, afterMs: 200 * S },
    {
      ...RUN_LOST,
      ...POLLS_LOST,
      tray: 'Run and deployment status of 1 environment is old',
      footer: 'No live updates from 1 of 1 cluster: connection closed · Deployments of 1 of 1 project not read anew: connection closed',
    },
  ],
])('when %s', (_, given, said) => {
  expect(seen(given)).toEqual({ ...CALM, ...said });
});
