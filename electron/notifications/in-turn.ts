// One thing after the other.

/** Acts given to what it returns begin when those before have ended. */
export function inTurn(): <T>(act: () => T | Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const acted = last.then(act);
    last = acted.catch(() => undefined); // whoever asked for it is told; what comes after it is not held up
    return acted;
  };
}
