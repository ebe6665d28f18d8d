// How the app is started, and reached.
import type { ReactNode } from 'react';
import type { ShortcutState } from '../../electron/model/machine.ts';
import { Switch } from '../ui/choice.tsx';
import { SettingRow } from './setting-row.tsx';
import { ShortcutRow } from './shortcut-row.tsx';
import type { SectionProps } from './settings.tsx';

export function Start({ settings, change, shortcut }: SectionProps & { readonly shortcut: ShortcutState }): ReactNode {
  return (
    <section aria-labelledby="start">
      <h1 id="start" tabIndex={-1}>
        Start and keys
      </h1>
      <SettingRow title="Start when you sign in" about="In the tray, without a window">
        <Switch
          name="Start when you sign in"
          isOn={settings.startAtLogin}
          onChange={(startAtLogin) => change({ ...settings, startAtLogin })}
        />
      </SettingRow>
      <ShortcutRow accelerator={settings.shortcut} state={shortcut} onChange={(keys) => change({ ...settings, shortcut: keys })} />
    </section>
  );
}
