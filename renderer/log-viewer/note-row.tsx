// Rows that are no lines: what left, gaps, markers. A rule across the list with words on it.
import type { ReactNode } from 'react';
import { IconButton } from '../ui/button.tsx';
import type { RowActions } from './line-row.tsx';
import { noteText, type PlacedNote } from './notes.ts';
import { ROW_PX } from './scroll-scale.ts';

interface RuleRowProps {
  readonly top: number;
  readonly text: string;
  readonly look: string;
  readonly children?: ReactNode;
}
export function RuleRow({ top, text, look, children }: RuleRowProps): ReactNode {
  return (
    <div className={`rule-line ${look}`} style={{ top, height: ROW_PX }}>
      <span className="cut" title={text}>
        {text}
      </span>
      {children}
    </div>
  );
}

interface NoteRowProps {
  readonly placed: PlacedNote;
  readonly top: number;
  readonly isCurrent: boolean;
  readonly actions: RowActions;
}
/** A gap, or a marker with the button that takes it away (the key M does the same). */
export function NoteRow({ placed, top, isCurrent, actions }: NoteRowProps): ReactNode {
  const { note } = placed;
  const isMarker = note.kind === 'marker';
  return (
    <RuleRow top={top} text={noteText(note)} look={`${note.kind} ${isCurrent ? 'now' : ''}`}>
      {isMarker ? <IconButton icon="close" name="Remove this marker" tabIndex={-1} onClick={() => actions.unmark(placed)} /> : null}
    </RuleRow>
  );
}
