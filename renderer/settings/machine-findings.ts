// What the doctor finds on the computer: its clock, who shows the icon, the keys, the screen, versions, files. Pure.
import type { AppState } from '../../electron/contract/state.ts';
import { keyWords } from '../../electron/model/accelerator.ts';
import type { Machine, ShortcutState } from '../../electron/model/machine.ts';
import { durationText } from '../../electron/model/wording.ts';
import type { Finding } from './findings.ts';

/** A clock may be off by so much before it matters to anybody. */
const MOST_AHEAD_MS = 30_000;
/** The platform says its time to the second. */
const EXACT_MS = 1_000;

function clockFinding(aheadMs: number | null): Finding {
  const term = 'Clock';
  if (aheadMs === null) return { term, isGood: true, text: 'Not compared yet' };
  const off = Math.abs(aheadMs);
  if (off <= EXACT_MS) return { term, isGood: true, text: 'As the platform’s, to 1 s' };
  const isGood = off <= MOST_AHEAD_MS;
  const said = `${durationText(off)} ${aheadMs > 0 ? 'ahead of' : 'behind'} the platform’s`;
  return { term, isGood, text: isGood ? said : `${said}. Ages and times shown are wrong by as much; let the system set its clock` };
}

const HOSTS: Readonly<Record<Machine['trayHost'], string>> = {
  'built-in': 'The system shows icons itself',
  present: 'There: this desktop shows icons',
  absent: 'None: this desktop shows no icons. Some need an extension for it; until then starting the app again shows its window',
  unknown: 'Not known: the session bus could not be asked',
};

const SHORTCUTS: Readonly<Record<ShortcutState, string>> = {
  off: 'None chosen',
  held: 'held',
  refused: 'the system keeps these keys for itself or another program. Choose others, or start the app again to see its window',
};

function shortcutFinding({ settings, shortcut }: AppState): Finding {
  const keys = settings.shortcut === null ? [] : [keyWords(settings.shortcut).join(' ')];
  return { term: 'Shortcut', isGood: shortcut !== 'refused', text: [...keys, SHORTCUTS[shortcut]].join(': ') };
}

/** All of them. Before the computer was looked at, only what is known without. */
export function machineFindings(state: AppState): readonly Finding[] {
  const { machine, requests } = state;
  const known = [clockFinding(requests.clockAheadMs), shortcutFinding(state)];
  if (machine.version === '') return known;
  const { version, electron, chromium, system, session, drawing, trayHost, logFile, dataFolder } = machine;
  return [
    ...known,
    { term: 'Tray host', isGood: trayHost !== 'absent', text: HOSTS[trayHost] },
    {
      term: 'Screen',
      isGood: true,
      text: [session, drawing.startsWith('enabled') ? 'Drawn by the graphics card' : 'Drawn in software'].filter(Boolean).join('. '),
    },
    { term: 'Versions', isGood: true, text: `Qovery Tray ${version}, Electron ${electron}, Chromium ${chromium}, on ${system}` },
    { term: 'Log file', isGood: true, text: logFile, shows: 'log' },
    { term: 'Data folder', isGood: true, text: dataFolder, shows: 'data' },
  ];
}
