import { feedFormats } from '#platform/feeds/index.ts';
import type { RouteList } from '#platform/http/exchange.ts';
import { archivePath, paths } from '../../paths.ts';
import type { MailingDependencies } from '../../ports.ts';
import { sendArchiveFeed, showArchive, showArchived } from './archive-pages.tsx';
import { largestNotice, receiveNotice } from './notice-hook.ts';
import { receiveUnsubscribe, showUnsubscribe } from './unsubscribe-page.tsx';

/** What readers see: past letters, the link to stop, and the door of the mailbox of returns. */
export function publicRoutes(routes: RouteList, deps: MailingDependencies): void {
  routes.get(archivePath, 'anyone', (exchange) => showArchive(exchange, deps), { kept: true });
  for (const format of feedFormats)
    routes.get(`${archivePath}.${format}`, 'anyone', (exchange) => sendArchiveFeed(exchange, format), {
      kept: true,
      shared: 'data',
    });
  routes
    .get(paths.archived(':slug'), 'anyone', showArchived, { kept: true })
    .get(paths.unsubscribe(':secret'), 'anyone', (exchange) => showUnsubscribe(exchange, deps), { perMinute: 60 })
    // Mail programs send it for their readers, many from one address.
    .post(paths.unsubscribe(':secret'), 'anyone', (exchange) => receiveUnsubscribe(exchange, deps), {
      machinePost: true,
      bodyLimit: 10_000,
    })
    .post(paths.bounceHook(':secret'), 'anyone', (exchange) => receiveNotice(exchange, deps), {
      machinePost: true,
      bodyLimit: largestNotice,
      perMinute: 600,
    });
}
