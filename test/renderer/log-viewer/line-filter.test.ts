import { expect, test } from 'vitest';
import { packLines } from '../../../electron/contract/log-pack.ts';
import { EVERY_LINE, shownIn, type LineFilter } from '../../../renderer/log-viewer/line-filter.ts';
import { aLine, anErrorLine } from '../../support/a-log.ts';

const pod = (number: number, name: string, senderKind: string, version: string) =>
  aLine(number, { sender: name, senderId: name, senderKind, version });
const LINES = [
  aLine(0, { level: 'debug' }),
  aLine(1, { level: 'unknown' }),
  aLine(2, { level: 'warning' }),
  anErrorLine(3, { level: 'info' }),
  aLine(4, { level: 'critical' }),
  pod(5, 'api-a', 'app', 'v1'),
  pod(6, 'api-b', 'app', 'v2'),
  pod(7, 'api-b', 'proxy', 'v2'),
];
const shown = (filter: Partial<LineFilter>): readonly number[] => {
  const isShown = shownIn(packLines(LINES), { ...EVERY_LINE, ...filter }, 100);
  return LINES.flatMap((_, index) => (isShown === null || isShown(index) ? [index] : []));
};

test.each([
  [{}, [0, 1, 2, 3, 4, 5, 6, 7]],
  [{ floor: 'info' }, [1, 2, 3, 4, 5, 6, 7]],
  [{ floor: 'warning' }, [2, 3, 4]],
  [{ floor: 'error' }, [3, 4]],
  [{ hidden: new Set(['api', 'api-a']) }, [6, 7]],
  [{ container: 'proxy' }, [7]],
  [{ version: 'v2' }, [6, 7]],
  [{ version: 'v2', container: 'app' }, [6]],
  [{ only: new Set([102, 106, 6]), floor: 'info' }, [2, 6]],
] as const)('shows what %j lets through', (filter, lines) => {
  expect(shown(filter)).toEqual(lines);
});

test('asks nothing of the lines when all are shown', () => {
  expect(shownIn(packLines(LINES), EVERY_LINE, 0)).toBeNull();
  expect(shownIn(packLines(LINES), null, 0)).toBeNull();
});
