// What shows notifications on a desktop, as it says of itself.
import type { Problem } from './problem.ts';

export interface NotificationServer {
  readonly kind: 'answers';
  readonly name: string;
  readonly version: string;
  /** In the words of the desktop notifications specification: body, body-markup, actions, persistence … */
  readonly capabilities: readonly string[];
  /** It holds notifications back now (do not disturb); null: it does not say. */
  readonly isHeldBack: boolean | null;
}
/** What a test notification came to. */
export interface NoticeTest {
  /** Why it was not shown; null: it was. */
  readonly problem: Problem | null;
  /** Who showed it; null: that cannot be asked here. */
  readonly server: NotificationServer | null;
}
export type ServerAnswer =
  | NotificationServer
  | { readonly kind: 'none'; readonly problem: Problem }
  /** This system has no such service, or none that can be asked: showing something tells. */
  | { readonly kind: 'unknown' };
