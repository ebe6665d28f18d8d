// What windows take out of the mirror.
import type { AppState } from '../../electron/contract/state.ts';
import type { Settings } from '../../electron/contract/settings.ts';
import type { Problem } from '../../electron/model/problem.ts';
import type { Mirror } from './mirror.ts';

/** The whole document; null before the first answer. */
export const appState = (mirror: Mirror): AppState | null => mirror.snapshot?.state ?? null;

/** What the person has chosen; null before the first answer. */
export const settings = (mirror: Mirror): Settings | null => mirror.snapshot?.state.settings ?? null;

/** Why the main process could not be asked; null when it could. */
export const mirrorProblem = (mirror: Mirror): Problem | null => mirror.problem;
