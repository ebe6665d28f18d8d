import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, diff } from '../../../electron/contract/patch.ts';
import type { AppState, Snapshot } from '../../../electron/contract/state.ts';
import { DEFAULT_SETTINGS } from '../../../electron/contract/settings.ts';
import { withEntries } from '../../../electron/model/same.ts';
import type { RunStatus } from '../../../electron/model/status.ts';
import { aDeployment, anEnvironment, aService, aState, aWorld } from '../../support/a-world.ts';

const before = aState(aWorld([anEnvironment('shop/a'), anEnvironment('shop/b')], [aService('api', 'shop/a')]));
const withEnvironments = (environments: AppState['world']['environments']): AppState => ({
  ...before,
  world: { ...before.world, environments },
});

describe('a patch', () => {
  test('of nothing is none', () => {
    expect(diff(3, before, before)).toBeNull();
    expect(diff(3, before, { ...before })).toBeNull();
  });
  test('holds only what changed', () => {
    const [a] = Object.values(before.world.environments);
    if (!a) throw new Error('two were made');
    const changed = { ...a, deployment: aDeployment('BUILDING') };
    expect(diff(3, before, withEnvironments({ ...before.world.environments, [a.id]: changed }))).toEqual({
      from: 3,
      to: 4,
      world: { set: { environments: { [a.id]: { deployment: changed.deployment } } } },
    });
  });
  test('of a world that remembers what was set in it is the one that looking through all of it gives', () => {
    const changed = withEntries(before.world.environments, [
      ['shop/a', anEnvironment('shop/a', 'ERROR')],
      ['shop/c', anEnvironment('shop/c')],
    ]);
    expect(diff(3, before, withEnvironments(changed))).toEqual(diff(3, before, withEnvironments({ ...changed })));
    const { 'shop/b': _, ...fewer } = changed;
    expect(diff(3, withEnvironments(changed), withEnvironments(fewer))).toMatchObject({ world: { gone: { environments: ['shop/b'] } } });
  });
  test('names what is gone', () => {
    const { 'shop/a': _, ...rest } = before.world.environments;
    expect(diff(3, before, withEnvironments(rest))).toEqual({ from: 3, to: 4, world: { gone: { environments: ['shop/a'] } } });
  });
  test('carries a problem that came and one that went', () => {
    const lost: AppState = { ...before, world: { ...before.world, problem: { kind: 'offline', code: 'X' }, nextTryAt: 9 } };
    const there = apply({ version: 1, state: before }, diff(1, before, lost) ?? { from: 0, to: 0 });
    expect(there?.state).toEqual(lost);
    const back = there && apply(there, diff(2, lost, before) ?? { from: 0, to: 0 });
    expect(back?.state).toEqual(before);
  });
  test('for another version is not applied', () => {
    const patch = diff(3, before, { ...before, settings: { ...DEFAULT_SETTINGS, theme: 'dark' } });
    expect(patch && apply({ version: 2, state: before }, patch)).toBeNull();
    expect(patch && apply({ version: 3, state: before }, patch)?.state.settings.theme).toBe('dark');
  });
});

test('patches applied in order always equal the snapshot', () => {
  const statuses = fc.constantFrom<RunStatus>('RUNNING', 'ERROR', 'STARTING', 'STOPPED');
  const worlds = fc.array(fc.dictionary(fc.constantFrom('p/a', 'p/b', 'q/c'), statuses), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(worlds, (steps) => {
      const states = steps.map((step) => aState(aWorld(Object.entries(step).map(([path, status]) => anEnvironment(path, status)))));
      let [truth, version] = [before, 1];
      let copy: Snapshot = { version, state: before };
      for (const next of states) {
        const patch = diff(version, truth, next);
        if (patch) {
          const applied = apply(copy, JSON.parse(JSON.stringify(patch)) as typeof patch); // as it comes across
          if (!applied) throw new Error('a patch in order is applied');
          [copy, version] = [applied, patch.to];
        }
        truth = next;
      }
      expect(copy).toEqual({ version, state: truth });
    }),
  );
});
