// The system's proxy (PAC files included) and certificates for Node's own requests: Chromium is asked, Node goes.
// What follows from the answer is agents.ts, which needs no Electron.
import { session } from 'electron';
import type { Agent } from 'node:http';
import type { Log } from '../log.ts';
import { agentsOver } from './agents.ts';
import { trustedContext } from './trusted-certificates.ts';

/** The way to an address, for REST and sockets alike. Ask only after Electron is ready. */
export function createAgents(log: Log): (url: string) => Promise<Agent | undefined> {
  const scoped = log.scope('proxy');
  return agentsOver({
    resolveProxy: (url) => session.defaultSession.resolveProxy(url),
    trust: () => trustedContext(process.env, scoped),
    log: scoped,
  });
}
