// The status line: does it follow, what does the connection say, how much is here, which error is this.
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { counted } from '../../electron/model/wording.ts';
import { Button } from '../ui/button.tsx';
import { useNow } from '../ui/use-now.ts';
import type { Actions } from './actions.ts';
import type { KeptLog } from './kept-log.ts';
import type { Layout } from './lines.ts';
import type { LogStore } from './log-store.ts';
import { placeOf } from './numbers.ts';
import { stateText } from './status-words.ts';
import type { ViewStore } from './view.ts';

const EVERY_MS = 1_000;

interface StatusLineProps {
  readonly log: LogStore;
  readonly view: ViewStore;
  readonly actions: Actions;
}

/** "412 lines", "complete, 412 lines" when the log is over and nothing of it is missing. */
function linesText({ state, notes, first, end }: KeptLog): string {
  const isComplete = state.kind === 'finished' && notes.every(({ note }) => note.kind !== 'gap') && first === 0;
  return `${isComplete ? 'complete, ' : ''}${counted(end - first, 'line')}`;
}
function countsText({ errors, warnings }: KeptLog): string {
  return [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : ''].filter(Boolean).join(', ');
}

/** "61 hidden" by service, level or instance. */
function hiddenText({ first, end }: KeptLog, { numbers }: Layout): string {
  const count = end - first - numbers.count;
  return count > 0 ? `${count.toLocaleString('en')} hidden` : '';
}

export function StatusLine({ log, view, actions }: StatusLineProps): ReactNode {
  const now = useNow(EVERY_MS);
  const { log: kept, layout } = useStore(log.store);
  const { isFollowing, current, notice } = useStore(view);
  const follows = isFollowing ? 'Following' : 'Not following: you are reading back';
  const isOver = kept.state.kind === 'finished' || kept.state.kind === 'failed';
  const parts = [
    isOver || kept.end === 0 ? '' : follows,
    stateText(kept, now),
    kept.end > 0 ? linesText(kept) : '',
    countsText(kept),
    hiddenText(kept, layout),
  ];
  const place = current === null ? 0 : placeOf(layout.errors, current + 1);
  const isAt = place > 0 && layout.errors.room[place - 1] === current;
  const count = layout.errors.count;
  const isTrouble = kept.state.kind === 'reconnecting' || kept.state.kind === 'failed';
  return (
    <footer className={`foot ${isTrouble ? 'trouble' : ''}`}>
      {notice === '' ? null : (
        <span className="notice strong" role="status">
          {notice}
        </span>
      )}
      <span className="grow cut">{parts.filter(Boolean).join(' · ')}</span>
      {count > 0 ? (
        <>
          <Button look="text" title="Next error (e)" disabled={isAt && place === count} onClick={() => actions.error(1)}>
            Next error
          </Button>
          <span className="num which">{isAt ? `error ${place} of ${count}` : counted(count, 'error')}</span>
        </>
      ) : null}
    </footer>
  );
}
