// Chooses the screen: a sign of life while nothing is known, the way in while nobody is connected, else the overview.
import { useEffect, useState, type ReactNode } from 'react';
import type { Bridge } from '../../electron/contract/channels.ts';
import type { MirrorStore } from '../mirror/mirror.ts';
import { appState, mirrorProblem } from '../mirror/selectors.ts';
import { useMirror } from '../mirror/use-mirror.ts';
import { ConnectPage } from './connect-page.tsx';
import { Overview } from './overview.tsx';
import { screenOf } from './screen.ts';
import { Skeleton, MirrorTrouble } from './states.tsx';
import type { ViewStore } from './view.ts';

export interface MainWindowProps {
  readonly mirror: MirrorStore;
  readonly view: ViewStore;
  readonly bridge: Bridge;
}

/** The whole window. */
export function MainWindow({ mirror, view, bridge }: MainWindowProps): ReactNode {
  const state = useMirror(mirror, appState);
  const problem = useMirror(mirror, mirrorProblem);
  const isLate = useLate(200);
  if (!state) return <div className="window">{problem ? <MirrorTrouble problem={problem} /> : isLate ? <Skeleton /> : null}</div>;
  if (screenOf(state) === 'connect') {
    const { account, hints, consoleUrl } = state;
    return <ConnectPage account={account} hints={hints} consoleUrl={consoleUrl} bridge={bridge} />;
  }
  return <Overview state={state} view={view} bridge={bridge} isLate={isLate} />;
}

/** Whether `ms` have passed since the window opened: what comes sooner needs no sign that it is coming. */
function useLate(ms: number): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return isLate;
}
