// Going through a window by keyboard as a person does: one key, a look where the focus is, the next key.
import { expect, type Locator, type Page } from '@playwright/test';

/** Presses the key until the element has the focus; each time it waits until the focus has moved, or the key would run ahead of it. */
export async function goTo(page: Page, key: string, target: Locator): Promise<void> {
  const hasFocus = (): Promise<boolean> =>
    target.evaluate((one) => one.contains(document.activeElement) && document.activeElement !== document.body);
  for (let i = 0; i < 20 && !(await hasFocus()); i += 1) {
    const before = await page.evaluateHandle(() => document.activeElement);
    await page.keyboard.press(key);
    await expect.poll(() => before.evaluate((one) => one !== document.activeElement)).toBe(true);
  }
  expect(await hasFocus()).toBe(true);
}
