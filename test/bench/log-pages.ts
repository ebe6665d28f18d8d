// What the log bench does inside the pages it measures. Each function is sent to the page as text and sees nothing of this file.

/** What `defineLines` puts on a page. */
interface BenchPage {
  /** Line `number` of so many; the one in the middle holds the rare word. */
  lineOf(number: number, lines: number): string;
  /** A batch of the lines `first …`, as the main process would hand them over. */
  batchOf(texts: readonly string[]): { readonly batch: object; readonly buffers: ArrayBuffer[] };
  /** Resolves to when `look` first answers with true, looked at in each frame. */
  once(look: () => boolean): Promise<number>;
  /** The page's end of a fresh port. */
  openPort(): Promise<MessagePort>;
}
declare const benchPage: BenchPage;

/** To be run first in a page that is to be measured. */
export function defineLines(rare: string): void {
  const encoder = new TextEncoder();
  const page: BenchPage = {
    lineOf: (number, lines) => {
      const word = number === Math.floor(lines / 2) ? rare : 'cache=miss';
      return `2026-11-24T14:05:49.${number % 1000}Z INFO http GET /v1/carts/${number} 200 ${number % 300}ms user=${(number * 7919) % 100_000} ${word}`;
    },
    batchOf: (texts) => {
      const count = texts.length;
      const offsets = new Uint32Array(count + 1);
      for (const [index, text] of texts.entries()) offsets[index + 1] = (offsets[index] ?? 0) + text.length; // all of it is ASCII
      const text = encoder.encode(texts.join(''));
      const times = new Float64Array(count).fill(Date.now());
      const [levels, flags] = [new Uint8Array(count).fill(2), new Uint8Array(count)];
      const senderOf = Uint16Array.from({ length: count }, (_, index) => index % 4);
      const senders = [0, 1, 2, 3].map((pod) => ({ id: `api-${pod}`, name: `api-${pod}`, kind: 'api', version: 'v1' }));
      const buffers = [text, offsets, times, levels, flags, senderOf].map(({ buffer }) => buffer);
      return { batch: { count, text, offsets, times, levels, flags, senderOf, senders, extras: [] }, buffers };
    },
    once: (look) =>
      new Promise((resolve, reject) => {
        const latest = performance.now() + 60_000;
        const again = (): void => {
          if (look()) resolve(performance.now());
          else if (performance.now() > latest) reject(new Error(`not within a minute: ${look.toString().slice(0, 100)}`));
          else requestAnimationFrame(again);
        };
        again();
      }),
    openPort: async () => {
      const { port1, port2 } = new MessageChannel();
      window.postMessage({ qoveryTray: 'logPort' }, location.origin, [port2]);
      await new Promise((resolve) => setTimeout(resolve, 300)); // the port is taken and the list is empty
      return port1;
    },
  };
  Reflect.set(globalThis, 'benchPage', page);
}

export interface FedTimes {
  readonly firstMs: number;
  readonly endMs: number;
}

/** Our window: feeds so many lines through a fresh port, as fast as the window takes them. */
export async function feedPage(lines: number): Promise<FedTimes> {
  const EACH = 5_000;
  const batches = Array.from({ length: Math.ceil(lines / EACH) }, (_, index) => {
    const first = index * EACH;
    return benchPage.batchOf(Array.from({ length: Math.min(EACH, lines - first) }, (__, at) => benchPage.lineOf(first + at, lines)));
  });
  const port = await benchPage.openPort();
  const begin = performance.now();
  for (const { batch, buffers } of batches.splice(0)) port.postMessage({ kind: 'lines', batch }, buffers);
  const first = await benchPage.once(() => document.querySelector('[data-line]') !== null);
  const end = await benchPage.once(() => document.querySelector(`[data-line="${lines - 1}"]`) !== null);
  return { firstMs: first - begin, endMs: end - begin };
}

/** Any page: types into the search and waits until its count reads so. */
export async function searchPage([word, countAt, count]: readonly [string, string, string]): Promise<number> {
  const field = document.querySelector<HTMLInputElement>('input[type="search"], .react-lazylog-searchbar-input');
  if (!field) throw new Error('there is no search');
  const begin = performance.now();
  Reflect.set(HTMLInputElement.prototype, 'value', word, field); // React hears only what the browser sets
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  return (await benchPage.once(() => document.querySelector(countAt)?.textContent.includes(count) === true)) - begin;
}

