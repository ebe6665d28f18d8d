// What is kept of logs.
import type { ReactNode } from 'react';
import { Switch } from '../ui/choice.tsx';
import { SettingRow } from './setting-row.tsx';
import type { SectionProps } from './settings.tsx';

export function Logs({ settings, change }: SectionProps): ReactNode {
  const { log } = settings;
  return (
    <section aria-labelledby="logs">
      <h1 id="logs">Logs</h1>
      <SettingRow
        title="Keep logs of failed deployments"
        about="On this computer, compressed, secrets masked, 50 MB at most; readable without a connection"
      >
        <Switch
          name="Keep logs of failed deployments"
          isOn={log.keepsFailed}
          onChange={(keepsFailed) => change({ ...settings, log: { ...log, keepsFailed } })}
        />
      </SettingRow>
    </section>
  );
}
