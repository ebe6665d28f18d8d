// Tray and notifications: what a person sees without opening anything.
import { nativeImage } from 'electron';
import path from 'node:path';
import type { Log } from '../log.ts';
import type { Bus } from '../model/bus.ts';
import type { Clock } from '../model/clock.ts';
import type { ServerAnswer } from '../model/notification-server.ts';
import { signName, type Sign } from '../model/sign.ts';
import { createBusNotifier } from '../notifications/bus-notifier.ts';
import type { Notifier } from '../notifications/notice.ts';
import { createNotifier } from '../notifications/notifier.ts';
import { pictureFrom, type Picture } from '../notifications/picture.ts';
import type { Switches } from '../switches.ts';
import { askNotificationServer } from '../system/notification-server.ts';
import { createSessionBus } from '../system/session-bus.ts';
import type { TrayPart } from '../tray/tray.ts';
import type { FirstFace } from './first-face.ts';

/** In the demo, and without a display, each change is a line on the terminal. */
function teller({ isTelling }: Switches): (line: string) => void {
  let last = '';
  return (line) => {
    if (isTelling && line !== last) process.stdout.write(`${line}\n`);
    last = line;
  };
}

interface Faces {
  readonly tray: TrayPart;
  readonly notifier: Notifier;
  readonly askNotificationServer: () => Promise<ServerAnswer>;
  /** The session bus of a Linux desktop; null elsewhere. */
  readonly bus: (Bus & { stop(): void }) | null;
}

function pictureOf(assets: string, sign: Sign): Picture | null {
  const image = nativeImage.createFromPath(path.join(assets, 'notification', `${signName(sign)}.png`));
  return image.isEmpty() ? null : pictureFrom(image.toBitmap(), image.getSize());
}

/** What shows notifications here, and who answers for it. */
function notifying(assets: string, clock: Clock, log: Log): Omit<Faces, 'tray'> {
  const bus = process.platform === 'linux' ? createSessionBus(clock) : null;
  const ask = (): Promise<ServerAnswer> => (bus ? askNotificationServer(bus) : Promise.resolve({ kind: 'unknown' }));
  const notifier = bus
    ? createBusNotifier({ bus, log, ask, picture: (sign) => pictureOf(assets, sign) })
    : createNotifier({ assets, clock, log });
  return { notifier, askNotificationServer: ask, bus };
}

/** Tray and notifications. What they show may be said on the terminal, too: a notice that stands there counts as shown. */
export function faces(switches: Switches, { tray, assets, log }: FirstFace, clock: Clock): Faces {
  const { notifier, askNotificationServer: ask, bus } = notifying(assets, clock, log);
  const [sayTray, sayNotice] = [teller(switches), teller(switches)];
  return {
    bus,
    tray: {
      ...tray,
      show(face) {
        tray.show(face);
        sayTray(`tray: ${face.line}`);
      },
    },
    notifier: {
      close: (keys) => notifier.close(keys),
      onChoice: (listener) => notifier.onChoice(listener),
      stop: () => notifier.stop(),
      async show(shown) {
        for (const { title, body } of shown) sayNotice(`notification: ${title} | ${body.replaceAll('\n', ' | ')}`);
        const outcomes = await notifier.show(shown);
        return switches.isTelling ? outcomes.map(({ key }) => ({ key, problem: null })) : outcomes;
      },
    },
    askNotificationServer: switches.isTelling ? () => Promise.resolve({ kind: 'unknown' }) : ask,
  };
}
