// What shows notifications on a desktop, as it says of itself.
import type { Problem } from './problem.ts';

export type ServerAnswer =
  /** `capabilities` in the words of the desktop notifications specification: body, body-markup, actions, persistence … */
  | { readonly kind: 'answers'; readonly name: string; readonly version: string; readonly capabilities: readonly string[] }
  | { readonly kind: 'none'; readonly problem: Problem }
  /** This system has no such service, or none that can be asked: showing something tells. */
  | { readonly kind: 'unknown' };
