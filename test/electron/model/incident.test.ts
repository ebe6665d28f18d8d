import { expect, test } from 'vitest';
import { deploymentIncident, incidentMarkdown, incidentOf } from '../../../electron/model/incident.ts';
import { inlineMarkdown } from '../../../electron/model/markdown.ts';
import { aDeployment, anEnvironment, aService, aWorld } from '../../support/a-world.ts';

const cause = {
  serviceId: 'api',
  serviceName: 'api',
  step: 'Build',
  tag: 'BUILD_ERROR',
  message: 'missing go.sum entry for `pgx`',
  hint: 'Run go mod tidy <now>',
  link: 'https://hub.qovery.test/build',
  lineKey: 'k',
};
const broken = anEnvironment('shop/production', 'RUNNING', {
  deployment: aDeployment('DEPLOYMENT_ERROR', { executionId: 'x2' }),
  failure: { executionId: 'x2', cause },
});
const failed = aDeployment('BUILD_ERROR', { executionId: 'x2' });
const world = aWorld([broken], [aService('api', 'shop/production', 'RUNNING', { deployment: failed })]);
const failing = world.environments['shop/production'] ?? broken;

test('a failed deployment is told whole: cause, hint, who, ids, links; nothing of it is markup', () => {
  expect(incidentMarkdown(incidentOf(world, failing), 'https://console.test/')).toBe(
    [
      '## shop/production: DEPLOYMENT ERROR',
      '',
      '**missing go.sum entry for \\`pgx\\`**',
      '',
      '- Said by: api',
      '- Step: Build',
      '- Hint: Run go mod tidy \\<now\\>',
      '- Kind of error: BUILD\\_ERROR',
      '- Failed: api',
      '- Asked for by: ada',
      '- Deployment: x2',
      '- Environment: shop/production',
      '- Service: api',
      '- Help: <https://hub.qovery.test/build>',
      '- Console: <https://console.test/organization/acme/project/shop/environment/shop%2Fproduction/deployment/x2>',
      '',
    ].join('\n'),
  );
});

test('without a cause the services that failed are named; of another run nobody is said to have asked for it', () => {
  const { message, facts } = deploymentIncident(world, failing, {
    executionId: 'x1',
    label: 'DEPLOYMENT ERROR',
    serviceIds: ['api'],
    cause: null,
  });
  expect(message).toBe('The deployment of api failed');
  expect(facts).toEqual([
    ['Failed', 'api'],
    ['Deployment', 'x1'],
    ['Environment', 'shop/production'],
  ]);
});

test('what runs badly names its services', () => {
  const bad = anEnvironment('shop/a', 'ERROR');
  const sick = aWorld([bad], [aService('api', 'shop/a', 'ERROR'), aService('web', 'shop/a')]);
  const incident = incidentOf(sick, sick.environments['shop/a'] ?? bad);
  expect(incident).toMatchObject({ title: 'shop/a: ERROR', message: 'api is in ERROR', executionId: null });
  expect(incident.facts[0]?.[1]).toMatch(/^ERROR/);
});

test.each([
  ['signs of Markdown', '*a* _b_ [c](d) `e` # | <f>', '\\*a\\* \\_b\\_ \\[c\\](d) \\`e\\` \\# \\| \\<f\\>'],
  ['line breaks', 'a\n\nb', 'a b'],
])('%s are text', (_, text, expected) => {
  expect(inlineMarkdown(text)).toBe(expected);
});
