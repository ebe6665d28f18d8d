import { expect, test } from 'vitest';
import { authorEntries, authorsOf, namesIn } from '../../../renderer/settings/authors.ts';
import { aPassed } from '../../support/a-deployment.ts';
import { aDeployment, anEnvironment, aWorld } from '../../support/a-world.ts';

const by = (path: string, triggeredBy: string | null, origin: string | null = 'CONSOLE') =>
  anEnvironment(path, 'RUNNING', { deployment: aDeployment('DEPLOYED', { triggeredBy, origin }) });

test('who asked for deployments is proposed, whoever asked most first, and never the platform itself', () => {
  const world = aWorld([
    by('shop/a', 'zoe'),
    by('shop/b', 'ada'),
    by('shop/c', 'grace'),
    { ...by('shop/d', 'grace'), overlooked: [aPassed('x0', { triggeredBy: 'bob' })] },
    by('shop/e', null),
    by('shop/f', 'robot', 'QOVERY_INTERNAL'),
  ]);
  expect(authorsOf(world)).toEqual(['grace', 'ada', 'bob', 'zoe']);
});

test.each([
  ['', []],
  [' ada , , grace,ada ', ['ada', 'grace']],
])('the names in "%s"', (text, names) => {
  expect(namesIn(text)).toEqual(names);
});

test('the menu offers a dozen of those who are not chosen, and choosing adds to those who are', () => {
  const taken: (readonly string[])[] = [];
  const entries = authorEntries(['grace', 'Ada', 'bob'], ['ada'], (names) => void taken.push(names));
  expect(entries.map(({ label }) => label)).toEqual(['grace', 'bob']);
  entries[1]?.act();
  expect(taken).toEqual([['ada', 'bob']]);
  const many = Array.from({ length: 40 }, (_, i) => `person ${i}`);
  expect(authorEntries(many, [], () => undefined)).toHaveLength(12);
});
