import { afterEach, expect, test } from 'vitest';
import { startDemoPlatform } from '../../electron/demo/server.ts';
import { optionsFor, startRecordedApp, type DemoPlatform, type RecordedApp, type RecordedOptions } from '../support/recorded-app.ts';

const running: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0).toReversed()) await stop();
});
async function demo(port = 0): Promise<DemoPlatform> {
  const platform = await startDemoPlatform({ port, scenario: 'calm', seed: 1, speed: 1 });
  running.push(() => platform.stop());
  return platform;
}
async function start(options: RecordedOptions): Promise<RecordedApp> {
  const app = await startRecordedApp(options);
  running.push(() => app.stop());
  return app;
}
const icon = (app: RecordedApp) => app.faces.at(-1)?.icon;

test('a wrong token is refused in words, and nothing is asked again and again', async () => {
  const platform = await demo();
  const app = await start({ ...optionsFor(platform), token: 'wrong' });
  await app.until(() => app.state().account.state === 'refused', 'the refusal');
  expect(icon(app)?.status).toBe('unknown');
  expect(app.faces.at(-1)?.tooltip).toMatch(/refused/);
});

test('without a token it says that it is not connected, and a pasted one is tried before it is taken', async () => {
  const platform = await demo();
  const app = await start({ apiUrl: platform.apiUrl, wsUrl: platform.wsUrl });
  expect(app.faces.at(-1)?.tooltip).toMatch(/Not connected/);
  expect(await app.handlers().connect({ token: 'wrong', keep: 'session' }, 1)).toMatchObject({ ok: false, problem: { kind: 'refused' } });
  expect(await app.handlers().connect({ token: '  ', keep: 'session' }, 1)).toMatchObject({ ok: false, problem: { kind: 'bad-input' } });
  expect(app.state().account.state).toBe('signed-out');
  expect(await app.handlers().connect({ token: `Authorization: Token ${platform.token}\n`, keep: 'session' }, 1)).toMatchObject({
    ok: true,
  });
  await app.until(() => icon(app)?.status === 'running', 'a green icon');
  expect(await app.handlers().forgetToken(null, 1)).toMatchObject({ ok: true });
  expect(app.state()).toMatchObject({ account: { state: 'signed-out' }, world: { phase: 'signed-out', environments: {} } });
});

test.each([
  ['no URL at all', 'nonsense', 'bad-address'],
  ['a port where nobody listens', 'http://127.0.0.1:9', 'offline'],
])('an address that is %s gets a sentence', async (_, apiUrl, kind) => {
  const app = await start({ token: 'qov_any', apiUrl, wsUrl: 'ws://127.0.0.1:9' });
  await app.until(() => app.state().world.problem?.kind === kind, kind);
  expect(icon(app)).toMatchObject({ status: 'unknown', stale: true });
});

test('a platform that goes away leaves what was known, marked as old, and is found again by itself', async () => {
  const platform = await demo();
  const port = Number(new URL(platform.apiUrl).port);
  const app = await start({ ...optionsFor(platform), speed: 10 });
  const all = () => Object.values(app.state().world.environments);
  await app.until(() => icon(app)?.status === 'running' && all().every(({ run }) => run.status !== 'UNKNOWN'), 'a whole green picture');
  const known = Object.keys(app.state().world.environments).length;
  await platform.stop();
  app.choose({ kind: 'refresh' });
  await app.until(() => app.state().world.problem !== null, 'the loss is noticed', 30_000);
  expect(icon(app)).toMatchObject({ status: 'running', stale: true });
  expect(Object.keys(app.state().world.environments)).toHaveLength(known);
  expect(app.faces.at(-1)?.tooltip).toMatch(/^Offline since/);
  await demo(port);
  await app.until(() => icon(app)?.stale === false, 'fresh again', 60_000);
  expect(app.state().world.problem).toBeNull();
  expect(app.notices).toEqual([]);
}, 100_000);

test.each(['401', '429', '429-bare', '500', 'html', 'truncated', 'slow'] as const)(
  'after answers like %s for a while it recovers by itself',
  async (fault) => {
    const platform = await demo();
    const app = await start({ ...optionsFor(platform), speed: 30 });
    await app.until(() => app.state().world.phase === 'ready', 'the whole picture');
    platform.fault(fault);
    app.choose({ kind: 'refresh' });
    const expected = {
      '401': 'refused',
      '429': 'rate-limited',
      '429-bare': 'rate-limited',
      '500': 'server-error',
      html: 'bad-reply',
      truncated: 'bad-reply',
      slow: 'timeout',
    }[fault];
    await app.until(() => app.state().world.problem?.kind === expected, expected);
    expect(icon(app)).toMatchObject({ status: 'running', stale: true });
    platform.fault(null);
    await app.until(() => app.state().world.problem === null && icon(app)?.stale === false, 'fresh again', 40_000);
  },
  60_000,
);

test('a cluster whose agent is away has no run status, and its deployments are still known', async () => {
  const platform = await demo();
  const app = await start(optionsFor(platform));
  await app.until(() => app.state().world.phase === 'ready', 'the whole picture');
  platform.fault('agent-offline');
  platform.dropSockets();
  const source = await app.until(
    () => Object.values(app.state().world.sources).find((one) => one.state === 'agent-away'),
    'the agent is away',
  );
  expect(source.kind).toBe('run');
  expect(icon(app)?.stale).toBe(true);
  expect(app.state().world.problem).toBeNull();
  const runs = () => Object.values(app.state().world.sources).filter(({ kind }) => kind === 'run');
  await app.until(() => runs().every(({ state }) => state === 'agent-away') && icon(app)?.stale, 'all agents are away');
  const [tries, from] = [new Set<number>(), app.faces.length];
  await app.until(() => {
    for (const { nextTryAt } of runs()) if (nextTryAt !== null) tries.add(nextTryAt);
    return tries.size >= 5;
  }, 'more tries');
  const lines = new Set(app.faces.slice(from).map(({ line }) => line));
  expect(lines.size).toBeLessThanOrEqual(1); // a socket that opens is no sign of life
  platform.fault(null);
  await app.until(() => Object.values(app.state().world.sources).every((one) => one.state === 'live'), 'live again', 30_000);
}, 60_000);
