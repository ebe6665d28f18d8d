// Reads frames of run state that repeat: a cluster sends all its environments again when one of them changed. Only the text
// of those that changed is parsed; the others are the very objects of the frame before.
import type { EnvironmentRun, RunReport } from '../../model/report.ts';
import { environmentRun, runReport } from './run.ts';

const HEAD = '{"environments":[';
const TAIL = ']}';
/** How each environment begins. Raw quotes cannot stand within a JSON text, so this cannot be part of a name or a message. */
const BEGIN = '{"id":"';
const MARK = '","project_id":"';

/** The texts of the frame's environments; null when it is not written the way this can cut. */
function cut(text: string): readonly string[] | null {
  if (!text.startsWith(HEAD) || !text.endsWith(TAIL)) return null;
  const starts: number[] = [];
  for (let at = text.indexOf(MARK); at !== -1; at = text.indexOf(MARK, at + MARK.length)) starts.push(text.lastIndexOf(BEGIN, at));
  if (starts[0] !== HEAD.length) return null;
  return starts.map((start, i) => text.slice(start, i + 1 < starts.length ? (starts[i + 1] ?? 0) - 1 : -TAIL.length));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

interface Read {
  readonly text: string;
  readonly run: EnvironmentRun;
}
const idIn = (part: string): string => part.slice(BEGIN.length, part.indexOf('"', BEGIN.length));

/** So much is parsed at once: a few milliseconds. A frame of 5,000 services is 7 MB, most of it as it was in the frame before. */
const SLICE_CHARACTERS = 500_000;

/**
 * A reader with a memory of one frame; it returns null for what is not a frame of run state. Of a large frame it yields what it
 * has parsed so far as a part, slice by slice, and returns the whole in the end. Use one per socket, one frame at a time. `seen`
 * is shown what was parsed: what the frame before said, too, is not shown again.
 */
export function createRunReader(
  seen: (parsed: unknown) => void = () => undefined,
  sliceCharacters = SLICE_CHARACTERS,
): (text: string) => Generator<RunReport, RunReport | null> {
  let last: ReadonlyMap<string, Read> = new Map();
  const noted = (text: string): unknown => {
    const value = parsed(text);
    seen(value);
    return value;
  };
  return function* (text) {
    const next = new Map<string, Read>();
    let slice: EnvironmentRun[] = [];
    let characters = 0;
    for (const part of cut(text) ?? []) {
      const id = idIn(part);
      const known = last.get(id);
      const isKnown = known?.text === part;
      const run = isKnown ? known.run : environmentRun(noted(part));
      if (!run) return runReport(noted(text)); // cut wrongly: the whole then tells
      next.set(id, { text: part, run });
      if (isKnown) continue;
      slice.push(run);
      characters += part.length;
      if (characters < sliceCharacters) continue;
      yield { environments: slice, isPart: true };
      [slice, characters] = [[], 0];
    }
    if (next.size === 0) return runReport(noted(text));
    last = next;
    return { environments: [...next.values()].map((read) => read.run) };
  };
}
