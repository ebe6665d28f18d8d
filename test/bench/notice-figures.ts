// Notifications: how long from the platform's error frame to the bus, cause included, and how many in a simulated week beside
// a naive notifier that tells every change to the worse.
import { startDemoPlatform } from '../../electron/demo/server.ts';
import { aWeek } from '../support/a-week.ts';
import type { DesktopPeer } from '../support/desktop-peer.ts';
import { playWeek } from '../support/play-week.ts';
import { openFrameGate } from './frame-gate.ts';
import type { Row } from './monitor-figures.ts';

type Launch = (env: Readonly<Record<string, string>>) => Promise<{ readonly peer: DesktopPeer; stop(): Promise<void> }>;

const ERROR_FRAME = '"state":"DEPLOYMENT_ERROR"';
/** The tour fails a build and repairs it in each round of two minutes; faster it would be a storm, which is told otherwise. */
const SPEED = 4;
const ROUND_MS = 120_000 / SPEED;

/** Milliseconds from the first frame that says that a deployment failed to its notification, for so many failures. */
export async function errorToNotice(launch: Launch, samples: number): Promise<readonly number[]> {
  const demo = await startDemoPlatform({ port: 0, scenario: 'tour', seed: 1, speed: SPEED });
  let frameAt: number | null = null;
  const gate = await openFrameGate(demo.wsUrl, (frame) => {
    if (frame.includes(ERROR_FRAME)) frameAt ??= performance.now();
  });
  const ours = await launch({ QOVERY_CLI_ACCESS_TOKEN: demo.token, QOVERY_API_URL: demo.apiUrl, QOVERY_WS_URL: gate.wsUrl });
  const heard = async (title: string, since: number): Promise<void> => {
    await ours.peer.until(() => ours.peer.notices.slice(since).some((one) => one.summary.endsWith(title)), title, 3 * ROUND_MS);
  };
  try {
    const times: number[] = [];
    while (times.length < samples) {
      const before = ours.peer.notices.length;
      await heard(': DEPLOYMENT ERROR', before);
      const at = performance.now();
      if (frameAt === null) throw new Error('a failure was told without a frame that says it');
      times.push(at - frameAt);
      await heard(': DEPLOYMENT OK', before);
      frameAt = null;
    }
    return times;
  } finally {
    await ours.stop();
    gate.stop();
    await demo.stop();
  }
}

/** The simulated week; the column beside ours is the naive notifier. */
export function weekFigures(): readonly Row[] {
  const week = aWeek(1);
  const { shown, failuresTold, naive } = playWeek(week);
  return [
    { figure: 'notices in a week (beside: naive)', ours: shown.length, bare: naive, unit: '', now: '', goal: '' },
    {
      figure: 'failures told in a week (beside: failed)',
      ours: failuresTold,
      bare: week.failures.length,
      unit: '',
      now: '= 1 ×',
      goal: '= 1 ×',
    },
  ];
}
