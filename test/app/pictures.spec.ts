import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../support/app.ts';
import { PICTURED, whyNot } from '../support/pictures.ts';
import { STATES } from '../support/states.ts';

const SHOTS = path.join(import.meta.dirname, 'shots');
const MOST_BYTES = 2_500_000;

test('the pictures of windows can be compared here', async ({ overview }) => {
  const reason = await whyNot(overview);
  test.skip(reason !== '', reason);
});

test('each pictured state has its picture in both themes and no other lies there; together they are small', () => {
  const pictures = readdirSync(SHOTS).filter((name) => name.endsWith('.png'));
  const wanted = [...PICTURED].flatMap((name) => ['light', 'dark'].map((theme) => `${name}-${theme}-linux.png`));
  expect(pictures.toSorted()).toEqual(wanted.toSorted());
  expect([...PICTURED].filter((name) => STATES[name] === undefined)).toEqual([]);
  expect(pictures.reduce((sum, name) => sum + statSync(path.join(SHOTS, name)).size, 0)).toBeLessThan(MOST_BYTES);
});
