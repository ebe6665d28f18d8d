// Replies and frames as the platform sends them, by name (platform-samples.json).
import { readFileSync } from 'node:fs';
import path from 'node:path';

const file = path.join(import.meta.dirname, 'platform-samples.json');

/** Every sample by its name. */
export const SAMPLES: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(file, 'utf8'));
