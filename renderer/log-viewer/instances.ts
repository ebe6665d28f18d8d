// PURE. The instances that speak in a service's log: each has a letter and a colour, by the order in which they were first heard.
import type { LogSender } from '../../electron/contract/log-batch.ts';
import type { Service } from '../../electron/model/world.ts';

export interface HeardInstance {
  readonly name: string;
  /** The end of its name, which tells it from its siblings: "api-7c9f8d-2xk4p" → "2xk4p". */
  readonly short: string;
  readonly letter: string;
  /** 1 … 6. */
  readonly colour: number;
  /** The version it said last; "" when it says none. */
  readonly version: string;
  /** What it does now, in a word; "gone" when the platform no longer lists it, "" when nothing is known. */
  readonly status: string;
}

const LETTERS = 26;
const COLOURS = 6;

/** "A" … "Z", then "A2" … */
export function letterOf(place: number): string {
  const letter = String.fromCharCode(65 + (place % LETTERS));
  return place < LETTERS ? letter : `${letter}${Math.floor(place / LETTERS) + 1}`;
}
export function colourOf(place: number): number {
  return (place % COLOURS) + 1;
}
export function shortName(name: string): string {
  return name.split('-').at(-1) || name;
}

function statusOf(name: string, service: Service | null): string {
  if (!service || service.instances.length === 0) return '';
  return service.instances.find((one) => one.name === name)?.status ?? 'gone';
}

/** Who spoke, in the order first heard; `service` says what they do now. */
export function instancesOf(speakers: readonly string[], voices: readonly LogSender[], service: Service | null): readonly HeardInstance[] {
  return speakers.map((name, place) => ({
    name,
    short: shortName(name),
    letter: letterOf(place),
    colour: colourOf(place),
    version: voices.findLast((voice) => voice.name === name)?.version ?? '',
    status: statusOf(name, service),
  }));
}

/** The different words that voices say of themselves, sorted; empty ones are none. */
export function namesOf(voices: readonly LogSender[], say: (voice: LogSender) => string | null): readonly string[] {
  return [...new Set(voices.flatMap((voice) => say(voice) || []))].toSorted();
}
