// What may come instead of a log, or in it: each has its sentence, and nothing is lost.
import { expect, test } from 'vitest';
import type { LogPlace } from '../../../electron/contract/log-batch.ts';
import { packLines } from '../../../electron/contract/log-pack.ts';
import type { LogState } from '../../../electron/model/log-line.ts';
import { deploymentLog } from '../../../electron/platform/decode/deployment-log.ts';
import { serviceLogFrame } from '../../../electron/platform/decode/service-log.ts';
import { plainText, spansOf } from '../../../renderer/log-viewer/ansi.ts';
import { textBlocks } from '../../../renderer/log-viewer/export.ts';
import { EMPTY_LOG, withLines, withState } from '../../../renderer/log-viewer/kept-log.ts';
import { EVERY_LINE } from '../../../renderer/log-viewer/line-filter.ts';
import { emptyText, stateText } from '../../../renderer/log-viewer/status-words.ts';
import { aLine, LOG_T0 } from '../../support/a-log.ts';

const PLACE: LogPlace = {
  kind: 'deployment',
  organizationId: 'o',
  projectId: 'p',
  environmentId: 'e',
  serviceId: null,
  executionId: 'x',
  lineKey: null,
};
const SERVICE: LogPlace = { ...PLACE, kind: 'service', serviceId: 's', executionId: null };
const state = (kind: LogState['kind'], problem: LogState['problem'] = null, nextTryAt: number | null = null): LogState => ({
  kind,
  problem,
  nextTryAt,
  lastAt: null,
});

test.each<[string, LogPlace, LogState, string, RegExp]>([
  [
    'a run that no longer exists',
    PLACE,
    state('failed', { kind: 'gone' }),
    'This log is gone',
    /keeps the logs of the last 20 deployments/,
  ],
  ['a service that no longer exists', SERVICE, state('failed', { kind: 'gone' }), 'The log cannot be read', /no longer there/],
  ['a log that is empty', PLACE, state('finished'), 'Nothing was logged', /ended without a line/],
  ['permission refused', PLACE, state('failed', { kind: 'forbidden', answer: 403 }), 'The log cannot be read', /does not permit this/],
  [
    'permission refused by the socket',
    SERVICE,
    state('failed', { kind: 'forbidden', answer: 1007 }),
    'The log cannot be read',
    /answer 1007/,
  ],
  ['a token refused', SERVICE, state('failed', { kind: 'refused', answer: 401 }), 'The log cannot be read', /refused the token/],
  ['a socket that opens and never speaks', SERVICE, state('live'), 'No line yet', /as soon as the service says something/],
  [
    'a socket that never answers',
    SERVICE,
    state('reconnecting', { kind: 'timeout', afterMs: 30_000 }, LOG_T0 + 4000),
    'No line yet',
    /did not answer within 30 s/,
  ],
  [
    'a cluster whose agent is away',
    SERVICE,
    state('reconnecting', { kind: 'agent-away' }, LOG_T0),
    'No line yet',
    /agent is not connected/,
  ],
  [
    'a page of HTML in place of a log',
    PLACE,
    state('failed', { kind: 'bad-reply', detail: 'no JSON' }),
    'The log cannot be read',
    /sign-in page/,
  ],
])('%s has its sentence', (_, place, one, title, text) => {
  const said = emptyText(withState(EMPTY_LOG, one), 0, EVERY_LINE, place, LOG_T0);
  expect(said).toEqual([title, expect.stringMatching(text)]);
  expect(stateText(withState(EMPTY_LOG, one), LOG_T0)).not.toBe('');
});

test.each([
  ['half a surrogate pair', 'a\uD83Db', 'a\uFFFDb'],
  ['NUL, bell and a form feed', 'a\u0000b\u0007c\u000Cd', 'a␀b␇c␌d'],
  ['a colour that never ends', '\u001B[31', ''],
  ['a title that never ends', 'a\u001B]0;evil', 'a'],
  ['an escape alone', 'a\u001B', 'a'],
  ['a progress bar that goes back', '10%\r20%', '10%20%'],
  ['markup', '<script>alert(1)</script>', '<script>alert(1)</script>'],
])('%s is told as it can be seen, and nothing beside it is lost', (_, sent, seen) => {
  const log = withLines(EMPTY_LOG, packLines([aLine(0, { text: sent }), aLine(1)]));
  expect([...textBlocks(log, { numbers: [0, 1], isWhole: true }, { time: 'off', hasSender: true })].join('\n').split('\n')).toEqual([
    ['api', seen].filter(Boolean).join(' ') || 'api',
    'api line 1',
  ]);
  expect(plainText(sent).replaceAll('\uD83D', '\uFFFD')).toBe(seen);
  expect(spansOf(sent).every(({ classes }) => /^(a-[a-z]+ ?)*$/.test(classes))).toBe(true);
});

const wire = (timestamp: unknown, safe: string) => ({ type: 'info', timestamp, details: {}, error: null, message: { safe_message: safe } });

test('lines without a time stay behind their neighbour, equal times keep the order sent, and none is dropped', () => {
  const at = '2026-11-24T14:02:0';
  const sent = [
    wire(`${at}5Z`, 'late'),
    wire(`${at}1Z`, 'first'),
    wire(`${at}1Z`, 'same'),
    wire(null, 'no time'),
    wire('yesterday', 'no time either'),
  ];
  expect(deploymentLog(sent)?.map(({ text, at: said }) => [text, said])).toEqual([
    ['first', LOG_T0 + 1000],
    ['same', LOG_T0 + 1000],
    ['no time', null],
    ['no time either', null],
    ['late', LOG_T0 + 5000],
  ]);
});

test('a frame that is no line is none, and one whose fields are of other kinds is still a line', () => {
  expect([serviceLogFrame(null), serviceLogFrame([]), serviceLogFrame({ message: 5 })]).toEqual([null, null, null]);
  expect(serviceLogFrame({ message: 'x', created_at: {}, pod_name: 7, severity_text: [], version: false })).toMatchObject([
    { text: 'x', at: null, sender: '', level: 'unknown', version: null },
  ]);
});
