// What to do about a window whose renderer is gone. Needs no Electron.

/** `reload` once per window; a page that falls again would fall for ever, so its window is closed. */
export function afterCrash(reason: string, timesBefore: number): 'nothing' | 'reload' | 'close' {
  if (reason === 'clean-exit') return 'nothing';
  return timesBefore === 0 ? 'reload' : 'close';
}

/** The error in one text, with where it came from. */
export function errorText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
