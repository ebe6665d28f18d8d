// What comes over D-Bus, as plain values, and an answer that none of them carries.
import dbus from 'dbus-next';

/** D-Bus values without their wrappers. */
export function plain(value: unknown): unknown {
  if (value instanceof dbus.Variant) return plain(value.value);
  if (Array.isArray(value)) return value.map(plain);
  if (value && typeof value === 'object' && !Buffer.isBuffer(value))
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]));
  return value;
}

/** The answer to a call that failed. */
export function failure(call: dbus.Message): dbus.Message {
  const { serial, sender } = call;
  const type = dbus.MessageType.ERROR;
  const replySerial = serial as unknown as string; // its types say text, the wire wants the number
  return new dbus.Message({
    type,
    replySerial,
    destination: sender,
    errorName: 'org.example.Failed',
    signature: 's',
    body: ['no'],
  });
}
