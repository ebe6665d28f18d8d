// How the app is started.
import type { ReactNode } from 'react';
import { Switch } from '../ui/choice.tsx';
import { SettingRow } from './setting-row.tsx';
import type { SectionProps } from './settings.tsx';

export function Start({ settings, change }: SectionProps): ReactNode {
  return (
    <section aria-labelledby="start">
      <h1 id="start">Start</h1>
      <SettingRow title="Start when you sign in" about="In the tray, without a window">
        <Switch
          name="Start when you sign in"
          isOn={settings.startAtLogin}
          onChange={(startAtLogin) => change({ ...settings, startAtLogin })}
        />
      </SettingRow>
    </section>
  );
}
