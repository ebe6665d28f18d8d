import { expect, test } from 'vitest';
import type { Environment, Source } from '../../../electron/model/world.ts';
import { sourceFacts } from '../../../renderer/overview/source-facts.ts';
import { anEnvironment, aSource, aWorld, T0 } from '../../support/a-world.ts';

const SOCKET = 'by the socket of its cluster';
const ASKED = 'asked for every 1 min';
const forbidden = { kind: 'forbidden', answer: 403 } as const;

test.each<[string, Partial<Source>, Partial<Source>, number, string, string]>([
  ['both are heard', {}, {}, 3_000, `live, as of 3 s ago, ${SOCKET}`, `live, as of 3 s ago, ${ASKED}`],
  ['a poll is late', { asOf: T0 + 100_000 }, {}, 100_000, `live, as of now, ${SOCKET}`, `ageing, as of 1 min ago, ${ASKED}`],
  ['polls were missed', { asOf: T0 + 240_000 }, {}, 240_000, `live, as of now, ${SOCKET}`, `old, as of 4 min ago, ${ASKED}`],
  ['the socket is lost', { state: 'down' }, {}, 60_000, `not reachable, as of 1 min ago, ${SOCKET}`, `live, as of 1 min ago, ${ASKED}`],
  ['the agent is away', { state: 'agent-away' }, {}, 0, `the cluster’s agent is away, as of now, ${SOCKET}`, `live, as of now, ${ASKED}`],
  [
    'nothing may be read, and nothing was',
    { state: 'refused', asOf: null, problem: forbidden },
    { state: 'refused', asOf: null, problem: forbidden },
    0,
    `not permitted, ${SOCKET}`,
    `not permitted, ${ASKED}`,
  ],
])('when %s, each source says so', (_, run, deployment, afterMs, runText, deploymentText) => {
  const sources = { 'run:c1': aSource('run', run), 'deployment:p1': aSource('deployment', deployment) };
  const environment = anEnvironment('shop/production');
  expect(sourceFacts(aWorld([environment], [], { sources }), environment, T0 + afterMs)).toEqual([
    { term: 'Run status', text: runText },
    { term: 'Deployments', text: deploymentText },
  ]);
});

test.each<[Partial<Environment>, string, string]>([
  [{ runSourceId: 'run:c1:shop' }, 'not heard yet, by a socket for its project alone', 'live, as of now, asked for every 1 min'],
  [{ runSourceId: 'run:c1:shop:production' }, 'not heard yet, by a socket for it alone', 'live, as of now, asked for every 1 min'],
  [{ runSourceId: null, deploymentSourceId: null }, 'not heard yet, by the socket of its cluster', 'not heard yet'],
])('a narrower socket, or none yet, is named: %j', (more, run, deployment) => {
  const environment = anEnvironment('shop/production', 'RUNNING', more);
  expect(sourceFacts(aWorld([environment]), environment, T0).map(({ text }) => text)).toEqual([run, deployment]);
});
