// The project's sources as data, for the structure tests: every file with what it imports.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export interface Import {
  /** As a path from the root for our own files (`electron/model/world.ts`), else the package's specifier. */
  readonly target: string;
  readonly isOurs: boolean;
  readonly isTypeOnly: boolean;
}
export interface Source {
  /** From the root, with forward slashes. */
  readonly file: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const STATEMENT = /^\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** The imports written in `text`, which stands in `file`. */
export function importsOf(file: string, text: string): readonly Import[] {
  return [...text.matchAll(STATEMENT)].map((match) => {
    const specifier = match[2] ?? match[3] ?? '';
    const isOurs = specifier.startsWith('.');
    return {
      target: isOurs ? path.posix.join(path.posix.dirname(file), specifier) : specifier,
      isOurs,
      isTypeOnly: match[1] !== undefined,
    };
  });
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
}

/** Every TypeScript source of the app, with what it imports. */
export function sources(...folders: readonly string[]): readonly Source[] {
  return folders
    .flatMap(filesUnder)
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return { file, text, imports: importsOf(file, text) };
    });
}
