// One deployment in the menu of the last ones, in two lines: when, how it ended and how long it took; below, whose it was.
import type { ReactNode } from 'react';
import type { PastRun } from '../../electron/model/past-run.ts';
import { durationText, timeText } from '../../electron/model/wording.ts';
import type { Instant } from '../../electron/model/world.ts';
import { DeployMark } from '../ui/deploy-mark.tsx';
import { runByText } from './runs.ts';
import { markOfTone } from './steps.ts';

export function RunEntry({ run, now }: { readonly run: PastRun; readonly now: Instant }): ReactNode {
  const { at, label, tone, durationMs } = run;
  // A run that only this computer remembers was kept because it failed.
  const mark = markOfTone(tone ?? 'error');
  return (
    <span className="run-entry">
      <span>{at === null ? '' : timeText(at, now)}</span>
      <span className={`label ${mark === 'error' || mark === 'cancelled' ? mark : ''}`}>
        {mark && mark !== 'ok' ? <DeployMark shape={mark} /> : null}
        {label}
      </span>
      <span className="num t2">{durationMs === null ? '' : durationText(durationMs)}</span>
      <span className="by t2 s12 cut">{runByText(run)}</span>
    </span>
  );
}
