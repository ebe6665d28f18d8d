// Which addresses are ours and which may be opened outside. Needs no Electron.

/** The pages windows show; each is a folder of the built renderer. */
export type PageName = 'overview' | 'log-viewer' | 'settings';

/** Where pages come from: a scheme of our own, so that they have an origin and a policy (`file:` has neither). */
export const SCHEME = 'app';
export const HOST = 'tray';

/** The page's address; `devUrl` is the development server's, without a slash at its end. */
export function pageAddress(page: PageName, devUrl?: string): string {
  return `${devUrl ?? `${SCHEME}://${HOST}`}/${page}/index.html`;
}

/** Whether a frame at this address shows a page of ours: by its whole origin, not by how it begins. */
export function isOurPage(url: string, devUrl?: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  if (protocol === `${SCHEME}:` && host === HOST) return true;
  return devUrl !== undefined && URL.canParse(devUrl) && protocol === new URL(devUrl).protocol && host === new URL(devUrl).host;
}

/** Whether the address may be handed to the browser: nothing but the web, or a link could start a program. */
export function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
