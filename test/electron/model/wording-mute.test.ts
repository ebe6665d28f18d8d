import { expect, test } from 'vitest';
import type { Known } from '../../../electron/model/known.ts';
import { muteWord } from '../../../electron/model/wording-mute.ts';
import { T0 } from '../../support/a-world.ts';

const HOUR = 3_600_000;
test.each<[Partial<Known> | undefined, string]>([
  [undefined, 'muted'],
  [{ until: T0 + HOUR }, 'muted until 15:02'],
  [{ until: T0 + 24 * HOUR }, 'muted until 25 Nov, 14:02'],
  [{}, 'muted until fixed'],
  [{ troubles: ['run|api'] }, 'known'],
])('%j is “%s”', (one, word) => {
  const known = one && { environmentId: 'e', troubles: null, until: null, ...one };
  expect(muteWord(known, T0)).toBe(word);
});
