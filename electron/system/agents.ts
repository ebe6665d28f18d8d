// The way to each address: directly or through the system's proxy, trusting the system's certificates; connections are
// kept alive. REST and sockets share it, so both go the same way. How the system is asked comes in as an argument.
import http, { type Agent, type ClientRequest } from 'node:http';
import https from 'node:https';
import type { SecureContext } from 'node:tls';
import { HttpsProxyAgent } from 'https-proxy-agent';
import type { Log } from '../log.ts';
import { isLoopback, proxyChoice } from './proxy-choice.ts';

export interface AgentParts {
  /** The system's proxies for an `http:` or `https:` address, as Chromium writes them: "PROXY host:port; DIRECT". */
  readonly resolveProxy: (url: string) => Promise<string>;
  /** Asked once, when first needed. */
  readonly trust: () => Promise<SecureContext>;
  readonly log: Log;
}

/** The https-proxy-agent hands its TLS options to the proxy's connection alone: here those inside the tunnel get our trust too. */
class TrustingProxyAgent extends HttpsProxyAgent<string> {
  readonly #secureContext: SecureContext;

  constructor(proxy: string, secureContext: SecureContext) {
    super(proxy, { keepAlive: true });
    this.connectOpts = { ...this.connectOpts, secureContext };
    this.#secureContext = secureContext;
  }

  override connect(
    request: ClientRequest,
    options: Parameters<HttpsProxyAgent<string>['connect']>[1],
  ): ReturnType<HttpsProxyAgent<string>['connect']> {
    return super.connect(request, options.secureEndpoint ? { ...options, secureContext: this.#secureContext } : options);
  }
}

interface Kept {
  readonly proxy: string | null;
  readonly agent: Promise<Agent>;
}

/**
 * The agent for an `http(s):` or `ws(s):` address; the same one for an origin as long as the system's proxy for it stays
 * the same. Plain `http:` goes through the proxy by CONNECT as well: a proxy that allows that for port 443 only refuses it.
 */
export function agentsOver({ resolveProxy, trust, log }: AgentParts): (address: string) => Promise<Agent> {
  const kept = new Map<string, Kept>();
  let trusted: Promise<SecureContext> | undefined;

  const proxyFor = async (url: URL): Promise<string | null> => {
    if (isLoopback(url.hostname)) return null;
    const { proxy, skipped } = proxyChoice(await resolveProxy(url.origin));
    if (skipped.length > 0) log.warn('proxies of a kind that cannot be used', { skipped: skipped.join('; '), origin: url.origin });
    return proxy;
  };
  const agentFor = async (url: URL, proxy: string | null): Promise<Agent> => {
    if (proxy === null && url.protocol === 'http:') return new http.Agent({ keepAlive: true });
    const secureContext = await (trusted ??= trust());
    return proxy === null ? new https.Agent({ keepAlive: true, secureContext }) : new TrustingProxyAgent(proxy, secureContext);
  };

  return async (address) => {
    const url = new URL(address.replace(/^ws/i, 'http')); // sockets go where REST goes
    const proxy = await proxyFor(url);
    const known = kept.get(url.origin);
    if (known?.proxy === proxy) return known.agent;
    log.info('way', { origin: url.origin, proxy: proxy ?? 'direct' });
    const agent = agentFor(url, proxy);
    kept.set(url.origin, { proxy, agent });
    return agent;
  };
}
