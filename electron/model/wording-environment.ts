// One environment in words, as tray and notifications say it: its name, what ails it, what stands in a menu.
import { failedServices } from './changes.ts';
import { oldFacts, type EnvironmentFreshness } from './freshness.ts';
import { plainLine } from './plain-text.ts';
import type { RunStatus } from './status.ts';
import { hasFailedDeployment } from './tray-status.ts';
import { counted, labelText } from './wording.ts';
import type { Environment, Service, World } from './world.ts';

/** Longest name shown in one line of text; branch names of ephemeral environments are longer. */
const NAME = 40;

/** "shop/production": the project and the environment, each cut at 40 characters. */
export function environmentPath(world: World, environment: Environment): string {
  const project = world.projects[environment.projectId];
  const name = plainLine(environment.name, NAME);
  return project ? `${plainLine(project.name, NAME)}/${name}` : name;
}

/** What ails it, the worst word first: "ERROR", "DEPLOYMENT ERROR"; empty when nothing does. */
export function ailments(environment: Environment): readonly string[] {
  const { run, deployment } = environment;
  const isRunBad = run.status === 'ERROR' || run.status === 'WARNING';
  return [...(isRunBad ? [run.status] : []), ...(deployment && hasFailedDeployment(environment) ? [labelText(deployment)] : [])];
}

/** "RUNNING, DEPLOYMENT OK, 1 service stopped"; a word that would stand twice stands once. */
export function statusWords(environment: Environment): string {
  const { run, deployment } = environment;
  const label = deployment ? plainLine(labelText(deployment), NAME) : null;
  const stopped = run.stopped > 0 ? `${counted(run.stopped, 'service')} stopped` : null;
  return [run.status, label === run.status ? null : label, stopped].filter((word) => word !== null).join(', ');
}

/** What is not current of what is shown: "run status is old", "old" when both facts are; empty when all is. An UNKNOWN run status has no age. */
export function oldWords(status: RunStatus, fresh: EnvironmentFreshness): string {
  const facts = oldFacts(fresh).filter((fact) => fact === 'deployment' || status !== 'UNKNOWN');
  if (facts.length === 2 && facts.every((fact) => fresh[fact] !== 'refused')) return 'old';
  return facts.map((fact) => `${fact} status is ${fresh[fact] === 'refused' ? 'not permitted' : 'old'}`).join(', ');
}

/** The services that ail: those whose deployment failed, else those in ERROR, else in WARNING. */
export function ailingServices(world: World, environment: Environment): readonly Service[] {
  const failed = hasFailedDeployment(environment) ? failedServices(world, environment) : [];
  if (failed.length > 0) return failed;
  const all = environment.serviceIds.flatMap((id) => world.services[id] ?? []);
  const inError = all.filter((service) => service.run.status === 'ERROR');
  return inError.length > 0 ? inError : all.filter((service) => service.run.status === 'WARNING');
}

/** "api", "api and worker", "api, worker and 3 more". */
export function namesText(names: readonly string[]): string {
  const plain = names.map((name) => plainLine(name, NAME));
  if (plain.length <= 1) return plain.join('');
  if (plain.length === 2) return plain.join(' and ');
  if (plain.length === 3) return `${plain.slice(0, 2).join(', ')} and ${plain[2]}`;
  return `${plain.slice(0, 2).join(', ')} and ${plain.length - 2} more`;
}