export interface LiveTimes {
  readonly frameMs: readonly number[];
  readonly lost: number;
}

/** Our window: so many lines a second for so long; how long each frame took, and how many lines are not there at the end. */
export async function livePage([perSecond, seconds]: readonly [number, number]): Promise<LiveTimes> {
  const EVERY_MS = 50;
  const count = (perSecond * EVERY_MS) / 1000;
  const port = await benchPage.openPort();
  let number = 0;
  const timer = setInterval(() => {
    const { batch, buffers } = benchPage.batchOf(Array.from({ length: count }, () => benchPage.lineOf(number++, 0)));
    port.postMessage({ kind: 'lines', batch }, buffers);
  }, EVERY_MS);
  const frameMs: number[] = [];
  const end = performance.now() + seconds * 1000;
  await new Promise<void>((resolve) => {
    let before = performance.now();
    const frame = (): void => {
      const now = performance.now();
      frameMs.push(now - before);
      before = now;
      if (now < end) requestAnimationFrame(frame);
      else resolve();
    };
    requestAnimationFrame(frame);
  });
  clearInterval(timer);
  await new Promise((resolve) => setTimeout(resolve, 1_000)); // what is on its way arrives
  const last = Math.max(...Array.from(document.querySelectorAll<HTMLElement>('[data-line]'), (line) => Number(line.dataset['line'])));
  return { frameMs: frameMs.slice(2), lost: number - 1 - last };
}

/** Our window: so many lines of such a length; when the last one is drawn, and the longest frame until then. */
export async function longPage([lines, length]: readonly [number, number]): Promise<{
  readonly endMs: number;
  readonly longestMs: number;
}> {
  const texts = Array.from({ length: lines }, (_, number) => `${number} ${'lorem ipsum '.repeat(length / 12)}`);
  const port = await benchPage.openPort();
  const { batch, buffers } = benchPage.batchOf(texts);
  const begin = performance.now();
  let [before, longestMs] = [begin, 0];
  port.postMessage({ kind: 'lines', batch }, buffers);
  const end = await benchPage.once(() => {
    [longestMs, before] = [Math.max(longestMs, performance.now() - before), performance.now()];
    return document.querySelector(`[data-line="${lines - 1}"]`) !== null;
  });
  return { endMs: end - begin, longestMs };
}

/** Our window: the longest frame while a pattern that never ends is searched, until it is given up. */
export async function hostilePage(pattern: string): Promise<{ readonly longestMs: number; readonly givenUpMs: number }> {
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  const begin = performance.now();
  if (field) Reflect.set(HTMLInputElement.prototype, 'value', pattern, field);
  field?.dispatchEvent(new Event('input', { bubbles: true }));
  let [before, longestMs] = [begin, 0];
  const end = await benchPage.once(() => {
    [longestMs, before] = [Math.max(longestMs, performance.now() - before), performance.now()];
    return document.querySelector('.search .count')?.textContent.includes('too slow') === true;
  });
  return { longestMs, givenUpMs: end - begin };
}

/** A bare page with one <pre>: shown, scrolled to its end, searched. */
export async function plainPage([lines, rare]: readonly [number, string]): Promise<FedTimes & { readonly searchMs: number }> {
  const text = Array.from({ length: lines }, (_, number) => benchPage.lineOf(number, lines)).join('\n');
  const painted = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const box = document.body.appendChild(document.createElement('pre'));
  const begin = performance.now();
  box.textContent = text;
  await painted();
  const firstMs = performance.now() - begin;
  window.scrollTo(0, document.documentElement.scrollHeight);
  await painted();
  const endMs = performance.now() - begin;
  const search = performance.now();
  box.textContent.toLowerCase().indexOf(rare);
  return { firstMs, endMs, searchMs: performance.now() - search };
}

/** The other viewer's page (log-peer/): shown, scrolled to its end. */
export async function peerPage(lines: number): Promise<FedTimes> {
  const text = Array.from({ length: lines }, (_, number) => benchPage.lineOf(number, lines)).join('\n');
  const holds = (number: number): boolean => {
    const wanted = benchPage.lineOf(number, lines);
    return document.querySelector('#root')?.textContent.includes(wanted) === true;
  };
  const begin = performance.now();
  window.showLog(text, 1);
  const first = await benchPage.once(() => holds(0));
  window.showLog(text, lines);
  const end = await benchPage.once(() => holds(lines - 1));
  return { firstMs: first - begin, endMs: end - begin };
}
