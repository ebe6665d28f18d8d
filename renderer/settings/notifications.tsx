// Which notifications are shown, of which environments, and for how long they are silent.
import type { ReactNode } from 'react';
import type { NoticeSwitches } from '../../electron/contract/settings.ts';
import type { QuietHours } from '../../electron/model/quiet-hours.ts';
import { timeText } from '../../electron/model/wording.ts';
import { Button } from '../ui/button.tsx';
import { Choice, Switch } from '../ui/choice.tsx';
import { useNow } from '../ui/use-now.ts';
import { SettingRow } from './setting-row.tsx';
import type { SectionProps } from './settings.tsx';

const HOUR_MS = 3_600_000;

const KINDS: readonly (readonly [keyof NoticeSwitches, title: string, about: string])[] = [
  ['deploymentErrors', 'A deployment fails', 'With the service and the cause; a click opens its log there'],
  ['runTroubles', 'An environment runs badly', 'For 20 s at least, outside its deployments; planned stops are never told'],
  ['recoveries', 'It is well again', 'What was told to be bad is mended'],
  ['cancellations', 'A deployment is cancelled', 'With who asked for it, where the platform says so'],
  ['successes', 'A deployment works', 'Every one of them'],
  ['tokenRefused', 'The token is refused', 'It was revoked or has run out: nothing can be watched until it is replaced'],
  ['unreachable', 'The platform cannot be reached', 'For more than 10 minutes'],
];
const FROM = [
  ['all', 'All'],
  ['production', 'Production only'],
] as const;

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

export function Notifications({ settings, change }: SectionProps): ReactNode {
  const now = useNow(10_000);
  const { notifications } = settings;
  const set = (part: Partial<typeof notifications>): void => change({ ...settings, notifications: { ...notifications, ...part } });
  const until = notifications.pausedUntil !== null && notifications.pausedUntil > now ? notifications.pausedUntil : null;
  return (
    <section aria-labelledby="notifications">
      <h1 id="notifications">Notifications</h1>
      {KINDS.map(([kind, title, about]) => (
        <SettingRow key={kind} title={title} about={about}>
          <Switch name={title} isOn={notifications[kind]} onChange={(isOn) => set({ [kind]: isOn })} />
        </SettingRow>
      ))}
      <SettingRow title="Environments" about="Of which anything is told; muted ones never are">
        <Choice name="Environments" options={FROM} value={notifications.from} onChange={(from) => set({ from })} />
      </SettingRow>
      <QuietHoursRow hours={notifications.quietHours} onChange={(quietHours) => set({ quietHours })} />
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
    </section>
  );
}
