// What can be made to go wrong on the demo platform, for tests.

export type DemoFault =
  /** The token is revoked: REST answers 401, sockets close 1008. */
  | '401'
  /** Too many requests, with Retry-After. */
  | '429'
  | '500'
  /** A page of HTML where JSON is due, as captive portals send. */
  | 'html'
  /** Requests and new sockets are never answered. */
  | 'slow'
  /** Clusters cannot be asked what runs: run sockets close 1011 `NotFound: …`, again and again. */
  | 'agent-offline';

/** A socket's end: the code and reason that are sent. */
export interface Closing {
  readonly code: number;
  readonly reason: string;
}

export const BAD_TOKEN: Closing = { code: 1008, reason: 'invalid token' };
export const NOT_ALLOWED: Closing = { code: 1007, reason: 'permission refused' };
export const AGENT_AWAY: Closing = { code: 1011, reason: 'NotFound: the agent of this cluster is not connected' };

/** What REST answers under a fault, before anything else is looked at; null: as usual. */
export function faultyAnswer(
  fault: DemoFault | null,
): { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly text: string } | null {
  const json = { 'content-type': 'application/json' };
  switch (fault) {
    case '429':
      return {
        status: 429,
        headers: { ...json, 'retry-after': '5' },
        text: '{"status":429,"error":"Too Many Requests","detail":"too many requests"}',
      };
    case '500':
      return { status: 500, headers: json, text: '{"status":500,"error":"Internal Server Error","detail":"something broke"}' };
    case 'html':
      return {
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        text: '<!doctype html><title>Sign in to this network</title><p>Please accept the terms of use.</p>',
      };
    case '401':
    case 'slow':
    case 'agent-offline':
    case null:
      return null;
    default: {
      const never: never = fault;
      return never;
    }
  }
}
