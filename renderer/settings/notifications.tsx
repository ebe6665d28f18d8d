// Which notifications are shown, and for how long they are silent.
import type { ReactNode } from 'react';
import { timeText } from '../../electron/model/wording.ts';
import { Button } from '../ui/button.tsx';
import { Switch } from '../ui/choice.tsx';
import { useNow } from '../ui/use-now.ts';
import { SettingRow } from './setting-row.tsx';
import type { SectionProps } from './settings.tsx';

const HOUR_MS = 3_600_000;

export function Notifications({ settings, change }: SectionProps): ReactNode {
  const now = useNow(10_000);
  const { notifications } = settings;
  const set = (part: Partial<typeof notifications>): void => change({ ...settings, notifications: { ...notifications, ...part } });
  const until = notifications.pausedUntil !== null && notifications.pausedUntil > now ? notifications.pausedUntil : null;
  return (
    <section aria-labelledby="notifications">
      <h1 id="notifications">Notifications</h1>
      <SettingRow title="A deployment fails" about="With the service and the cause; a click opens its log there">
        <Switch
          name="A deployment fails"
          isOn={notifications.deploymentErrors}
          onChange={(deploymentErrors) => set({ deploymentErrors })}
        />
      </SettingRow>
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
