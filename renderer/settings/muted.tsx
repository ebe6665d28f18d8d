// Environments that are left out of the icon, the list and the notifications.
import type { ReactNode } from 'react';
import type { World } from '../../electron/model/world.ts';
import { Button } from '../ui/button.tsx';
import { SettingRow } from './setting-row.tsx';
import type { SectionProps } from './settings.tsx';

function nameOf(world: World, environmentId: string): string {
  const environment = world.environments[environmentId];
  if (!environment) return 'An environment that is no longer there';
  const project = world.projects[environment.projectId];
  return project ? `${project.name} / ${environment.name}` : environment.name;
}

export function Muted({ settings, change, world }: SectionProps & { readonly world: World }): ReactNode {
  const muted = settings.mutedEnvironments;
  const unmute = (id: string): void => change({ ...settings, mutedEnvironments: muted.filter((one) => one !== id) });
  return (
    <section aria-labelledby="muted">
      <h1 id="muted">Muted environments</h1>
      <p className="t3 s12">
        They do not count in the icon, are not notified, and are hidden in the main window. There, the key M on an environment mutes it.
      </p>
      {muted.length === 0 ? <SettingRow title={<span className="t2">None</span>} /> : null}
      {muted.map((id) => (
        <SettingRow key={id} title={nameOf(world, id)}>
          <Button size="small" aria-label={`Unmute ${nameOf(world, id)}`} onClick={() => unmute(id)}>
            Unmute
          </Button>
        </SettingRow>
      ))}
    </section>
  );
}
