// Chance that repeats: the same keys give the same numbers, on every machine and in every run.

export type Random = () => number;

/** FNV-1a over the keys' text. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** A generator of numbers in [0, 1) that depends on its keys alone (mulberry32). */
export function seeded(...keys: readonly (string | number)[]): Random {
  let state = hashOf(keys.join('/'));
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `low` to `high`, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** One of the list, which must not be empty. */
export function pick<T>(random: Random, list: readonly [T, ...T[]]): T {
  return list[Math.floor(random() * list.length)] ?? list[0];
}

/** `length` letters out of `alphabet`. */
export function letters(random: Random, length: number, alphabet = '0123456789abcdef'): string {
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)] ?? '').join('');
}

/** A UUID in the form of version 4. */
export function uuid(random: Random): string {
  const hex = letters(random, 30);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${pick(random, ['8', '9', 'a', 'b'])}${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
}

/** The last letters of a pod's name: without vowels, as Kubernetes makes them. */
export function podSuffix(random: Random, length: number): string {
  return letters(random, length, 'bcdfghjklmnpqrstvwxz2456789');
}
