// What the steps of a deployment are called, in every window.

const STEPS: Readonly<Record<string, string>> = {
  REGISTRY_CREATE_REPOSITORY: 'Create repository',
  GIT_CLONE: 'Clone repository',
  BUILD_QUEUEING: 'Build queue',
  BUILD: 'Build',
  MIRROR_IMAGE: 'Mirror image',
  DEPLOYMENT_QUEUEING: 'Deployment queue',
  DEPLOYMENT: 'Deploy',
  ROUTER_DEPLOYMENT: 'Deploy router',
  EXECUTING: 'Execute',
};

/** A step in words; one that we do not know as people write: "SOME_STEP" → "Some step". */
export function stepWord(name: string): string {
  const words = name.replaceAll('_', ' ').toLowerCase();
  return (Object.hasOwn(STEPS, name) ? STEPS[name] : undefined) ?? words.charAt(0).toUpperCase() + words.slice(1);
}
