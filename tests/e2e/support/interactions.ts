import type { Locator, Page } from 'playwright-core';

/** What a person does on a page, counted as the core acts count it: a click, a field filled, a choice in a list = 1. */
export class Interactions {
  count = 0;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async click(target: Locator): Promise<void> {
    this.count += 1;
    await target.first().click();
    await this.page.waitForLoadState();
  }

  async fill(target: Locator, text: string): Promise<void> {
    this.count += 1;
    await target.first().fill(text);
  }

  async type(target: Locator, text: string): Promise<void> {
    this.count += 1;
    await target.first().pressSequentially(text);
  }

  async choose(target: Locator, label: string): Promise<void> {
    this.count += 1;
    await target.first().selectOption({ label });
  }

  async giveFile(target: Locator, name: string, content: Buffer): Promise<void> {
    this.count += 1;
    await target.first().setInputFiles({ name, mimeType: 'text/csv', buffer: content });
  }
}
