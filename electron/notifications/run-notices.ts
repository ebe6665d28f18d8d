// Environments that run badly outside a deployment, and well again, in words. When: run-alarms.ts.
import { runIncident } from '../model/incident.ts';
import { environmentSign } from '../model/sign.ts';
import { environmentPath, namesText } from '../model/wording-environment.ts';
import { instancesText } from '../model/wording-instance.ts';
import type { Environment, Instant, Service, World } from '../model/world.ts';
import type { Memory } from './memory.ts';
import { troubleActions } from './notice-actions.ts';
import { urgencyOf, type NoticeChoice, type Proposal, type Proposed } from './notice.ts';
import { runAlarms, shownRuns } from './run-alarms.ts';

const placeOf = (environmentId: string): string => `run/${environmentId}`;

function alarm(environment: Environment, services: readonly Service[], world: World, now: Instant): Proposal {
  const [first] = services;
  const choice: NoticeChoice = first ? { kind: 'service-log', serviceId: first.id } : { kind: 'reveal', environmentId: environment.id };
  const reason = first ? instancesText(first) : '';
  const who = services.length === 1 ? `${namesText(services.map(({ name }) => name))} is in ${first?.run.status ?? 'ERROR'}` : `${namesText(services.map(({ name }) => name))} do not run well`; // prettier-ignore
  return {
    about: 'runTroubles',
    environment,
    serviceIds: services.map(({ id }) => id),
    notice: {
      key: placeOf(environment.id),
      title: `${environmentPath(world, environment)}: ${environment.run.status}`,
      body: reason ? `${who}: ${reason}.` : `${who}.`,
      urgency: urgencyOf(environment),
      isSilent: false,
      icon: environmentSign(world, environment, now),
      choice,
      actions: troubleActions(choice, environment.id, runIncident(world, environment, services)).slice(first ? 0 : 1), // without a service there is no log
    },
  };
}

function recovery(environment: Environment, services: readonly Service[], world: World, now: Instant): Proposal {
  return {
    about: 'recoveries',
    environment,
    serviceIds: services.map(({ id }) => id),
    notice: {
      key: placeOf(environment.id),
      title: `${environmentPath(world, environment)}: ${environment.run.status}`,
      body: `${namesText(services.map(({ name }) => name))} ${services.length === 1 ? 'runs' : 'run'} again.`,
      urgency: 'normal',
      isSilent: false,
      icon: environmentSign(world, environment, now),
      choice: { kind: 'reveal', environmentId: environment.id },
      actions: [],
    },
  };
}

const runKey = (serviceId: string): string => `run/${serviceId}`;

/** The memory that knows which alarms were shown. What settings held back is not told to be over. */
export function withRunsShown(memory: Memory, shown: readonly Proposal[], now: Instant): Memory {
  const places = shown.flatMap(({ about, environment }) => (about === 'runTroubles' && environment ? [environment.id] : []));
  const spells = shownRuns(memory.spells, new Set(places), now);
  const { told } = memory;
  const bad = Object.entries(spells).flatMap(([id, spell]) => (spell.told === 'yes' ? [runKey(id)] : []));
  const before = told.standing.filter((key) => key.startsWith('run/'));
  const isSame = bad.length === before.length && bad.every((key) => before.includes(key));
  const standing = [...told.standing.filter((key) => !key.startsWith('run/')), ...bad];
  return { ...memory, spells, told: isSame ? told : { ...told, standing } };
}

/** What to tell of run statuses, and the memory that knows it was decided. */
export function runNotices(given: {
  readonly world: World;
  readonly memory: Memory;
  readonly isFirstLook: boolean;
  readonly now: Instant;
}): Proposed & { readonly memory: Memory } {
  const { world, memory, isFirstLook, now } = given;
  const { spells, busyAt, told } = memory;
  const standing = new Set(isFirstLook ? told.standing.flatMap((key) => (key.startsWith('run/') ? [key.slice(4)] : [])) : []);
  const verdicts = runAlarms({ world, state: { spells, busyAt }, isFirstLook, standing, now });
  return {
    proposals: [
      ...verdicts.alarms.map(({ environment, services }) => alarm(environment, services, world, now)),
      ...verdicts.recoveries.map(({ environment, services }) => recovery(environment, services, world, now)),
    ],
    closed: [...verdicts.lapsed, ...verdicts.recoveries.map(({ environment }) => environment.id)].map(placeOf),
    memory: { ...memory, spells: verdicts.spells, busyAt: verdicts.busyAt },
  };
}
