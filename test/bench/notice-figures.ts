// How soon news is told: from the platform's frame to the icon, from its error frame to the notification, cause included; and
// how many notifications in a simulated week beside a naive notifier that tells every change to the worse.
import { aWeek } from '../support/a-week.ts';
import { playWeek } from '../support/play-week.ts';
import { openFrameGate } from './frame-gate.ts';
import { accessTo, OURS, pause, withApp, withDemo } from './launched.ts';
import { alone, median, percentile, type Row } from './table.ts';

const ERROR_FRAME = '"state":"DEPLOYMENT_ERROR"';
const ICONS = 60;
const NOTICES_PER_ROUND = 3;
/** The build fails half a minute after the platform's start; in less time than this app would not have looked at anything yet. */
const SPEED = 4;

/** Milliseconds from a frame that changes a status to the new icon. */
function frameToIcon(): Promise<readonly number[]> {
  return withDemo({}, async (demo) => {
    const gate = await openFrameGate(demo.wsUrl);
    const act = withApp(OURS, [], { ...accessTo(demo), QOVERY_WS_URL: gate.wsUrl }, async ({ peer }) => {
      await pause(8_000); // until the first frames are in and the world is ready
      const times: number[] = [];
      for (let i = 0; i < ICONS; i += 1) {
        const seen = peer.iconChanges.length;
        const at = gate.toggle(i % 2 === 0);
        times.push((await peer.until(() => peer.iconChanges[seen], 'a new icon', 5_000)) - at);
        await pause(250 + ((i * 37) % 200));
      }
      return times;
    });
    return act.finally(() => gate.stop());
  });
}

/** Milliseconds from the first frame that says that a deployment failed to its notification; a platform and an app of its own. */
function errorToNotice(fault: 'log-silent' | null = null): Promise<number> {
  return withDemo({ scenario: 'build-error', speed: SPEED, fault }, async (demo) => {
    let frameAt: number | null = null;
    const gate = await openFrameGate(demo.wsUrl, (frame) => {
      if (frame.includes(ERROR_FRAME)) frameAt ??= performance.now();
    });
    const act = withApp(OURS, [], { ...accessTo(demo), QOVERY_WS_URL: gate.wsUrl }, async ({ peer }) => {
      await peer.until(() => peer.notices.find(({ summary }) => summary.endsWith(': DEPLOYMENT ERROR')), 'the failure is told', 60_000);
      if (frameAt === null) throw new Error('a failure was told without a frame that says it');
      return performance.now() - frameAt;
    });
    return act.finally(() => gate.stop());
  });
}

/** The simulated week; beside ours stands the naive notifier. */
function weekFigures(): readonly Row[] {
  const week = aWeek(1);
  const { shown, failuresTold, alarms, naive } = playWeek(week);
  return [
    { figure: 'notices in a week (beside: naive)', ours: shown.length, beside: naive, unit: '', goal: '' },
    { figure: 'failures told in a week (beside: failed)', ours: failuresTold, beside: week.failures.length, unit: '', goal: '= 1 ×' },
    alone('false alarms in a week', alarms.length - week.downs, '', '0'),
  ];
}

/** From frame to icon and notification, and the week. */
export async function noticeFigures(rounds: number): Promise<readonly Row[]> {
  const icons = await frameToIcon();
  const notices: number[] = [];
  while (notices.length < rounds * NOTICES_PER_ROUND) notices.push(await errorToNotice());
  const withoutLog = await errorToNotice('log-silent');
  return [
    alone('frame to icon, median', median(icons), 'ms', '', icons),
    alone('frame to icon, p95', percentile(icons, 0.95), 'ms', '≤ 250 ms'),
    alone('error frame to notification, median', median(notices), 'ms', '', notices),
    alone('error frame to notification, p95', percentile(notices, 0.95), 'ms', '≤ 1,500 ms'),
    alone('error frame to notification, the log never comes', withoutLog, 'ms', '≤ 5,000 ms'),
    ...weekFigures(),
  ];
}
