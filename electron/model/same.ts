// Identity where nothing changed: patches compare by identity, so the fold keeps the old value whenever the new one says the same.

type Fields = Readonly<Record<string, unknown>>;

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, i) => isSame(one, b[i]));
}

/** Plain data: own enumerable fields alone, so `for in` sees them all and makes no list of them. */
function isSameRecord(a: Fields, b: Fields): boolean {
  let count = 0;
  for (const key in a) {
    count += 1;
    if (!isSame(a[key], b[key]) || (a[key] === undefined && !Object.hasOwn(b, key))) return false;
  }
  for (const _ in b) count -= 1;
  return count === 0;
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && isSameList(a, b);
  return isSameRecord(a as Fields, b as Fields); // objects, by the lines above
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
