// How pods come and go in each timeline, in seconds as on the real platform; scenario-timelines.ts scales them.
// Before the first frame the pods stay as they were.
import type { Frames, PodPlan } from './scenario-episode.ts';

type PodFrames = Frames<readonly PodPlan[]>;

const pod = (generation: 0 | 1, ordinal: number, state: PodPlan['state'], more: Partial<PodPlan> = {}): PodPlan => ({
  generation,
  ordinal,
  state,
  ...more,
});
const running = (generation: 0 | 1, from: number, to: number): readonly PodPlan[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => pod(generation, from + i, 'RUNNING'));

/** A: one old pod after the other gives way to a new one, which starts for 18 s; the old one stops for 7 s. */
export function rollingPods(instances: number): PodFrames {
  const frames = Array.from({ length: instances }, (_, i) => {
    const at = 100 + 25 * i;
    const [fresh, old] = [running(1, 0, i), running(0, i + 1, instances)];
    return [
      [at, [...fresh, pod(1, i, 'STARTING', { reason: 'ContainerCreating' }), pod(0, i, 'RUNNING'), ...old]],
      [at + 18, [...fresh, pod(1, i, 'RUNNING'), pod(0, i, 'STOPPING'), ...old]],
    ] as const;
  });
  return [...frames.flat(), [100 + 25 * instances, running(1, 0, instances)]];
}

/** B: the very first pod. */
export function firstPod(): PodFrames {
  return [
    [0, []],
    [12, [pod(1, 0, 'STARTING', { reason: 'ContainerCreating' })]],
    [25, [pod(1, 0, 'RUNNING')]],
  ];
}

/** D: the new pod beside the old ones crashes, is started again after ever longer waits, and is taken away at `giveUpAt`. */
export function crashingPods(instances: number, giveUpAt: number): PodFrames {
  const old = running(0, 0, instances);
  const fresh = (state: PodPlan['state'], restarts: number, reason = '', message = ''): readonly PodPlan[] => [
    pod(1, 0, state, { restarts, reason, message, ...(state === 'ERROR' || restarts > 0 ? { ended: 'crash' as const } : {}) }),
    ...old,
  ];
  const backOff = (restarts: number, waitS: number): readonly PodPlan[] =>
    fresh('ERROR', restarts, 'CrashLoopBackOff', `back-off ${waitS}s restarting failed container`);
  return [
    [100, fresh('STARTING', 0, 'ContainerCreating')],
    [108, fresh('ERROR', 0, 'Error')],
    [112, fresh('STARTING', 1)],
    [120, backOff(1, 10)],
    [140, fresh('STARTING', 2)],
    [148, backOff(2, 20)],
    [180, fresh('STARTING', 3)],
    [188, backOff(3, 40)],
    [giveUpAt, old],
  ];
}

/** E: the first pod is killed for memory; it comes back, but the mark stays until the next deployment. */
export function killedPods(instances: number): PodFrames {
  const others = running(0, 1, instances);
  const message = 'container was killed: it used more memory than its limit';
  return [
    [0, [pod(0, 0, 'ERROR', { reason: 'OOMKilled', message, ended: 'oom' }), ...others]],
    [4, [pod(0, 0, 'STARTING', { restarts: 1, ended: 'oom' }), ...others]],
    [7, [pod(0, 0, 'WARNING', { restarts: 1, ended: 'oom' }), ...others]],
  ];
}

/** One instance is killed for memory, three times in a row; each time it is back soon after. */
export function flappingPods(instances: number): PodFrames {
  const others = running(0, 1, instances);
  const message = 'container was killed: it used more memory than its limit';
  return [0, 12, 24].flatMap((at, i) => [
    [at, [pod(0, 0, 'ERROR', { reason: 'OOMKilled', message, ended: 'oom', restarts: i }), ...others]] as const,
    [at + 3, [pod(0, 0, 'STARTING', { restarts: i + 1, ended: 'oom' }), ...others]] as const,
    [at + 5, [pod(0, 0, 'RUNNING', { restarts: i + 1, ended: 'oom' }), ...others]] as const,
  ]);
}

/** F: the image of the new pod beside the old ones cannot be pulled, tried again and again until `giveUpAt`; nothing restarts. */
export function imagelessPods(instances: number, giveUpAt: number): PodFrames {
  const old = running(0, 0, instances);
  const failing = (reason: string, message: string): readonly PodPlan[] => [pod(1, 0, 'ERROR', { reason, message }), ...old];
  const pulls = [15, 45, 90, 150].flatMap((at) => [
    [at, failing('ErrImagePull', 'failed to pull the image: its tag is not found')] as const,
    [at + 15, failing('ImagePullBackOff', 'back-off pulling the image')] as const,
  ]);
  return [[12, [pod(1, 0, 'STARTING', { reason: 'ContainerCreating' }), ...old]], ...pulls, [giveUpAt, old]];
}

/** G: the very first pod crashes; there is no version before to go back to, so it goes on crashing. */
export function firstCrashingPod(giveUpAt: number): PodFrames {
  return crashingPods(0, giveUpAt)
    .filter(([at]) => at < giveUpAt)
    .map(([at, pods]) => [at - 88, pods] as const);
}

/** J: the job's pod of this deployment runs once, and ends well or not. */
export function jobPods(isWell: boolean): PodFrames {
  const end = isWell
    ? pod(1, 0, 'COMPLETED', { ended: 'done' })
    : pod(1, 0, 'ERROR', { reason: 'Error', message: 'the job ended with exit code 1', ended: 'crash' });
  return [
    [6, [pod(1, 0, 'STARTING', { reason: 'ContainerCreating' })]],
    [10, [pod(1, 0, 'RUNNING')]],
    [30, [end]],
  ];
}

/** K: the first pod is thrown off its node; another takes its place, and the dead one is left lying about. */
export function evictedPods(instances: number): PodFrames {
  const message = 'The node was low on resource: memory.';
  const others = running(0, 1, instances);
  const dead = pod(0, 0, 'ERROR', { reason: 'Evicted', message, isEvicted: true });
  return [
    [0, [dead, ...others]],
    [2, [dead, pod(1, 0, 'STARTING', { reason: 'ContainerCreating' }), ...others]],
    [18, [dead, pod(1, 0, 'RUNNING'), ...others]],
  ];
}

/** Without load all pods stop, and none takes their place. */
export function unloadedPods(instances: number): PodFrames {
  return stoppingPods(instances, 0, false);
}

/** I: from `at` the pods stop, and 7 s later they are gone. What had finished before is just taken away. */
export function stoppingPods(instances: number, at: number, isFinished: boolean): PodFrames {
  const going = running(0, 0, instances).map((one) => ({ ...one, state: 'STOPPING' }));
  return isFinished
    ? [[at, []]]
    : [
        [at, going],
        [at + 7, []],
      ];
}
