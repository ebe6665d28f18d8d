import { expect, test } from 'vitest';
import type { Known } from '../../../electron/model/known.ts';
import { keysOfKnown } from '../../../electron/notifications/notices.ts';

const known = (environmentId: string, troubles: readonly string[] | null = ['run|api']): Known => ({
  environmentId,
  troubles,
  until: null,
});

test.each<[string, readonly Known[], readonly Known[], readonly string[]]>([
  ['nothing, when nothing changes', [known('a')], [known('a')], []],
  ['both of its notices, when an environment is known', [known('a')], [known('a'), known('b')], ['deployment/b', 'run/b']],
  ['them again, when another trouble of it is known, too', [known('a')], [known('a', ['run|web'])], ['deployment/a', 'run/a']],
  ['them, when it is muted for a while', [], [known('a', null)], ['deployment/a', 'run/a']],
  ['nothing, when it is no longer known', [known('a')], [], []],
])('takes back %s', (_, before, next, expected) => {
  expect(keysOfKnown(before, next)).toEqual(expected);
});
