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
  return troubles === null ? 'Muted until it is fixed' : 'You know what is wrong: silent until it is fixed, or something else is wrong';
}

function serviceName(world: World, environmentId: string, serviceId: string): string {
  const service = world.services[serviceId];
  return service
    ? `${environmentName(world, service.environmentId)} / ${service.name}`
    : `A service of ${environmentName(world, environmentId)}`;
}

const knownName = (world: World, { environmentId, serviceId }: Known): string =>
  serviceId === undefined ? environmentName(world, environmentId) : serviceName(world, environmentId, serviceId);

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
  const { mutedEnvironments: muted, mutedServices, known } = settings;
  const unmute = (id: string): void => change({ ...settings, mutedEnvironments: muted.filter((one) => one !== id) });
  const unmuteService = (id: string): void => change({ ...settings, mutedServices: mutedServices.filter((one) => one !== id) });
  const forget = (ended: Known): void => change({ ...settings, known: known.filter((one) => one !== ended) });
  return (
    <section aria-labelledby="muted">
      <h1 id="muted" tabIndex={-1}>
        Muted
      </h1>
      <p className="t3 s12">
        They do not count in the icon and are not notified. The menu of a row, or the tray&apos;s, mutes an environment or a service for a
        while; an environment muted for good (key M) leaves the list, too.
      </p>
      {muted.length + mutedServices.length + known.length === 0 ? <SettingRow title={<span className="t2">None</span>} /> : null}
      {known.map((one) => (
        <MutedRow
          key={`${one.environmentId} ${one.serviceId ?? ''}`}
          name={knownName(world, one)}
          about={endText(one, now)}
          onEnd={() => forget(one)}
        />
      ))}
      {mutedServices.map((id) => (
        <MutedRow
          key={id}
          name={serviceName(world, world.services[id]?.environmentId ?? '', id)}
          about="Muted for good"
          onEnd={() => unmuteService(id)}
        />
      ))}
      {muted.map((id) => (
        <MutedRow key={id} name={environmentName(world, id)} about="Muted for good" onEnd={() => unmute(id)} />
      ))}
    </section>
  );
}
