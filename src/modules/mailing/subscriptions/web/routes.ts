import type { RouteList } from '#platform/http/exchange.ts';
import { senders } from '../../policy.ts';
import type { MailingDependencies } from '../../ports.ts';
import { subscriptionPaths } from '../../reader-paths.ts';
import {
  receiveAddSubscriber,
  receiveSubscriber,
  showAddSubscriber,
  showSubscriber,
} from './office/subscriber-page.tsx';
import { receiveSubscribers, sendSubscribers, showSubscribers } from './office/subscribers-page.tsx';
import { receiveReader, showReader } from './public/reader-page.tsx';
import { receiveSubscribe, showSubscribe } from './public/subscribe-page.tsx';

/** What readers and the team do of subscriptions. To be declared before the addresses of mailings. */
export function subscriptionRoutes(routes: RouteList, deps: MailingDependencies): void {
  const { subscribe, reader, list, add, subscriber } = subscriptionPaths;
  routes
    .get(subscribe, 'anyone', showSubscribe)
    .post(subscribe, 'anyone', (exchange) => receiveSubscribe(exchange, deps), { perMinute: 5, perDay: 100 })
    .get(reader(':secret'), 'anyone', (exchange) => showReader(exchange, deps))
    // Its page tells nobody its address: the secret stands for the origin of its forms.
    .post(reader(':secret'), 'anyone', (exchange) => receiveReader(exchange, deps), {
      perMinute: 20,
      machinePost: true,
    })
    .get(list, senders, showSubscribers)
    .post(list, senders, receiveSubscribers)
    .get(subscriptionPaths.export('csv'), senders, (exchange) => sendSubscribers(exchange, 'csv'))
    .get(subscriptionPaths.export('xlsx'), senders, (exchange) => sendSubscribers(exchange, 'xlsx'))
    .get(add, senders, showAddSubscriber)
    .post(add, senders, (exchange) => receiveAddSubscriber(exchange, deps))
    .get(subscriber(':id'), senders, showSubscriber)
    .post(subscriber(':id'), senders, receiveSubscriber);
}
