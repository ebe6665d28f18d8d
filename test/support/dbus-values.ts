// What comes over D-Bus, as plain values, and an answer that none of them carries.
import * as dbus from '@jellybrick/dbus-next';

/** D-Bus values without their wrappers. */
export function plain(value: unknown): unknown {
  if (value instanceof dbus.Variant) return plain(value.value);
  if (Array.isArray(value)) return value.map(plain);
  if (value && typeof value === 'object' && !Buffer.isBuffer(value))
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]));
  return value;
}
