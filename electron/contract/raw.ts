// Values out of whatever a file or a window holds: what makes no sense is as if it were missing.

export type Raw = Readonly<Record<string, unknown>>;

export const record = (value: unknown): Raw => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {}); // checked on this line
export const flag = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise);

export function oneOf<T extends string>(value: unknown, words: readonly T[], otherwise: T): T {
  return words.find((word) => word === value) ?? otherwise;
}

/** Texts, each once. */
export function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? [...new Set(value.filter((word): word is string => typeof word === 'string'))] : [];
}
