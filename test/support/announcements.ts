// What a screen reader would be told of by itself: text that appears in a live region.
import type { ElectronApplication, Page } from '@playwright/test';

declare global {
  interface Window {
    announced?: string[];
  }
}

function listen(): void {
  const said: string[] = [];
  window.announced = said;
  /** The region that speaks for a node; one that is off, or none, says nothing. */
  const speaks = (node: Node): Element | null => {
    const element = node instanceof Element ? node : node.parentElement;
    const region = element?.closest('[aria-live], [role="status"], [role="alert"], [role="log"]') ?? null;
    return region?.getAttribute('aria-live') === 'off' ? null : region;
  };
  const observer = new MutationObserver((records) => {
    const regions = records.flatMap(({ target, addedNodes }) => [target, ...addedNodes].flatMap((node) => speaks(node) ?? []));
    for (const region of new Set(regions)) if (region.textContent) said.push(region.textContent);
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
}

/** From now on every page of the app that loads remembers what it announces. */
export async function rememberAnnouncements(app: ElectronApplication): Promise<void> {
  await app.context().addInitScript(listen);
}
export function announcedIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => window.announced ?? ['nothing is remembered']);
}
