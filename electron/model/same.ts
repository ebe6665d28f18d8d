// Identity where nothing changed: patches compare by identity, so the fold keeps the old value whenever the new one says the same.

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [keysA, keysB] = [Object.keys(a), Object.keys(b)];
  if (keysA.length !== keysB.length) return false;
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>]; // objects, by the lines above
  return keysA.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key]));
}

/** `before` if `after` says the same (plain data, compared in depth), else `after`. */
export function kept<T>(before: T | undefined, after: T): T {
  return before !== undefined && isSame(before, after) ? before : after;
}

/** The record with these entries set; the same record when none of them changes. Each entry is kept where it says the same. */
export function withEntries<T>(
  record: Readonly<Record<string, T>>,
  entries: readonly (readonly [string, T])[],
): Readonly<Record<string, T>> {
  const changed = entries.map(([id, value]) => [id, kept(record[id], value)] as const).filter(([id, value]) => record[id] !== value);
  return changed.length === 0 ? record : { ...record, ...Object.fromEntries(changed) };
}

/** The record without these ids; the same record when it holds none of them. */
export function withoutEntries<T>(record: Readonly<Record<string, T>>, ids: ReadonlySet<string>): Readonly<Record<string, T>> {
  if (!Object.keys(record).some((id) => ids.has(id))) return record;
  return Object.fromEntries(Object.entries(record).filter(([id]) => !ids.has(id)));
}
