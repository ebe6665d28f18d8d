// A log window's page: asks what it shows, takes the port its lines come through, and draws them.
import { useState, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { problemText } from '../../electron/model/wording-problem.ts';
import type { Problem } from '../../electron/model/problem.ts';
import type { LogPlace } from '../../electron/contract/log-batch.ts';
import { bridge, onLogPort, onShown } from '../bridge.ts';
import { startMirror } from '../mirror/mirror.ts';
import { settings } from '../mirror/selectors.ts';
import { Button } from '../ui/button.tsx';
import { LIMIT } from './kept-log.ts';
import { feed } from './log-feed.ts';
import { createLogStore } from './log-store.ts';
import { LogViewer } from './log-viewer.tsx';
import { createView } from './view.ts';

/** The window cannot show a log: says why, and asks again when told to. */
function NoLog({ problem, again }: { readonly problem: Problem; readonly again: () => void }): ReactNode {
  const [isAsking, setIsAsking] = useState(false);
  const ask = (): void => {
    setIsAsking(true);
    again();
  };
  return (
    <main className="window empty" role="alert">
      <h1 className="strong">This log cannot be shown</h1>
      <p className="t2">{problemText(problem)}</p>
      <Button disabled={isAsking} onClick={ask}>
        Try again
      </Button>
    </main>
  );
}

function start(root: Root): void {
  const mirror = startMirror(bridge());
  onShown(() => mirror.askAgain());
  const limit = () => ({ ...LIMIT, lines: settings(mirror.store.getState())?.log.mostLines ?? LIMIT.lines });
  const [log, view] = [createLogStore(limit), createView()];
  let stopFeed: (() => void) | null = null;
  onLogPort((port) => {
    stopFeed?.();
    stopFeed = feed(log, port);
  });
  let place: LogPlace | null = null;
  const draw = (): void => {
    if (place) root.render(<LogViewer mirror={mirror.store} log={log} view={view} place={place} bridge={bridge()} />);
  };
  // Asked to stand elsewhere: what is read, marked and searched stays.
  bridge().onReveal((what) => {
    if (what.kind !== 'line' || !place) return;
    place = { ...place, serviceId: what.serviceId, lineKey: what.lineKey };
    draw();
  });
  const open = async (): Promise<void> => {
    const answer = await bridge().ask('openLog', null);
    if (!answer.ok) return root.render(<NoLog key={Date.now()} problem={answer.problem} again={() => void open()} />);
    place = answer.value;
    draw();
  };
  void open();
}

const element = document.querySelector('#root');
if (element) start(createRoot(element));
