// What the system's proxy settings say for one address, in the words of Chromium and of PAC files:
// "PROXY host:port; SOCKS5 host:port; DIRECT", tried from left to right.

/** An HTTP proxy to go through (`http://host:port`, or `https://` when it is itself spoken to over TLS), or none. */
export type ProxyChoice = {
  readonly proxy: string | null;
  /** Entries before it that we cannot use, as said. */ readonly skipped: readonly string[];
};

const SCHEMES: Readonly<Record<string, string>> = { PROXY: 'http', HTTP: 'http', HTTPS: 'https' };

/** The first entry we can use: an HTTP proxy or DIRECT. SOCKS is not among them; with nothing usable it is direct. */
export function proxyChoice(list: string): ProxyChoice {
  const skipped: string[] = [];
  for (const entry of list.split(';').map((one) => one.trim())) {
    const [, word = '', host = ''] = /^(\w+)(?:\s+(\S+))?$/.exec(entry) ?? [];
    if (word.toUpperCase() === 'DIRECT') return { proxy: null, skipped };
    const scheme = SCHEMES[word.toUpperCase()];
    if (scheme !== undefined && URL.canParse(`${scheme}://${host}`)) return { proxy: `${scheme}://${host}`, skipped };
    if (entry) skipped.push(entry);
  }
  return { proxy: null, skipped };
}

/** Whether the address is this machine itself: no proxy can help there, and none is asked for. */
export function isLoopback(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d+){3}$/.test(host);
}
