// Whether two failures are the same one: what their causes have in common when numbers, ids and times are left out.
import { plainLine } from './plain-text.ts';
import type { Cause } from './failure.ts';

const MOST = 160;

/** In this order: what stands earlier may hold what stands later. */
const VARYING: readonly RegExp[] = [
  /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/g, // UUIDs
  /\b\d{4}-\d\d-\d\d(?:[t ]\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?(?:z|[+-]\d\d:?\d\d)?)?/g, // dates and times
  /-(?=[a-z]*\d)[0-9a-z]{8,10}-[0-9a-z]{5}\b/g, // the ends of pods' names
  /\bsha256:[0-9a-f]+\b/g,
  /\b(?=[0-9a-f]*\d)[0-9a-f]{7,}\b/g, // commits, digests
  /\d+/g,
];

/** The message without what varies from one time to the next. */
function stableText(message: string): string {
  return plainLine(
    VARYING.reduce((text, pattern) => text.replaceAll(pattern, '#'), message.toLowerCase()),
    MOST,
  );
}

/** The same for the same cause in another execution; another service, step, tag or message is another cause. */
export function causeFingerprint({ serviceId, tag, step, message }: Cause): string {
  return [serviceId ?? '', tag ?? '', step ?? '', stableText(message)].join('|');
}
