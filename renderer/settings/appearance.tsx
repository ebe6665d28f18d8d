// How windows and icon look.
import type { ReactNode } from 'react';
import { Choice, Switch } from '../ui/choice.tsx';
import { SettingRow } from './setting-row.tsx';
import type { SectionProps } from './settings.tsx';

const THEMES = [
  ['system', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

const ICONS = [
  ['colour', 'Colour'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

export function Appearance({ settings, change }: SectionProps): ReactNode {
  const { trayIcon } = settings;
  const setIcon = (part: Partial<typeof trayIcon>): void => change({ ...settings, trayIcon: { ...trayIcon, ...part } });
  return (
    <section aria-labelledby="appearance">
      <h1 id="appearance" tabIndex={-1}>
        Appearance
      </h1>
      <SettingRow title="Theme">
        <Choice name="Theme" options={THEMES} value={settings.theme} onChange={(theme) => change({ ...settings, theme })} />
      </SettingRow>
      <SettingRow title="Icon" about="Light and dark are without colour: light for a dark panel, dark for a light one">
        <Choice name="Icon" options={ICONS} value={trayIcon.style} onChange={(style) => setIcon({ style })} />
      </SettingRow>
      {trayIcon.style === 'colour' ? null : (
        <SettingRow
          title="Colour when something needs attention"
          about="While an environment is in ERROR or WARNING, or a deployment failed"
        >
          <Switch
            name="Colour when something needs attention"
            isOn={trayIcon.isColourOnFailure}
            onChange={(isColourOnFailure) => setIcon({ isColourOnFailure })}
          />
        </SettingRow>
      )}
    </section>
  );
}
