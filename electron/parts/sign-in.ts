// The account, its keyring and the platform that is asked with its token.
import { app } from 'electron';
import { createAccount, type Account } from '../account.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../model/clock.ts';
import { createPlatform } from '../platform/client.ts';
import type { Access } from '../platform/platform.ts';
import { cleanToken, schemeOf } from '../platform/token-scheme.ts';
import { createOddityCounter, type OddityCounter } from '../platform/oddity-counter.ts';
import { createTraffic, type Traffic } from '../platform/traffic.ts';
import { createKeychain } from '../store/keychain.ts';
import type { PlatformAddress } from '../switches.ts';
import { createAgents } from '../system/proxy-agent.ts';

/** The account, and the platform asked with its token; a candidate token is tried on a platform of its own. */
export function signIn(
  address: PlatformAddress,
  folder: string,
  clock: Clock,
  log: Log,
  startDemo: () => Promise<Access>,
): {
  readonly account: Account;
  readonly platform: ReturnType<typeof createPlatform>;
  readonly traffic: Traffic;
  readonly oddities: OddityCounter;
} {
  const traffic = createTraffic(() => clock.now());
  const oddities: OddityCounter = createOddityCounter(() => account.secrets());
  const common = {
    clock,
    log,
    traffic,
    oddities,
    random: () => Math.random(),
    agent: createAgents(log),
    userAgent: `Qovery-Tray/${app.getVersion()} (${process.platform})`,
  };
  const account = createAccount({
    apiUrl: address.apiUrl,
    wsUrl: address.wsUrl,
    environmentToken: address.token,
    keeper: createKeychain(folder, log),
    probe: (access) => createPlatform({ ...common, access: () => access }).organizations(),
    cleanToken,
    schemeOf,
    startDemo,
    log,
  });
  return { account, platform: createPlatform({ ...common, access: () => account.access() }), traffic, oddities };
}
