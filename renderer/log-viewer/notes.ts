// PURE. What stands between lines on a row of its own: gaps where lines are missing, and markers that a person set. Notes are kept
// in the order in which they stand.
import type { LogGap } from '../../electron/model/log-line.ts';
import type { Instant } from '../../electron/model/world.ts';
import { gapText } from './status-words.ts';
import { secondText } from './times.ts';

/** A marker says a time: the one when it was set, or the one of the line that it was set at. */
export type Note = { readonly kind: 'gap'; readonly gap: LogGap } | { readonly kind: 'marker'; readonly at: Instant };
export interface PlacedNote {
  /** Stands above the line of this number. */
  readonly before: number;
  readonly note: Note;
}

/** The notes with a marker more, below those that stand at its place. */
export function withMarker(notes: readonly PlacedNote[], before: number, at: Instant): readonly PlacedNote[] {
  const place = notes.findIndex((one) => one.before > before);
  return notes.toSpliced(place === -1 ? notes.length : place, 0, { before, note: { kind: 'marker', at } });
}
export function markersOf(notes: readonly PlacedNote[]): readonly PlacedNote[] {
  return notes.filter(({ note }) => note.kind === 'marker');
}

/** The marker after (`step` 1) or before (−1) the one stood at; where none is, after or before line `number`. Null: there is none. */
export function markerFrom(notes: readonly PlacedNote[], at: PlacedNote | null, number: number, step: 1 | -1): PlacedNote | null {
  const markers = markersOf(notes);
  const place = at === null ? -1 : markers.indexOf(at);
  if (place !== -1) return markers[place + step] ?? null;
  return (step === 1 ? markers.find(({ before }) => before > number) : markers.findLast(({ before }) => before <= number)) ?? null;
}

/** What a note says. */
export function noteText(note: Note): string {
  return note.kind === 'gap' ? gapText(note.gap) : `marker ${secondText(note.at)}`;
}
