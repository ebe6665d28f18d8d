// The version of a settings file, and what makes an older file one of today's. Pure. A field that is new needs no step: parsing
// gives it its default. A field that was renamed, moved or means something else does.

type Raw = Readonly<Record<string, unknown>>;
/** Makes the content of version n one of version n + 1; it trusts nothing of what it is given. */
type Step = (old: Raw) => Raw;

/** Step n leads from version n; files without a version are 0: until then fields were only added. */
const STEPS: readonly Step[] = [(old) => old];

/** What this app writes. */
export const SETTINGS_VERSION = STEPS.length;

export type Versioned =
  /** `content` is of today's version, whatever it was before. */
  | { readonly kind: 'known'; readonly content: Raw }
  /** Written by a newer app: what it says may mean something else, and must not be written over. */
  | { readonly kind: 'newer'; readonly content: Raw; readonly version: number };

/** The file's version; one that makes no sense is none. */
function versionOf({ version }: Raw): number {
  return typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : 0;
}

/** The content of a settings file, brought to today's version. `steps` are the app's own, but in tests. */
export function versioned(content: Raw, steps: readonly Step[] = STEPS): Versioned {
  const version = versionOf(content);
  if (version > steps.length) return { kind: 'newer', content, version };
  const today = steps.slice(version).reduce((old, step) => step(old), content);
  return { kind: 'known', content: { ...today, version: steps.length } };
}
