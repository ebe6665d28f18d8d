import { expect, test } from 'vitest';
import { environmentGroups } from '../../../renderer/overview/environment-groups.ts';
import { anEnvironment, aWorld } from '../../support/a-world.ts';

test('environments stand under their projects, both by name; a project without any does not stand there', () => {
  const world = aWorld(['web/b', 'shop/z', 'shop/a'].map((path) => anEnvironment(path)));
  const withEmpty = { ...world, projects: { ...world.projects, none: { id: 'none', name: 'none', organizationId: 'acme' } } };
  expect(environmentGroups(withEmpty).map(({ project, environments }) => [project.name, environments.map(({ name }) => name)])).toEqual([
    ['shop', ['a', 'z']],
    ['web', ['b']],
  ]);
});
