import type { Browser, Page } from 'playwright-core';
import { inject } from 'vitest';
import { openPage } from '#tests/support/browser.ts';
import { startSmtpServer, type FakeSmtp } from '#tests/support/fakes/smtp-server.ts';
import { startFilledSite } from '#tests/support/started-site.ts';
import { signInto } from './staff.ts';

/** A demonstration whose mails leave, and who receives them. */
export interface MailSite {
  origin: string;
  smtp: FakeSmtp;
  /** The employee’s page, signed in once. */
  employee: Page;
  /** The same page of this site, at the port it listens on. */
  here(href: string): string;
  stop(): Promise<void>;
}

/** Starts it with no pace: the readers of the demonstration share one domain. */
export async function startMailSite(browser: Browser): Promise<MailSite> {
  const smtp = await startSmtpServer();
  const site = await startFilledSite(inject('demonstration'), {
    environment: { SMTP_URL: smtp.url, MAIL_FROM: 'bonjour@pole.example' },
  });
  const employee = await openPage(browser);
  await signInto(employee, site);
  await employee.goto(`${site.origin}/gestion/envois/reglages`);
  await employee.locator('[name=domainPace]').fill('');
  await employee.getByRole('button', { name: 'Enregistrer' }).click();
  await employee.getByText('C’est enregistré').first().waitFor();
  return {
    origin: site.origin,
    smtp,
    employee,
    here(href) {
      const { pathname, search } = new URL(href);
      return site.origin + pathname + search;
    },
    async stop() {
      await site.stop();
      await smtp[Symbol.asyncDispose]();
    },
  };
}
