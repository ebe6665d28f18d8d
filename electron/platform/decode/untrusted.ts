// Reading what came over the wire without trusting it: whatever is not of the expected type counts as not sent.
// A `Raw<keyof Wire…>` knows the field names of a wire shape and nothing of their types, so a renamed field fails the type check.
import type { WireResults } from '../wire/discovery.ts';

/** An object of the wire: its fields have known names but may hold anything. */
export type Raw<Field extends string> = Readonly<Partial<Record<Field, unknown>>>;

function isRecord<Field extends string>(value: unknown): value is Raw<Field> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object of the wire; null when it is none. */
export function record<Field extends string>(value: unknown): Raw<Field> | null {
  return isRecord<Field>(value) ? value : null;
}

/** The same where a missing object and an empty one mean the same. */
export function part<Field extends string>(value: unknown): Raw<Field> {
  return isRecord<Field>(value) ? value : ({} as Raw<Field>); // every field may be missing, so none is needed
}

/** The text; "" when there is none. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The text; null when there is none or it is empty. */
export function textOrNull(value: unknown): string | null {
  return text(value) || null;
}

/** A finite number; null otherwise. */
export function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A whole number from 0; 0 otherwise. */
export function count(value: unknown): number {
  return Math.max(0, Math.trunc(numberOrNull(value) ?? 0));
}

/** The value if it is one of the known words, else null. */
export function oneOf<const Word extends string>(words: readonly Word[], value: unknown): Word | null {
  return words.find((word) => word === value) ?? null;
}

/** Every object of a list as `read` understands it; what is no object and what `read` answers null to is left out. */
export function each<Field extends string, T>(value: unknown, read: (raw: Raw<Field>) => T | null): readonly T[] {
  if (!Array.isArray(value)) return [];
  const entries: readonly unknown[] = value;
  return entries.flatMap((entry) => {
    const raw = record<Field>(entry);
    const found = raw && read(raw);
    return found === null ? [] : [found];
  });
}

/**
 * The entries of a REST list, `{ results: […] }`. `results` may be missing: an empty list. Null when this is no such list, or
 * one of whose entries none is understood, so that a garbled reply is not taken for "there is nothing".
 */
export function results<Field extends string, T>(value: unknown, read: (raw: Raw<Field>) => T | null): readonly T[] | null {
  const reply = record<keyof WireResults<unknown>>(value);
  if (!reply || (reply.results !== undefined && reply.results !== null && !Array.isArray(reply.results))) return null;
  const found = each(reply.results, read);
  return found.length === 0 && Array.isArray(reply.results) && reply.results.length > 0 ? null : found;
}
