// Tray and notifications: what a person sees without opening anything.
import type { Log } from '../log.ts';
import { createNotifier } from '../notifications/notifier.ts';
import type { Switches } from '../switches.ts';
import { createTray } from '../tray/tray.ts';

/** In the demo each change is a line on the terminal, for machines without a display. */
function teller({ demo }: Switches): (line: string) => void {
  let last = '';
  return (line) => {
    if (demo && line !== last) process.stdout.write(`${line}\n`);
    last = line;
  };
}

/** Tray and notifications, with what they show said on the terminal in the demo. */
export function faces(
  switches: Switches,
  assets: string,
  log: Log,
): { readonly tray: ReturnType<typeof createTray>; readonly notifier: ReturnType<typeof createNotifier> } {
  const [tray, notifier] = [createTray({ assets, log }), createNotifier({ assets, log })];
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
      show(shown) {
        notifier.show(shown);
        for (const { title, body } of shown) sayNotice(`notification: ${title} | ${body.replaceAll('\n', ' | ')}`);
      },
    },
  };
}
