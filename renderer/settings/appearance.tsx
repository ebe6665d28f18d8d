// How the windows look.
import type { ReactNode } from 'react';
import { Choice } from '../ui/choice.tsx';
import { SettingRow } from './setting-row.tsx';
import type { SectionProps } from './settings.tsx';

const THEMES = [
  ['system', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

export function Appearance({ settings, change }: SectionProps): ReactNode {
  return (
    <section aria-labelledby="appearance">
      <h1 id="appearance">Appearance</h1>
      <SettingRow title="Theme">
        <Choice name="Theme" options={THEMES} value={settings.theme} onChange={(theme) => change({ ...settings, theme })} />
      </SettingRow>
    </section>
  );
}
