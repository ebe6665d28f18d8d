// The demo platform in the app, started only when somebody asks for it.
import type { DemoPlatform } from '../demo/server.ts';
import type { Access } from '../platform/platform.ts';
import type { Switches } from '../switches.ts';

/** Starts the demo platform when it is first asked for; `stop` ends it if it ever was. */
export function demoPlatform({ demo }: Switches): { start(): Promise<Access>; stop(): Promise<void> } {
  const options = { scenario: 'tour', seed: 1, speed: 1, ...demo, port: 0 };
  let started: Promise<DemoPlatform> | undefined;
  return {
    async start() {
      // Loaded only when it is wanted: who has an account does not carry a platform in memory.
      started ??= import('../demo/server.ts').then(({ startDemoPlatform }) => startDemoPlatform(options));
      const { apiUrl, wsUrl, token } = await started;
      return { apiUrl, wsUrl, token, scheme: 'Token' };
    },
    stop: async () => (await started)?.stop(),
  };
}
