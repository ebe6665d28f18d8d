import { expect, test } from 'vitest';
import type { LogPlace } from '../../../electron/contract/log-batch.ts';
import { causeText, runText, subjectOf, keptFacts } from '../../../renderer/log-viewer/subject.ts';
import { aDeployment, anEnvironment, aService, aState, aWorld, T0 } from '../../support/a-world.ts';

const PLACE: LogPlace = {
  kind: 'deployment',
  organizationId: 'acme',
  projectId: 'shop',
  environmentId: 'shop/production',
  serviceId: null,
  executionId: 'x1',
  lineKey: null,
};
const STEPS = [
  { name: 'GIT_CLONE', status: 'SUCCESS', durationMs: 3000 },
  { name: 'BUILD', status: 'ERROR', durationMs: 53_000 },
  { name: 'SOME_NEW_STEP', status: 'WAITING', durationMs: null },
];
const CAUSE = {
  serviceId: 'api',
  serviceName: 'api',
  step: 'BuiltError',
  tag: null,
  message: 'image build failed',
  hint: null,
  link: null,
  lineKey: 'k',
};
const WORLD = aWorld(
  [
    anEnvironment('shop/production', 'RUNNING', {
      deployment: aDeployment('DEPLOYMENT_ERROR', { origin: 'GIT' }),
      failure: { executionId: 'x1', cause: CAUSE },
    }),
  ],
  [
    aService('api', 'shop/production', 'RUNNING', { deployment: aDeployment('BUILD_ERROR', { steps: STEPS, durationMs: 58_000 }) }),
    aService('db', 'shop/production', 'RUNNING', { deployment: aDeployment('DEPLOYED', { steps: STEPS, durationMs: 3000 }) }),
    aService('worker', 'shop/production', 'STOPPED', { deployment: aDeployment('CANCELED') }),
    aService('old', 'shop/production', 'RUNNING', { deployment: aDeployment('DEPLOYED', { isPartOfLast: false }) }),
  ],
);
const subject = (place: LogPlace) => {
  const found = subjectOf(aState(WORLD), place, T0);
  if (!found) throw new Error('the world holds it');
  return found;
};

test('names the environment of a deployment, and a service with where it lies', () => {
  expect(subject(PLACE)).toMatchObject({ title: 'shop / production', of: '' });
  expect(subject({ ...PLACE, kind: 'service', serviceId: 'api', executionId: null })).toMatchObject({
    title: 'api',
    of: 'shop / production',
  });
});
test('knows nothing of a place that the world does not hold', () => {
  expect(subjectOf(aState(WORLD), { ...PLACE, environmentId: 'gone' }, T0)).toBeNull();
});

test('says which run this is and why it failed', () => {
  expect(runText(subject(PLACE), PLACE, T0)).toBe('14:01, ada, Git push, 30 s');
  expect(causeText(subject(PLACE), PLACE)).toBe('api: image build failed');
});
test('does not take the latest run for an earlier one', () => {
  const earlier = { ...PLACE, executionId: 'x0' };
  expect(subject(earlier).deployment).toBeNull();
  expect(runText(subject(earlier), earlier, T0)).toBe('An earlier deployment');
  expect(causeText(subject(earlier), earlier)).toBe('');
});

test('an incident of a log kept here names what was kept, and no page of the Console', () => {
  const facts = keptFacts({ ...PLACE, of: 'shop / production' });
  expect(facts).toMatchObject({ title: 'shop / production', link: '' });
  expect(facts.facts).toContainEqual(['Deployment', PLACE.executionId]);
});
