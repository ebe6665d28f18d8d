import { expect, test } from 'vitest';
import { answer, type Caller } from '../../../electron/bridge/answer.ts';
import type { CommandHandlers } from '../../../electron/contract/channels.ts';
import { createLog, SILENT_LOG } from '../../../electron/log.ts';
import { failed, ok } from '../../../electron/model/result.ts';

const OURS: Caller = { windowId: 3, frameUrl: 'app://tray/overview/index.html', isTopFrame: true };
const isOurs = (url: string): boolean => url.startsWith('app://tray/');
const done = () => Promise.resolve(ok(null));

/** Handlers that only say "done", with those of a test in place. */
function handlersWith(own: Partial<CommandHandlers>): CommandHandlers {
  const missing = () => Promise.resolve(failed({ kind: 'gone' }));
  return {
    snapshot: missing,
    openLog: missing,
    openKeptLog: done,
    compareRun: missing,
    listRuns: missing,
    testNotification: missing,
    historyPage: missing,
    refresh: done,
    openOverview: done,
    openSettings: done,
    openDeploymentLog: done,
    openServiceLog: done,
    examine: done,
    showFile: done,
    openLink: done,
    copyText: done,
    saveText: missing,
    connect: done,
    exploreDemo: done,
    forgetToken: done,
    changeSettings: done,
    ...own,
  };
}
function logged() {
  const lines: string[] = [];
  const log = createLog(
    (line) => void lines.push(line),
    () => new Date(0),
  );
  return { log, lines };
}

test('gives the handler the parsed argument and the asking window, and its answer back', async () => {
  const asked: unknown[] = [];
  const handlers = handlersWith({
    openServiceLog: (argument, windowId) => {
      asked.push(argument, windowId);
      return Promise.resolve(failed({ kind: 'agent-away' }));
    },
  });
  const sent = { serviceId: 's1', more: 'left out' };
  expect(await answer('openServiceLog', handlers, { isOurs, log: SILENT_LOG }, OURS, sent)).toEqual(failed({ kind: 'agent-away' }));
  expect(asked).toEqual([{ serviceId: 's1' }, 3]);
});

test.each<[string, Partial<Caller>]>([
  ['a page of another origin', { frameUrl: 'https://example.com/' }],
  ['a frame inside one of our pages', { isTopFrame: false }],
  ['a frame that is gone', { frameUrl: '' }],
])('refuses %s and logs it', async (_, stranger) => {
  const { log, lines } = logged();
  let calls = 0;
  const handlers = handlersWith({
    refresh: () => {
      calls += 1;
      return done();
    },
  });
  const answered = await answer('refresh', handlers, { isOurs, log }, { ...OURS, ...stranger }, null);
  expect(answered).toEqual(failed({ kind: 'bad-input', detail: 'only windows of the app may ask this' }));
  expect(calls).toBe(0);
  expect(lines).toEqual([expect.stringContaining('refused a command')]);
});

test('does not call the handler with an argument that cannot be understood', async () => {
  const { log, lines } = logged();
  const handlers = handlersWith({
    openLink: () => {
      throw new Error('called');
    },
  });
  const answered = await answer('openLink', handlers, { isOurs, log }, OURS, { url: 'file:///etc/passwd' });
  expect(answered).toEqual(failed({ kind: 'bad-input', detail: 'only http and https addresses are opened' }));
  expect(lines).toHaveLength(1);
});

test.each<[string, CommandHandlers['refresh']]>([
  ['throws', () => { throw new Error('inside knowledge'); }], // prettier-ignore
  ['rejects', () => Promise.reject(new Error('inside knowledge'))],
])('makes a problem of a handler that %s: the window gets no error, the log gets it all', async (_, refresh) => {
  const { log, lines } = logged();
  const answered = await answer('refresh', handlersWith({ refresh }), { isOurs, log }, OURS, null);
  expect(answered.ok).toBe(false);
  expect(JSON.stringify(answered)).not.toContain('inside knowledge');
  expect(lines.join('\n')).toContain('inside knowledge');
});
