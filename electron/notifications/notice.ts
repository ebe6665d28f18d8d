// What one notification is, before it is shown; and what a part proposes to tell, before settings have their say.
import type { DeploymentLogTarget } from '../contract/channels.ts';
import type { NoticeSwitches } from '../contract/notice-settings.ts';
import type { Change } from '../model/changes.ts';
import type { Incident } from '../model/incident.ts';
import type { Problem } from '../model/problem.ts';
import type { Sign } from '../model/sign.ts';
import type { Environment } from '../model/world.ts';

export type NoticeChoice =
  | { readonly kind: 'open' | 'history' }
  | { readonly kind: 'reveal'; readonly environmentId: string }
  | { readonly kind: 'deployment-log'; readonly target: DeploymentLogTarget }
  | { readonly kind: 'service-log'; readonly serviceId: string }
  | { readonly kind: 'know'; readonly environmentId: string; readonly how: 'hour' }
  | { readonly kind: 'copy-incident'; readonly incident: Incident };

/** A button of a notification, where the desktop shows any. */
export interface NoticeAction {
  readonly id: 'log' | 'mute' | 'copy';
  readonly label: string;
  readonly choice: NoticeChoice;
}

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
  /** Three at most; what they ask for is in the tray's menu, too. */
  readonly actions: readonly NoticeAction[];
}

/** Something to tell, under one of the switches; of one environment, or of the whole account (null). */
export interface Proposal {
  readonly about: keyof NoticeSwitches;
  readonly environment: Environment | null;
  readonly notice: Notice;
  /** The services of which alone it tells. */
  readonly serviceIds?: readonly string[];
  /** Why, in a line, where it is about a failure and that is known. */
  readonly cause?: string;
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

/** Shows notices by the desktop's own means. */
export interface Notifier {
  /** Shows them one after the other, after what was asked before; one outcome each. Never rejects. */
  show(notices: readonly Notice[]): Promise<readonly Outcome[]>;
  /** Takes notices back that hold no longer. */
  close(keys: readonly string[]): void;
  onChoice(listener: (choice: NoticeChoice) => void): void;
  stop(): void;
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
