// The timelines: how a deployment, a crash or a stop unfolds, in seconds as on the real platform, scaled by the caller.
// Each gives the states of the environment and of its services, and the pods meanwhile.
import type { WireState } from '../platform/wire/states.ts';
import { scaled, type Execution, type Frames, type PodPlan } from './scenario-episode.ts';
import type { EstateService } from './scenario-estate.ts';
import { crashingPods, firstCrashingPod, firstPod, imagelessPods, jobPods, rollingPods, stoppingPods } from './scenario-pods.ts';

/** What a timeline tells; the caller says where, when and by whom. */
export interface Timeline extends Pick<Execution, 'action' | 'preCheckMs' | 'failsCheck' | 'endMs' | 'states' | 'services'> {
  readonly pods: ReadonlyMap<string, Frames<readonly PodPlan[]>>;
}
interface Draft {
  readonly action: Execution['action'];
  readonly failsCheck?: boolean;
  /** `0 DEPLOYMENT_QUEUED, 6 BUILDING`: the state from each second on. */
  readonly states: string;
  readonly services: readonly (readonly [service: EstateService, states: string])[];
  readonly pods: readonly (readonly [service: EstateService, pods: Frames<readonly PodPlan[]>])[];
}

function states(text: string): Frames<WireState> {
  return text.split(', ').map((frame) => {
    const [seconds = '', state = ''] = frame.split(' ');
    return [Number(seconds), state] as const;
  });
}

function timeline(msPerSecond: number, draft: Draft): Timeline {
  const environment = scaled(msPerSecond, states(draft.states));
  return {
    action: draft.action,
    failsCheck: draft.failsCheck ?? false,
    states: environment,
    preCheckMs: 4 * msPerSecond,
    endMs: environment.at(-1)?.[0] ?? 0,
    services: new Map(draft.services.map(([service, text]) => [service.id, scaled(msPerSecond, states(text))])),
    pods: new Map(draft.pods.map(([service, frames]) => [service.id, scaled(msPerSecond, frames)])),
  };
}

/** Built from sources; everything else is taken as a finished image, chart or plan. */
export const isBuilt = (service: EstateService): boolean => service.kind === 'APPLICATION';
const IMAGE_DEPLOYS = '0 DEPLOYMENT_QUEUED, 94 DEPLOYING, 112 DEPLOYED';

/** The second at which a service's last new instance has taken over. */
const doneAt = (service: EstateService): number => 100 + 25 * service.instances;

/** A: a rolling deployment that works. */
export function rollingUpdate(services: readonly EstateService[], msPerSecond: number): Timeline {
  const end = Math.max(112, ...services.filter(isBuilt).map(doneAt)) + 4;
  return timeline(msPerSecond, {
    action: 'DEPLOY',
    states: `0 DEPLOYMENT_QUEUED, 6 BUILDING, 94 DEPLOYING, ${end} DEPLOYED`,
    services: services.map((service) => [
      service,
      isBuilt(service) ? `0 DEPLOYMENT_QUEUED, 6 BUILDING, 94 DEPLOYING, ${doneAt(service)} DEPLOYED` : IMAGE_DEPLOYS,
    ]),
    pods: services.filter(isBuilt).map((service) => [service, rollingPods(service.instances)]),
  });
}

/** B: an image is deployed for the first time. */
export function firstDeploy(service: EstateService, msPerSecond: number): Timeline {
  return timeline(msPerSecond, {
    action: 'DEPLOY',
    states: '0 DEPLOYMENT_QUEUED, 3 DEPLOYING, 30 DEPLOYED',
    services: [[service, '0 DEPLOYMENT_QUEUED, 3 DEPLOYING, 28 DEPLOYED']],
    pods: [[service, firstPod()]],
  });
}

/** C: the first source does not build; the rest is never reached; what runs goes on running. */
export function buildError(services: readonly EstateService[], msPerSecond: number): Timeline {
  const failing = services.find(isBuilt);
  return timeline(msPerSecond, {
    action: 'DEPLOY',
    states: '0 DEPLOYMENT_QUEUED, 6 BUILDING, 67 DEPLOYMENT_ERROR',
    services: services.map((service) => {
      const before = isBuilt(service) ? '0 DEPLOYMENT_QUEUED, 6 BUILDING' : '0 DEPLOYMENT_QUEUED';
      return [service, `${before}, 60 ${service === failing ? 'BUILD_ERROR' : 'CANCELED'}`];
    }),
    pods: [],
  });
}

/** The platform may not read the first source any more: its check before the first stage ends the deployment. */
export function checkError(services: readonly EstateService[], msPerSecond: number): Timeline {
  return timeline(msPerSecond, {
    action: 'DEPLOY',
    failsCheck: true,
    states: '0 DEPLOYMENT_QUEUED, 5 DEPLOYMENT_ERROR',
    services: services.map((service) => [service, '0 DEPLOYMENT_QUEUED, 5 CANCELED']),
    pods: [],
  });
}

