// What one notification is, before it is shown; and what a part proposes to tell, before settings have their say.
import type { DeploymentLogTarget } from '../contract/channels.ts';
import type { NoticeSwitches } from '../contract/notice-settings.ts';
import type { Change } from '../model/changes.ts';
import type { Problem } from '../model/problem.ts';
import type { Sign } from '../model/sign.ts';
import type { Environment } from '../model/world.ts';

export type NoticeChoice =
  | { readonly kind: 'open' | 'history' }
  | { readonly kind: 'reveal'; readonly environmentId: string }
  | { readonly kind: 'deployment-log'; readonly target: DeploymentLogTarget }
  | { readonly kind: 'service-log'; readonly serviceId: string };

/** One notification: plain text, no markup; title one line, body at most two. */
export interface Notice {
  /** A notice takes the place of an earlier one with the same key. */
  readonly key: string;
  readonly title: string;
  readonly body: string;
  readonly urgency: 'normal' | 'critical';
  /** Without a sound: it says again what was said already. */
  readonly isSilent: boolean;
  /** The tray icon of that environment alone, so that the picture never contradicts the words. */
  readonly icon: Sign;
  /** What a click on it asks for. */
  readonly choice: NoticeChoice;
}

/** Something to tell, under one of the switches; of one environment, or of the whole account (null). */
export interface Proposal {
  readonly about: keyof NoticeSwitches;
  readonly environment: Environment | null;
  readonly notice: Notice;
  /** The services of which alone it tells. */
  readonly serviceIds?: readonly string[];
  /** Keys that count as told by it. */
  readonly keys?: readonly string[];
  /** What is to be decided again if it cannot be shown; where there is none, the world itself calls for it again. */
  readonly change?: Change;
}

/** One notice to show, and all that it tells of: several where it is one of many. */
export interface Made {
  readonly notice: Notice;
  readonly proposals: readonly Proposal[];
}

/** What became of a notice. */
export interface Outcome {
  readonly key: string;
  /** Why it was not shown; null: it was. */
  readonly problem: Problem | null;
}

/** What a part decided: to tell, and which notices hold no longer. */
export interface Proposed {
  readonly proposals: readonly Proposal[];
  readonly closed: readonly string[];
}

/** PRODUCTION insists; everything else waits for its person. */
export function urgencyOf(environment: Environment): Notice['urgency'] {
  return environment.mode === 'PRODUCTION' ? 'critical' : 'normal';
}
