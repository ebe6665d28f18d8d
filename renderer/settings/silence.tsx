// When nothing is notified: quiet hours, quiet days, and a pause.
import type { ReactNode } from 'react';
import type { NoticeSettings } from '../../electron/contract/notice-settings.ts';
import type { QuietHours } from '../../electron/model/quiet-hours.ts';
import { timeText } from '../../electron/model/wording.ts';
import { Button } from '../ui/button.tsx';
import { Several, Switch } from '../ui/choice.tsx';
import { useNow } from '../ui/use-now.ts';
import { SettingRow } from './setting-row.tsx';

const HOUR_MS = 3_600_000;
const DAYS: readonly (readonly [number, string])[] = [
  [1, 'Mon'],
  [2, 'Tue'],
  [3, 'Wed'],
  [4, 'Thu'],
  [5, 'Fri'],
  [6, 'Sat'],
  [0, 'Sun'],
];

interface QuietHoursRowProps {
  readonly hours: QuietHours;
  readonly onChange: (hours: QuietHours) => void;
}
function QuietHoursRow({ hours, onChange }: QuietHoursRowProps): ReactNode {
  const time = (part: 'from' | 'to', name: string): ReactNode => (
    <input
      className="field time"
      type="time"
      aria-label={name}
      disabled={!hours.isOn}
      required
      value={hours[part]}
      onChange={(event) => event.target.value && onChange({ ...hours, [part]: event.target.value })}
    />
  );
  return (
    <SettingRow title="Quiet hours" about="What happens in them is told in one notification when they end">
      {time('from', 'Quiet from')}
      <span className="t2">to</span>
      {time('to', 'Quiet until')}
      <Switch name="Quiet hours" isOn={hours.isOn} onChange={(isOn) => onChange({ ...hours, isOn })} />
    </SettingRow>
  );
}

/** How the system's own do-not-disturb is obeyed: where it cannot be read, the system holds back by itself. */
const DO_NOT_DISTURB = {
  mac: 'macOS holds notifications back by itself while a Focus is on; the app cannot read it',
  windows: 'Windows holds notifications back by itself while do not disturb is on; the app cannot read it',
  linux: 'KDE, Xfce and GNOME are asked; while it is on, nothing insists. Other desktops hold back what they want to by themselves',
} as const;

function systemOf(platform: string): keyof typeof DO_NOT_DISTURB {
  if (/mac/i.test(platform)) return 'mac';
  return /win/i.test(platform) ? 'windows' : 'linux';
}

interface SilenceProps {
  readonly notices: NoticeSettings;
  readonly set: (part: Partial<NoticeSettings>) => void;
}

export function Silence({ notices, set }: SilenceProps): ReactNode {
  const now = useNow(10_000);
  const until = notices.pausedUntil !== null && notices.pausedUntil > now ? notices.pausedUntil : null;
  return (
    <>
      <QuietHoursRow hours={notices.quietHours} onChange={(quietHours) => set({ quietHours })} />
      <SettingRow title="Quiet days" about="The whole day is quiet">
        <Several name="Quiet days" options={DAYS} values={notices.quietDays} onChange={(quietDays) => set({ quietDays })} />
      </SettingRow>
      <SettingRow title="Do not disturb" about={DO_NOT_DISTURB[systemOf(navigator.userAgent)]} />
      <SettingRow
        title="Pause"
        about={until === null ? 'The icon goes on changing while notifications are paused' : `Paused until ${timeText(until, now)}`}
      >
        {until === null ? (
          <Button onClick={() => set({ pausedUntil: now + HOUR_MS })}>Pause for 1 h</Button>
        ) : (
          <Button onClick={() => set({ pausedUntil: null })}>Resume</Button>
        )}
      </SettingRow>
    </>
  );
}
