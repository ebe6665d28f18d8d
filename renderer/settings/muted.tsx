// What is left out of the icon and the notifications, and until when: environments muted for ever, for a while, or until they
// are fixed, and troubles that a person knows of.
import type { ReactNode } from 'react';
import type { Known } from '../../electron/model/known.ts';
import { timeText } from '../../electron/model/wording.ts';
import type { Instant, World } from '../../electron/model/world.ts';
import { Button } from '../ui/button.tsx';
import { useNow } from '../ui/use-now.ts';
import { SettingRow } from './setting-row.tsx';
import type { SectionProps } from './settings.tsx';

/** Its project and its name. */
export function environmentName(world: World, environmentId: string): string {
  const environment = world.environments[environmentId];
  if (!environment) return 'An environment that is no longer there';
  const project = world.projects[environment.projectId];
  return project ? `${project.name} / ${environment.name}` : environment.name;
}

function endText({ troubles, until }: Known, now: Instant): string {
  if (until !== null) return `Muted until ${timeText(until, now)}`;
  return troubles === null
    ? 'Muted until all is well there'
    : 'You know what is wrong: silent until it is fixed, or something else is wrong';
}

interface MutedRowProps {
  readonly name: string;
  readonly about: string;
  readonly onEnd: () => void;
}
function MutedRow({ name, about, onEnd }: MutedRowProps): ReactNode {
  return (
    <SettingRow title={name} about={about}>
      <Button size="small" aria-label={`Unmute ${name}`} onClick={onEnd}>
        Unmute
      </Button>
    </SettingRow>
  );
}

export function Muted({ settings, change, world }: SectionProps & { readonly world: World }): ReactNode {
  const now = useNow(10_000);
  const { mutedEnvironments: muted, known } = settings;
  const unmute = (id: string): void => change({ ...settings, mutedEnvironments: muted.filter((one) => one !== id) });
  const forget = (ended: Known): void => change({ ...settings, known: known.filter((one) => one !== ended) });
  return (
    <section aria-labelledby="muted">
      <h1 id="muted">Muted environments</h1>
      <p className="t3 s12">
        They do not count in the icon and are not notified. The tray&apos;s menu mutes an environment for a while; the key M in the main
        window mutes and hides it for good.
      </p>
      {muted.length + known.length === 0 ? <SettingRow title={<span className="t2">None</span>} /> : null}
      {known.map((one) => (
        <MutedRow
          key={one.environmentId}
          name={environmentName(world, one.environmentId)}
          about={endText(one, now)}
          onEnd={() => forget(one)}
        />
      ))}
      {muted.map((id) => (
        <MutedRow key={id} name={environmentName(world, id)} about="Muted for good" onEnd={() => unmute(id)} />
      ))}
    </section>
  );
}
