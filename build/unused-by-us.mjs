// Stands in for what electron-store brings along and calls only for those who hand it a schema (ajv) or migrations (semver).
// We do neither: settings.ts checks what a file holds, settings-version.ts brings it up to date. They are half of the main
// process otherwise, read and kept in memory for nothing. Whoever begins to use them is told at once, and takes them out of
// vite.config.ts.
const refuse = (name) => {
  throw new Error(`${name} is not part of the app: see build/unused-by-us.mjs`);
};

/** ajv's class: called with `new` it refuses. */
export function Ajv2020() {
  refuse('ajv');
}

/** semver's, and ajv-formats'. */
export default new Proxy({}, { get: (_, name) => refuse(`semver or ajv-formats, asked for "${String(name)}",`) });
