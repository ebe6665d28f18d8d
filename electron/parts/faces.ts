// Tray and notifications: what a person sees without opening anything.
import type { Clock } from '../model/clock.ts';
import type { ServerAnswer } from '../model/notification-server.ts';
import { createNotifier, type Notifier } from '../notifications/notifier.ts';
import type { Switches } from '../switches.ts';
import { askNotificationServer } from '../system/notification-server.ts';
import type { TrayPart } from '../tray/tray.ts';
import type { FirstFace } from './first-face.ts';

/** In the demo each change is a line on the terminal, for machines without a display. */
function teller({ demo }: Switches): (line: string) => void {
  let last = '';
  return (line) => {
    if (demo && line !== last) process.stdout.write(`${line}\n`);
    last = line;
  };
}

interface Faces {
  readonly tray: TrayPart;
  readonly notifier: Notifier;
  readonly askNotificationServer: () => Promise<ServerAnswer>;
}

/** Tray and notifications. What they show is said on the terminal in the demo, too: a notice that stands there counts as shown. */
export function faces(switches: Switches, { tray, assets, log }: FirstFace, clock: Clock): Faces {
  const ask = askNotificationServer;
  const notifier = createNotifier({ assets, clock, log, ask });
  const [sayTray, sayNotice] = [teller(switches), teller(switches)];
  return {
    tray: {
      ...tray,
      show(face) {
        tray.show(face);
        sayTray(`tray: ${face.line}`);
      },
    },
    notifier: {
      ...notifier,
      async show(shown) {
        for (const { title, body } of shown) sayNotice(`notification: ${title} | ${body.replaceAll('\n', ' | ')}`);
        const outcomes = await notifier.show(shown);
        return switches.demo ? outcomes.map(({ key }) => ({ key, problem: null })) : outcomes;
      },
    },
    askNotificationServer: switches.demo ? () => Promise.resolve({ kind: 'unknown' }) : ask,
  };
}