/** D: the new version crashes on start, again and again, until the deployment gives up (pressed from 700 s to 250 s). */
export function crashLoop(services: readonly EstateService[], msPerSecond: number): Timeline {
  const failing = services.find(isBuilt);
  return timeline(msPerSecond, {
    action: 'DEPLOY',
    states: '0 DEPLOYMENT_QUEUED, 6 BUILDING, 94 DEPLOYING, 255 DEPLOYMENT_ERROR',
    services: services.map((service) => [
      service,
      service === failing ? '0 DEPLOYMENT_QUEUED, 6 BUILDING, 94 DEPLOYING, 250 DEPLOYMENT_ERROR' : IMAGE_DEPLOYS,
    ]),
    pods: failing ? [[failing, crashingPods(failing.instances, 250)]] : [],
  });
}

/** F: the image's tag does not exist; the versions before go on running until the deployment gives up. */
export function imageTypo(service: EstateService, msPerSecond: number): Timeline {
  return timeline(msPerSecond, {
    action: 'DEPLOY',
    states: '0 DEPLOYMENT_QUEUED, 3 DEPLOYING, 205 DEPLOYMENT_ERROR',
    services: [[service, '0 DEPLOYMENT_QUEUED, 3 DEPLOYING, 200 DEPLOYMENT_ERROR']],
    pods: [[service, imagelessPods(service.instances, 200)]],
  });
}

/** G: the first version of all crashes on start. */
export function firstDeployCrash(service: EstateService, msPerSecond: number): Timeline {
  return timeline(msPerSecond, {
    action: 'DEPLOY',
    states: '0 DEPLOYMENT_QUEUED, 3 DEPLOYING, 167 DEPLOYMENT_ERROR',
    services: [[service, '0 DEPLOYMENT_QUEUED, 3 DEPLOYING, 162 DEPLOYMENT_ERROR']],
    pods: [[service, firstCrashingPod(250)]],
  });
}

/** J: a job runs as a part of the deployment; if it fails, what comes after it is never reached. */
export function jobOnDeploy(job: EstateService, after: readonly EstateService[], isWell: boolean, msPerSecond: number): Timeline {
  const [end, rest] = isWell
    ? ['DEPLOYED', '0 DEPLOYMENT_QUEUED, 34 DEPLOYING, 50 DEPLOYED']
    : ['DEPLOYMENT_ERROR', '0 DEPLOYMENT_QUEUED, 33 CANCELED'];
  return timeline(msPerSecond, {
    action: 'DEPLOY',
    states: `0 DEPLOYMENT_QUEUED, 4 DEPLOYING, ${isWell ? 54 : 36} ${end}`,
    services: [[job, `0 DEPLOYMENT_QUEUED, 4 DEPLOYING, 32 ${end}`], ...after.map((service) => [service, rest] as const)],
    pods: [[job, jobPods(isWell)]],
  });
}

/** M: a managed database is deployed: deployment states only, it has no pods. */
export function managedDatabase(service: EstateService, msPerSecond: number): Timeline {
  return timeline(msPerSecond, {
    action: 'DEPLOY',
    states: '0 DEPLOYMENT_QUEUED, 4 DEPLOYING, 124 DEPLOYED',
    services: [[service, '0 DEPLOYMENT_QUEUED, 4 DEPLOYING, 120 DEPLOYED']],
    pods: [],
  });
}

/** H: somebody cancels during the build. */
export function cancel(services: readonly EstateService[], msPerSecond: number): Timeline {
  return timeline(msPerSecond, {
    action: 'DEPLOY',
    states: '0 DEPLOYMENT_QUEUED, 6 BUILDING, 46 CANCELING, 64 CANCELED',
    services: services.map((service) => [
      service,
      isBuilt(service) ? '0 DEPLOYMENT_QUEUED, 6 BUILDING, 46 CANCELING, 62 CANCELED' : '0 DEPLOYMENT_QUEUED, 62 CANCELED',
    ]),
    pods: [],
  });
}

/** The order in which kinds are deployed. */
const ORDER: readonly string[] = ['DATABASE', 'JOB', 'TERRAFORM', 'HELM', 'AGENTIC_WORKFLOW', 'CONTAINER', 'APPLICATION'];

/** I: the environment is stopped, in the reverse of the order it was deployed in. */
export function stop(services: readonly EstateService[], msPerSecond: number): Timeline {
  const reversed = services.toSorted((a, b) => ORDER.indexOf(b.kind) - ORDER.indexOf(a.kind));
  const steps = reversed.map((service, i) => ({ service, at: 6 + 3 * i }));
  return timeline(msPerSecond, {
    action: 'STOP',
    states: `0 STOP_QUEUED, 4 STOPPING, ${14 + 3 * services.length} STOPPED`,
    services: steps.map(({ service, at }) => [service, `0 STOP_QUEUED, ${at} STOPPING, ${at + 9} STOPPED`]),
    pods: steps.map(({ service, at }) => [service, stoppingPods(service.instances, at, service.kind === 'JOB')]),
  });
}
