/** What a generator yields on its way, and what it returns in the end. */
export function drained<T, R>(generator: Generator<T, R>): { readonly yielded: readonly T[]; readonly returned: R } {
  const yielded: T[] = [];
  for (;;) {
    const { done, value } = generator.next();
    if (done) return { yielded, returned: value };
    yielded.push(value);
  }
}
