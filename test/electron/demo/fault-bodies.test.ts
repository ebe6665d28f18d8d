import { expect, test } from 'vitest';
import { altered } from '../../../electron/demo/fault-bodies.ts';
import type { DemoFault } from '../../../electron/demo/faults.ts';

const AT = '2026-01-05T10:00:00.000Z';
const FRAME = {
  environments: [
    {
      id: 'a',
      state: 'RUNNING',
      steps: 1,
      applications: [{ id: 'a1', state: 'RUNNING', pods: [{ last_events: [], started_at: 1_767_607_200_000 }] }],
    },
    { id: 'b', state: 'RUNNING', steps: 1, at: AT, applications: [] },
  ],
};
const [, B] = FRAME.environments;
const under = (fault: DemoFault | null): typeof FRAME => JSON.parse(altered(fault, JSON.stringify(FRAME), new Set(['a']))) as typeof FRAME; // altered, but of that shape

test('without a fault inside bodies, the text is the same', () => {
  const text = JSON.stringify(FRAME);
  expect([null, '500', 'socket-1006'].map((fault) => altered(fault as DemoFault | null, text, new Set(['a'])))).toEqual([text, text, text]);
});

test('unknown-words: all words of the victim, and nobody else’s', () => {
  const [a, b] = under('unknown-words').environments;
  expect(a).toMatchObject({ state: 'BRAND_NEW_THING', applications: [{ state: 'BRAND_NEW_THING' }] });
  expect(b).toEqual(B);
});

test('missing-fields: what is optional is gone from the victim, its id and state stay', () => {
  const [a, b] = under('missing-fields').environments;
  expect(a).not.toHaveProperty('steps');
  expect(a).toMatchObject({ id: 'a', state: 'RUNNING' });
  expect(b).toEqual(B);
});

test('unknown-ids: each list of states begins with a stranger', () => {
  const { environments } = under('unknown-ids');
  expect(environments).toHaveLength(3);
  expect(environments[0]).toMatchObject({ id: expect.stringContaining('dead'), state: 'ERROR' });
  expect(environments[1]?.applications.map((one) => one.id)).toEqual([expect.stringContaining('dead'), 'a1']);
});

test('extra-fields: every object has more', () => {
  const { environments } = under('extra-fields');
  expect(environments[1]).toMatchObject({ ...B, brand_new: true });
});

test.each([
  ['clock-ahead', '2026-01-05T10:10:00.000Z', 600_000],
  ['clock-behind', '2026-01-05T09:50:00.000Z', -600_000],
] as const)('%s: both kinds of time move', (fault, at, byMs) => {
  const [a, b] = under(fault).environments;
  expect(b).toMatchObject({ at });
  expect(a?.applications[0]?.pods[0]?.started_at).toBe(1_767_607_200_000 + byMs);
});

test('frames-huge: 3 MB more, once', () => {
  const size = altered('frames-huge', JSON.stringify(FRAME), new Set()).length;
  expect(size).toBeGreaterThan(3_000_000);
  expect(size).toBeLessThan(4_000_000);
});
