// One instance of an unfolded service: its sign, name (cut in the middle), version, status, since when, and why.
import type { ReactNode } from 'react';
import { ago, timeText } from '../../electron/model/wording.ts';
import { instanceSentence } from '../../electron/model/wording-status.ts';
import { Pip } from '../ui/pip.tsx';
import { pipShape } from './pips.ts';
import type { InstanceRow } from './rows.ts';
import { instanceReason, shortVersion } from './row-texts.ts';
import type { RowProps } from './row-view.tsx';

/** The end of a name tells instances apart, so it is always seen. */
const TAIL = 6;

export function InstanceRowView({ row, now, rowProps }: RowProps<InstanceRow>): ReactNode {
  const { instance, isOld, hasReason } = row;
  const { name, version, status, startedAt } = instance;
  const reason = instanceReason(instance, isOld, now);
  return (
    <div {...rowProps} className={`inst ${instance.remnant ? 'remnant' : ''}`} aria-label={`${name}, ${instanceSentence(instance)}`}>
      <Pip shape={pipShape(instance)} isOld={isOld} />
      <span role="gridcell" className="pod mono" title={name}>
        <span className="cut">{name.slice(0, -TAIL)}</span>
        {name.slice(-TAIL)}
      </span>
      <span role="gridcell" className={`version mono cut ${isOld ? 't3' : ''}`} title={version}>
        {shortVersion(version)}
      </span>
      <span role="gridcell" className="status t2">
        {status}
      </span>
      <span role="gridcell" className="age" title={startedAt === null ? undefined : timeText(startedAt, now)}>
        {startedAt === null ? '' : ago(startedAt, now)}
      </span>
      {hasReason ? (
        <span role="gridcell" className="why cut" title={reason}>
          {reason}
        </span>
      ) : null}
    </div>
  );
}
