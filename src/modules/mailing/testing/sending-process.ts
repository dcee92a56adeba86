import { openDatabases, type Connection } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import { createLog } from '#platform/log/log.ts';
import { openCopyBuilder } from '#platform/mail/build-copy.ts';
import { handOver } from '#platform/mail/hand-over.ts';
import { createMailTransport } from '#platform/mail/mail-transport.ts';
import { sendSlice } from '../sending/send-slice.ts';

/** What a process of a test that sends one mailing is told. */
export interface SendingOrder {
  owner: Connection;
  hubId: string;
  mailingId: string;
  smtpUrl: string;
  timeoutMs: number;
  /** Bytes of each message, about. */
  weight: number;
}

/** Sends one mailing until nothing is left or it is killed: a process of its own, so that it can be. */
const order = JSON.parse(process.env['SENDING_ORDER'] ?? '{}') as SendingOrder;
const databases = openDatabases(order.owner, { maximum: 6, onError: () => {} });
const transport = createMailTransport(order.smtpUrl, { timeoutMs: order.timeoutMs });
const now = (): Temporal.Instant => Temporal.Now.instant();
const origin = 'https://pole.example';
const html = `<!doctype html><p>${'Une information par message. '.repeat(order.weight / 29)}</p>`;
const buildCopy = openCopyBuilder();
const startedAt = performance.now();
const end = await sendSlice(
  { db: databases.forHub(order.hubId), clock: { now }, newId, log: createLog('silent') },
  order.mailingId,
  {
    carrier: { carryCopy: (copy) => handOver(transport, () => buildCopy(copy, 'bonjour@pole.example', now())) },
    writer: {
      write: async ({ id, address, name }) => ({
        id,
        to: { address, name },
        fromName: 'Pôle des Essais',
        replyTo: null,
        title: 'Une information',
        html,
        text: 'Une information',
        unsubscribeUrl: `${origin}/desabonnement/${id}`,
        origin,
      }),
    },
    domainPace: null,
    forMs: 600_000,
  },
);
process.stdout.write(
  `${JSON.stringify({ end, ms: performance.now() - startedAt, heap: process.memoryUsage().rss, cpuMs: (process.cpuUsage().user + process.cpuUsage().system) / 1000 })}\n`,
);
transport.close();
await databases.close();
