// What can go wrong outside, as a closed union. Sorted once at the outer edge (platform/http.ts, platform/socket.ts, store/);
// said to people by wording.ts. Never holds a token.
import type { Instant } from './world.ts';

/** One thing that went wrong outside. `detail` is for people, already free of secrets. */
export type Problem =
  /** No connection at all: name not found, refused, network gone. `code` is the system's word, e.g. ECONNREFUSED. */
  | { readonly kind: 'offline'; readonly code: string }
  | { readonly kind: 'timeout'; readonly afterMs: number }
  /** The platform's certificate cannot be checked. */
  | { readonly kind: 'certificate'; readonly code: string }
  | { readonly kind: 'bad-address'; readonly address: string }
  /** No token at all. */
  | { readonly kind: 'signed-out' }
  /** The token was refused: 401, or socket close 1008. */
  | { readonly kind: 'refused'; readonly answer: number }
  /** This one thing is not permitted: 403, or socket close 1007. */
  | { readonly kind: 'forbidden'; readonly answer: number }
  | { readonly kind: 'gone' }
  | { readonly kind: 'rate-limited'; readonly notBefore: Instant | null }
  | { readonly kind: 'server-error'; readonly answer: number; readonly detail: string }
  | { readonly kind: 'bad-request'; readonly answer: number; readonly detail: string }
  /** An answer that is not what the platform speaks: HTML, cut off, not JSON. */
  | { readonly kind: 'bad-reply'; readonly detail: string }
  /** The cluster's agent is not connected, so its run status is not to be had. */
  | { readonly kind: 'agent-away' }
  /** A socket was closed for another reason. */
  | { readonly kind: 'closed'; readonly code: number; readonly reason: string }
  /** A person or a window gave something that cannot be understood. */
  | { readonly kind: 'bad-input'; readonly detail: string }
  /** A file of ours could not be read or written. */
  | { readonly kind: 'store'; readonly file: string; readonly detail: string }
  /** There is no system keyring, so a token cannot be kept beyond this run. */
  | { readonly kind: 'no-keyring' }
  /** Notifications cannot be shown: the desktop has no service for them, or that one does not answer, or it refuses. */
  | { readonly kind: 'no-notifications'; readonly why: 'absent' | 'slow' | 'failing'; readonly detail: string };
