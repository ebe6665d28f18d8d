import { describe, expect, test } from 'vitest';
import { createAccount, type Account, type AccountParts } from '../../electron/account.ts';
import { SILENT_LOG } from '../../electron/log.ts';
import { failed, ok, type Result } from '../../electron/model/result.ts';
import { EMPTY_WORLD } from '../../electron/model/world.ts';
import { cleanToken, schemeOf } from '../../electron/platform/token-scheme.ts';

interface Scene {
  readonly account: Account;
  readonly kept: { token: string | null };
  readonly changes: string[];
}
function scene(more: Partial<AccountParts> = {}, kept: string | null = null, keeping: Result<null> = ok(null)): Scene {
  const held = { token: kept };
  const account = createAccount({
    apiUrl: 'https://api.test',
    wsUrl: 'wss://ws.test',
    environmentToken: null,
    keeper: {
      read: () => Promise.resolve(ok(held.token)),
      keep(token) {
        if (keeping.ok) held.token = token;
        return Promise.resolve(keeping);
      },
      forget() {
        held.token = null;
        return Promise.resolve(ok(null));
      },
    },
    probe: ({ token }) => Promise.resolve(token === 'good-token' ? ok(null) : failed({ kind: 'refused', answer: 401 })),
    cleanToken,
    schemeOf,
    startDemo: () => Promise.resolve({ apiUrl: 'http://127.0.0.1:1', wsUrl: 'ws://127.0.0.1:1', token: 'demo', scheme: 'Token' }),
    log: SILENT_LOG,
    ...more,
  });
  const changes: string[] = [];
  account.subscribe(({ state, source }, isOther) => void changes.push(`${state} ${source ?? '-'}${isOther ? ' !' : ''}`));
  return { account, kept: held, changes };
}

describe('at the start', () => {
  test('the environment’s token wins over a kept one, and is not kept', async () => {
    const { account, kept } = scene({ environmentToken: ' Token env-token\n' }, 'kept-token');
    await account.start(false);
    expect(account.access()).toEqual({ apiUrl: 'https://api.test', wsUrl: 'wss://ws.test', token: 'env-token', scheme: 'Token' });
    expect([account.state().source, kept.token]).toEqual(['environment', 'kept-token']);
  });
  test('a kept token is used', async () => {
    const { account } = scene({}, 'kept-token');
    await account.start(false);
    expect([account.access()?.token, account.state().source, account.secrets()]).toEqual(['kept-token', 'keyring', ['kept-token']]);
  });
  test('without any there is nobody', async () => {
    const { account } = scene();
    await account.start(false);
    expect([account.access(), account.state().state]).toEqual([null, 'signed-out']);
  });
  test('a keyring that cannot be read is said', async () => {
    const keeper = {
      read: () => Promise.resolve(failed({ kind: 'no-keyring' })),
      keep: () => Promise.resolve(ok(null)),
      forget: () => Promise.resolve(ok(null)),
    };
    const { account } = scene({ keeper });
    await account.start(false);
    expect(account.state()).toMatchObject({ state: 'signed-out', problem: { kind: 'no-keyring' } });
  });
  test('the demo wins over all', async () => {
    const { account } = scene({ environmentToken: 'env-token' });
    await account.start(true);
    expect([account.access()?.token, account.state().source]).toEqual(['demo', 'demo']);
  });
});

describe('connecting', () => {
  test('tries the token before it is kept', async () => {
    const { account, kept } = scene();
    expect(await account.connect({ token: 'bad-token', keep: 'keyring' })).toEqual(failed({ kind: 'refused', answer: 401 }));
    expect([account.access(), kept.token]).toEqual([null, null]);
    expect(await account.connect({ token: 'good-token', keep: 'keyring' })).toEqual(ok(null));
    expect([account.access()?.token, kept.token, account.state().source]).toEqual(['good-token', 'good-token', 'keyring']);
  });
  test('for this run only keeps nothing', async () => {
    const { account, kept } = scene();
    await account.connect({ token: 'good-token', keep: 'session' });
    expect([account.state().source, kept.token]).toEqual(['session', null]);
  });
  test('without a keyring holds for this run, and says so also after it was accepted', async () => {
    const { account } = scene({}, null, failed({ kind: 'no-keyring' }));
    await account.connect({ token: 'good-token', keep: 'keyring' });
    account.heard({ ...EMPTY_WORLD, organizations: { o: { id: 'o', name: 'o' } } });
    expect(account.state()).toMatchObject({ state: 'connected', source: 'session', problem: { kind: 'no-keyring' } });
  });
});

test('what the world tells: checking, connected, refused, connected again; each is told once', async () => {
  const { account, changes } = scene({}, 'kept-token');
  await account.start(false);
  const fine = { ...EMPTY_WORLD, organizations: { o: { id: 'o', name: 'o' } } };
  const refused = { ...fine, problem: { kind: 'refused', answer: 401 } as const };
  for (const world of [EMPTY_WORLD, fine, fine, refused, refused, fine]) account.heard(world);
  expect(changes).toEqual(['checking keyring !', 'connected keyring', 'refused keyring', 'connected keyring']);
  expect(account.state().problem).toBeNull();
});

test('forgetting drops the token everywhere', async () => {
  const { account, kept, changes } = scene({}, 'kept-token');
  await account.start(false);
  await account.forget();
  expect([account.access(), kept.token, account.secrets()]).toEqual([null, null, []]);
  expect(changes.at(-1)).toBe('signed-out - !');
});
