// Below the tools while a deployment is compared: with which run, how many lines are new, and ways through them.
import type { ReactNode } from 'react';
import type { Bridge } from '../../electron/contract/channels.ts';
import type { LogPlace } from '../../electron/contract/log-batch.ts';
import { counted, durationText, timeText } from '../../electron/model/wording.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { useNow } from '../ui/use-now.ts';
import type { Actions } from './actions.ts';
import type { Comparison } from './comparing.ts';

interface CompareBarProps {
  readonly compared: Comparison;
  readonly actions: Actions;
  readonly bridge: Bridge;
  readonly place: LogPlace;
}

export function CompareBar({ compared: { good, news, isOnly, isLooking }, actions, bridge, place }: CompareBarProps): ReactNode {
  const now = useNow(60_000);
  const { executionId, at, durationMs } = good;
  const which = [at === null ? null : timeText(at, now), durationMs === null ? null : durationText(durationMs)].filter(Boolean).join(', ');
  const open = (): void =>
    void bridge.ask('openDeploymentLog', { environmentId: place.environmentId, executionId, serviceId: null, lineKey: null });
  return (
    <div className="bar compare-bar" role="group" aria-label="Comparison with the last good run">
      <span className="cut grow">
        <span className="t2">Beside the last good run{which === '' ? '' : ` (${which})`}: </span>
        <span className="medium" role="status">
          {isLooking && news.size === 0 ? 'looking for new lines…' : news.size === 0 ? 'no line is new' : counted(news.size, 'new line')}
        </span>
      </span>
      <Button size="small" title="Next new line (d)" disabled={news.size === 0} onClick={() => actions.goToNews(1)}>
        Next new line
      </Button>
      <Button size="small" aria-pressed={isOnly} disabled={news.size === 0 && !isOnly} onClick={() => actions.showOnlyNews(!isOnly)}>
        Only new lines
      </Button>
      <Button size="small" onClick={open}>
        Open its log
      </Button>
      <IconButton icon="close" name="End the comparison" keys="v" onClick={() => actions.compare()} />
    </div>
  );
}
