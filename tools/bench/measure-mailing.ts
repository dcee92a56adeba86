import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { sql } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { connectionForRunning } from '#platform/postgres/connection-for-running.ts';
import { execute } from '#platform/command/execute.ts';
import { mostConversations } from '#platform/mail/mail-transport.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { writeMailing } from '#modules/mailing/commands/write-mailing.ts';
import { nobody } from '#modules/mailing/domain/audience.ts';
import type { SendingOrder } from '#modules/mailing/testing/sending-process.ts';
import type { BenchHub } from './bench-hub.ts';
import type { Measure } from './result.ts';

const readers = 10_000;

/** Ten thousand copies handed to a mail server of this machine, one claim and one verdict each. */
export async function measureMailing(hub: BenchHub, folder: string): Promise<Measure[]> {
  let received = 0;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, _session, done) {
      stream.on('end', () => {
        received += 1;
        done();
      });
      stream.resume();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { connection, stop } = await connectionForRunning({ folder, purpose: 'bench' });
  try {
    const { ctx } = hub;
    const now = ctx.clock.now().toString();
    await ctx.db.execute(sql`insert into newsletter_subscribers (id, address, subjects, asked_at, confirmed_at)
      select gen_random_uuid(), 'r' || n || '@d' || n % 400 || '.example', '{life}', ${now}, ${now}
      from generate_series(1, ${readers}) n on conflict do nothing`);
    const write = writeMailing({
      segments: { list: async () => [], people: async () => null, matching: async () => null, choices: async () => [] },
    });
    const queuedAt = performance.now();
    const outcome = await execute(ctx, write, {
      kind: 'letter',
      subject: 'life',
      title: 'Banc d’essai',
      introduction: 'Bonjour.',
      audience: { ...nobody, subjects: ['life'] },
      isArchived: false,
      items: [],
      act: 'send',
    });
    const { id: mailingId } = unwrap(outcome);
    const queued = (performance.now() - queuedAt) / 1000;
    const order: SendingOrder = {
      owner: connection,
      hubId: ctx.hubId,
      mailingId,
      smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
      timeoutMs: 15_000,
      weight: 20_000,
    };
    const sending = spawn(process.execPath, ['src/modules/mailing/testing/sending-process.ts'], {
      env: { ...process.env, SENDING_ORDER: JSON.stringify(order) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const told = JSON.parse(await text(sending.stdout)) as { end: string; ms: number; heap: number };
    return [
      {
        name: `envoi à ${readers} adresses : mise en file`,
        value: queued,
        bar: 5,
        unit: 's',
        better: 'less',
        notes: [],
      },
      {
        name: `envoi à ${readers} adresses : messages par seconde`,
        value: readers / (told.ms / 1000),
        bar: 300,
        unit: '',
        better: 'more',
        notes: [`${received} reçus, 20 ko chacun, ${mostConversations} conversations ; fin : ${told.end}`],
      },
      {
        name: 'mémoire de qui envoie',
        value: told.heap / 1_048_576,
        bar: 250,
        unit: 'Mo',
        better: 'less',
        notes: [],
      },
    ];
  } finally {
    await stop();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}
