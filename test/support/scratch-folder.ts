// A folder for one test, gone after it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A fresh empty folder; call it inside a test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tray-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
