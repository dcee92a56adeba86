import type { RouteList } from '#platform/http/exchange.ts';
import type { HubDependencies } from '../../ports.ts';
import { paths } from '../paths.ts';
import { sendJournal } from './journal-file.ts';
import { showJournal } from './journal-page.tsx';
import { showKeptMail, showOutbox } from './local-outbox-pages.tsx';
import { sendMailAgain, showMails } from './mails-page.tsx';

const staff = ['employee'] as const;

/** What was done and what was mailed. */
export function officeRoutes(routes: RouteList, dependencies: HubDependencies): void {
  routes
    .get(paths.journal, staff, (exchange) => showJournal(exchange, dependencies))
    .get(paths.journalFile, staff, (exchange) => sendJournal(exchange, dependencies))
    .get(paths.mails, staff, (exchange) => showMails(exchange, dependencies))
    .post(paths.retryMail(':id'), staff, sendMailAgain)
    // Not reserved to people signed in: what it shows is how they sign in. The page itself checks where one reads from.
    .get(paths.outbox, 'anyone', (exchange) => showOutbox(exchange, dependencies))
    .get(paths.keptMail(':id'), 'anyone', (exchange) => showKeptMail(exchange, dependencies));
}
