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

/** What a record was made of: thousands of entries that stayed need then not be looked at. Weak, so that nothing old is kept for it. */
const made = new WeakMap<object, { readonly of: WeakRef<object>; readonly ids: readonly string[] }>();

/** The ids that were set in `before` to make `after` of it; null when it was not made so, in one step. */
export function idsSet(before: object, after: object): readonly string[] | null {
  const how = made.get(after);
  return how?.of.deref() === before ? how.ids : null;
}

/** The record with these entries set; the same record when none of them changes. Each entry is kept where it says the same. */
export function withEntries<T>(
  record: Readonly<Record<string, T>>,
  entries: readonly (readonly [string, T])[],
): Readonly<Record<string, T>> {
  const changed = entries.map(([id, value]) => [id, kept(record[id], value)] as const).filter(([id, value]) => record[id] !== value);
  if (changed.length === 0) return record;
  const next = { ...record, ...Object.fromEntries(changed) };
  made.set(next, { of: new WeakRef(record), ids: changed.map(([id]) => id) });
  return next;
}

/** The record without these ids; the same record when it holds none of them. */
export function withoutEntries<T>(record: Readonly<Record<string, T>>, ids: ReadonlySet<string>): Readonly<Record<string, T>> {
  if (!Object.keys(record).some((id) => ids.has(id))) return record;
  return Object.fromEntries(Object.entries(record).filter(([id]) => !ids.has(id)));
}
