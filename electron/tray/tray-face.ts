// What the tray shows, decided from the state alone: icon, tooltip, menu, and a line for terminals. tray.ts shows it.
// Words are in tray-words.ts, the menu in tray-menu.ts.
import type { DeploymentLogTarget } from '../contract/channels.ts';
import type { Settings } from '../contract/settings.ts';
import type { AppState } from '../contract/state.ts';
import type { Incident } from '../model/incident.ts';
import { uncounted } from '../model/known.ts';
import type { Rectangle } from '../model/rectangle.ts';
import { drawingOf, type Sign } from '../model/sign.ts';
import { trayStatus, type TrayStatus } from '../model/tray-status.ts';
import type { Instant } from '../model/world.ts';
import { trayMenu } from './tray-menu.ts';
import { accountProblem, isSignedOut, trayWords } from './tray-words.ts';

/** Which icon: a drawing, the badge of a failed deployment, the clock of old data, and in which colours. */
export interface TrayIcon extends Sign {
  readonly style: Settings['trayIcon']['style'];
}

/** What a click in the menu asks for. */
export type TrayChoice =
  | { readonly kind: 'open' | 'history' | 'refresh' | 'settings' | 'quit' }
  /** A click on the icon itself, which lies there: macOS and Windows say where. */
  | { readonly kind: 'open-beside'; readonly icon: Rectangle }
  | { readonly kind: 'pause'; readonly until: 'hour' | 'tomorrow' | 'resume' }
  | { readonly kind: 'know'; readonly environmentId: string; readonly how: 'these' | 'hour' | 'fixed' }
  | { readonly kind: 'reveal'; readonly environmentId: string }
  | { readonly kind: 'deployment-log'; readonly target: DeploymentLogTarget }
  | { readonly kind: 'service-log'; readonly serviceId: string }
  | { readonly kind: 'copy-incident'; readonly incident: Incident }
  | { readonly kind: 'link'; readonly url: string };

/** Labels are literal text: `&` and `_` mean themselves. */
export type TrayMenuItem =
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'choice'; readonly label: string; readonly choice: TrayChoice }
  | { readonly kind: 'submenu'; readonly label: string; readonly items: readonly TrayMenuItem[] };

export interface TrayFace {
  readonly icon: TrayIcon;
  /** One line: what is, with the status word of the icon, and how old that is. */
  readonly tooltip: string;
  /** Without ages, so that it changes only when its content does. */
  readonly menu: readonly TrayMenuItem[];
  /** Environments that need attention, for where a number can stand beside or over the icon. */
  readonly count: number;
  /** For terminals: "RUNNING | 14 environments, nothing needs attention: …, failed deployment". Without ages. */
  readonly line: string;
}

/** A monochrome icon may take colour for bad news. */
function styleFor({ status, failed }: Sign, { style, isColourOnFailure }: Settings['trayIcon']): TrayIcon['style'] {
  const isBad = failed || status === 'error' || status === 'warning';
  return isColourOnFailure && isBad ? 'colour' : style;
}

/** The face of the state at `now`. */
export function trayFace(state: AppState, now: Instant): TrayFace {
  const problem = accountProblem(state);
  const seen = trayStatus(state.world, uncounted(state.world, state.settings), now);
  // Nothing read and nothing to be had: that there are no environments is not known.
  const status: TrayStatus = problem && seen.total === 0 ? { ...seen, status: 'UNKNOWN' } : seen;
  const words = trayWords(status, state, now);
  const isUnreachable = problem !== null && !isSignedOut(state);
  const sign: Sign = {
    status: drawingOf(status.status),
    failed: status.hasFailedDeployment,
    stale: status.isDrained || isUnreachable,
  };
  const icon: TrayIcon = { ...sign, style: styleFor(sign, state.settings.trayIcon) };
  const flags = [...(icon.failed ? ['failed deployment'] : []), ...(icon.stale ? ['old data'] : [])];
  return {
    icon,
    tooltip: words.tooltip,
    menu: trayMenu(status, state, words.lines, now),
    count: status.attention.length,
    line: [`${status.status} | ${words.sentence}`, ...flags].join(', '),
  };
}
