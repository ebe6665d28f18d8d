// The start-up switches, read once by main.ts and handed down as values.
import { parseArgs } from 'node:util';

export interface Switches {
  /** Run on the built-in demo platform instead of an account. */
  readonly demo: { readonly scenario: string; readonly seed: number; readonly speed: number } | null;
  /** Open the window at once. */
  readonly open: boolean;
}

const positive = (value: unknown, otherwise: number): number => (Number(value) > 0 ? Number(value) : otherwise);

/** The switches among a command line's arguments; those that are not ours (Chromium's) are left alone. */
export function switchesFrom(argv: readonly string[]): Switches {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options: {
      demo: { type: 'boolean' },
      scenario: { type: 'string' },
      seed: { type: 'string' },
      speed: { type: 'string' },
      open: { type: 'boolean' },
    },
  });
  const scenario = typeof values['scenario'] === 'string' ? values['scenario'] : 'tour';
  return {
    demo: values['demo'] === true ? { scenario, seed: positive(values['seed'], 1), speed: positive(values['speed'], 1) } : null,
    open: values['open'] === true,
  };
}
