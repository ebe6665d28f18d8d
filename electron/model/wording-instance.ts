// Why a service runs badly, as its instances say it.
import { plainLine } from './plain-text.ts';
import { counted } from './wording.ts';
import type { Service } from './world.ts';

const REASON = 120;

/** "CrashLoopBackOff, 4 restarts"; empty when its instances say nothing. */
export function instancesText(service: Service): string {
  const bad = service.instances.find((instance) => instance.status === 'ERROR');
  if (!bad) return '';
  const restarts = bad.restarts > 0 ? counted(bad.restarts, 'restart') : '';
  return [plainLine(bad.reason || bad.message || (bad.lastTermination?.reason ?? ''), REASON), restarts].filter(Boolean).join(', ');
}
