import type { Locator, Page } from 'playwright-core';

const patience = 150;

/** Presses Tab until the element has the focus, as somebody without a mouse does. Throws when it is never reached. */
export async function tabTo(page: Page, target: string | Locator): Promise<Locator> {
  const locator = typeof target === 'string' ? page.locator(target).first() : target.first();
  await locator.waitFor();
  for (let presses = 0; presses < patience; presses++) {
    if (await locator.evaluate((element) => element === document.activeElement)) return locator;
    await page.keyboard.press('Tab');
  }
  throw new Error(
    `the keyboard never reaches ${typeof target === 'string' ? target : target.toString()} on ${page.url()}`,
  );
}

/** Reaches a field and types in it. */
export async function typeIn(page: Page, target: string | Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

/** Reaches a link or a button and presses Enter; waits for the page that follows. */
export async function enterOn(page: Page, target: string | Locator): Promise<void> {
  await tabTo(page, target);
  const arrived = page.waitForEvent('domcontentloaded', { timeout: 15_000 });
  await page.keyboard.press('Enter');
  await arrived;
}

/** What draws the focus: the outline of the focused element or of one that stands for it. */
export async function focusIsSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const here = document.activeElement;
    if (!here) return false;
    const drawn = (style: CSSStyleDeclaration): boolean =>
      style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
    const parents = [here, here.closest('label'), here.closest('.swatch'), here.closest('.picture-choice')].filter(
      (element) => element !== null,
    );
    return parents.some((element) => drawn(getComputedStyle(element)) || drawn(getComputedStyle(element, '::after')));
  });
}
