import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import type { MailableItem, MailableSource, MailSubject } from '#platform/contributions/module.ts';
import { registerPerson } from '#modules/identity/index.ts';
import { newId } from '#platform/ids/ids.ts';
import type { MailCopy } from '#platform/mail/mail-carrier.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { noteWithdrawn } from '../commands/note-withdrawn.ts';
import { putInDigest } from '../commands/put-in-digest.ts';
import { itemToWrite } from '../compose/item-of.ts';
import { withdrawnFrom } from '../compose/withdrawn-from.ts';
import { sendSlice } from '../sending/send-slice.ts';
import { addSubscriber, fakeCarrier, writerOf } from '../testing/builders.ts';
import { arrangeDigest } from './commands/arrange-digest.ts';
import { composeDueDigest } from './jobs/compose-digests.ts';
import { comingDigest } from './queries/coming-items.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const paris = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Paris]`).toInstant();
/** A Thursday that is not the first of its month, a little after nine. */
const thursday = paris('2026-03-12T09:05');
const monday = paris('2026-03-09T08:00');

/** A hub, its clock, what its modules publish, and what leaves. */
async function aHub() {
  const base = contextOf(database, await newHub(database), actorWith('employee'));
  let now = monday;
  const ctx = { ...base, clock: { now: () => now } };
  const published: MailableItem[] = [];
  const source: MailableSource = {
    kind: 'news',
    label: 'Actualités',
    publishedBetween: async (_ctx, { after, until }) =>
      published.filter(
        ({ publishedAt }) =>
          Temporal.Instant.compare(publishedAt, after) > 0 && Temporal.Instant.compare(publishedAt, until) <= 0,
      ),
    chosen: async (_ctx, ids) => ids.flatMap((id) => published.find((item) => item.id === id) ?? []),
  };
  const deps = { mailables: () => [source] };
  return {
    ctx,
    at: (moment: Temporal.Instant) => void (now = moment),
    publish(title: string, subject: MailSubject, more: Partial<MailableItem> = {}): MailableItem {
      const item: MailableItem = {
        kind: 'news',
        id: newId(),
        subject,
        title,
        href: `/actualites/${published.length}`,
        text: 'Trois phrases.',
        facts: [],
        isOwn: true,
        picture: null,
        publishedAt: now,
        expiresAt: null,
        themes: [],
        audiences: [],
        ...more,
      };
      published.push(item);
      return item;
    },
    /** The module that keeps it shows it no more. */
    withdraw: (item: MailableItem) => void published.splice(published.indexOf(item), 1),
    /** What the sending job does before each turn. */
    async lookAgain(): Promise<void> {
      const { rows } = await ctx.db.execute<{ id: string }>(sql`select id from mailings where state = 'sending'`);
      for (const { id } of rows) {
        const withdrawn = await withdrawnFrom(ctx, deps.mailables(), id);
        await execute({ ...ctx, actor: null }, noteWithdrawn, { id, withdrawn });
      }
    },
    coming: () => comingDigest(ctx, deps.mailables()),
    compose: () => composeDueDigest(ctx, deps),
    /** Lets what waits leave; what each reader was told, by address. */
    async leave(): Promise<Map<string, string[]>> {
      const { carrier, sent } = fakeCarrier();
      const { rows } = await ctx.db.execute<{ id: string }>(sql`select id from mailings where state = 'sending'`);
      for (const { id } of rows)
        await sendSlice(ctx, id, { carrier, writer: await writerOf(ctx, id), domainPace: null });
      return new Map(sent.map((copy: MailCopy) => [copy.to.address, titlesIn(copy.text)]));
    },
  };
}

const titles = ['Ressourcerie', 'Emploi de cuisinière', 'Emploi ancien', 'Fête', 'Trop tard', 'Bilan'];
const titlesIn = (text: string) => titles.filter((title) => text.includes(title));
const slots = async (ctx: Pick<Context, 'db'>) =>
  (
    await ctx.db.execute<{ mailing: boolean }>(
      sql`select mailing_id is not null as mailing from digest_slots order by leaves_at`,
    )
  ).rows;

describe('the weekly digest', () => {
  it('leaves without what was withdrawn while it waited for room, and not at all when nothing is left', async () => {
    const hub = await aHub();
    for (const [name, subjects] of [
      ['both', ['life', 'jobs']],
      ['jobs', ['jobs']],
    ] as const)
      await addSubscriber(hub.ctx, `${name}@lecteurs.example`, { subjects: [...subjects], rhythm: 'weekly' });
    hub.at(paris('2026-03-10T10:00'));
    hub.publish('Ressourcerie', 'life');
    const job = hub.publish('Emploi de cuisinière', 'jobs');
    hub.at(thursday);
    await hub.compose();
    hub.withdraw(job);
    await hub.lookAgain();
    await hub.lookAgain();
    expect(await hub.leave()).toEqual(new Map([['both@lecteurs.example', ['Ressourcerie']]]));
    const { rows } = await hub.ctx.db.execute(
      sql`select address, state, reason from mailing_deliveries where state <> 'sent'`,
    );
    expect(rows).toEqual([{ address: 'jobs@lecteurs.example', state: 'skipped', reason: 'withdrawn' }]);
    // Told by nobody, it may still be told later; the archive is silent about it.
    expect((await hub.ctx.db.execute(sql`select 1 from heard_items where item_id = ${job.id}`)).rows).toEqual([]);
    const { rows: lines } = await hub.ctx.db.execute<{ count: number }>(
      sql`select count(*)::int as count from audit_entries where summary like '%ne partira plus%'`,
    );
    expect(lines).toEqual([{ count: 1 }]);
  });

  it('tells each reader her subjects, once, and nothing to whom nothing concerns', async () => {
    const hub = await aHub();
    await addSubscriber(hub.ctx, 'both@lecteurs.example', { subjects: ['life', 'jobs'], rhythm: 'weekly' });
    await addSubscriber(hub.ctx, 'jobs@lecteurs.example', { subjects: ['jobs'], rhythm: 'weekly' });
    await addSubscriber(hub.ctx, 'calls@lecteurs.example', { subjects: ['calls'], rhythm: 'weekly' });
    await addSubscriber(hub.ctx, 'month@lecteurs.example', { subjects: ['life'], rhythm: 'monthly' });
    await addSubscriber(hub.ctx, 'gone@lecteurs.example', { subjects: ['jobs'], rhythm: 'weekly' });
    await hub.ctx.db.execute(sql`update newsletter_subscribers set ended_at = now() where address like 'gone%'`);
    hub.at(paris('2026-03-10T10:00'));
    hub.publish('Ressourcerie', 'life');
    hub.publish('Emploi de cuisinière', 'jobs');
    hub.publish('Trop tard', 'jobs', { expiresAt: paris('2026-03-11T18:00') });

    hub.at(paris('2026-03-12T08:55'));
    await hub.compose();
    expect(await hub.leave()).toEqual(new Map());
    hub.at(thursday);
    await Promise.all([hub.compose(), hub.compose(), hub.compose()]);
    expect(await slots(hub.ctx)).toEqual([{ mailing: true }]);
    expect(await hub.leave()).toEqual(
      new Map([
        ['both@lecteurs.example', ['Ressourcerie', 'Emploi de cuisinière']],
        ['jobs@lecteurs.example', ['Emploi de cuisinière']],
      ]),
    );

    // A week later nothing is new: no mailing. In April, the monthly reader hears what she did not.
    hub.at(thursday.add({ hours: 24 * 7 }));
    await hub.compose();
    expect(await hub.leave()).toEqual(new Map());
    expect(await slots(hub.ctx)).toEqual([{ mailing: true }, { mailing: false }]);
    hub.at(paris('2026-04-02T09:05'));
    await hub.compose();
    expect(await hub.leave()).toEqual(new Map([['month@lecteurs.example', ['Ressourcerie']]]));
  });

  it('waits for room in a full week, and tells members what their budget kept from them', async () => {
    const hub = await aHub();
    await addSubscriber(hub.ctx, 'full@lecteurs.example', { subjects: ['life'], rhythm: 'at_once' });
    await hub.ctx.db.execute(sql`insert into mailings (id, kind, state, title, audience, created_at, updated_at)
      select gen_random_uuid(), 'single', 'sent', 'Un envoi', '{}', now(), now() from generate_series(1, 3)`);
    await hub.ctx.db
      .execute(sql`insert into mailing_deliveries (id, mailing_id, address, basis, state, next_at, claimed_at)
      select gen_random_uuid(), id, 'full@lecteurs.example', 'subscriber', 'sent', now(), ${paris('2026-03-11T09:00').toString()}
      from mailings`);
    hub.at(paris('2026-03-10T10:00'));
    const kept = hub.publish('Fête', 'life');
    const written = itemToWrite(kept);
    // A member, who did not subscribe: the mailing of the feast met her full week.
    const { personId } = unwrap(
      await execute(hub.ctx, registerPerson, {
        givenName: 'Lou',
        familyName: 'Membre',
        email: 'member@lecteurs.example',
      }),
    );
    await hub.ctx.db.execute(sql`insert into person_roles (id, person_id, role, starts_at)
      values (${hub.ctx.newId()}, ${personId}, 'member', '2026-01-01')`);
    const [single] = (await hub.ctx.db.execute<{ id: string }>(sql`select id from mailings limit 1`)).rows;
    await hub.ctx.db
      .execute(sql`insert into mailing_items (id, mailing_id, position, kind, item_id, subject, title, href, published_at)
      values (gen_random_uuid(), ${single?.id}, 0, ${written.kind}, ${written.id}, 'life', 'Fête', '/fete', now())`);
    await hub.ctx.db
      .execute(sql`insert into mailing_deliveries (id, mailing_id, address, person_id, basis, state, reason, next_at, settled_at)
      values (gen_random_uuid(), ${single?.id}, 'member@lecteurs.example', ${personId}, 'member', 'skipped', 'budget', now(), ${monday.toString()})`);
    hub.publish('Bilan', 'life');
    hub.at(thursday);
    await hub.compose();
    expect(await hub.leave()).toEqual(new Map([['member@lecteurs.example', ['Fête']]]));
    hub.at(paris('2026-03-18T08:59'));
    expect(await hub.leave()).toEqual(new Map());
    hub.at(paris('2026-03-18T09:01'));
    expect(await hub.leave()).toEqual(new Map([['full@lecteurs.example', ['Fête', 'Bilan']]]));
  });

  it('is what the employee made of it: introduced, put in order, something left out, something old asked for', async () => {
    const hub = await aHub();
    await addSubscriber(hub.ctx, 'all@lecteurs.example', { subjects: ['life', 'jobs'], rhythm: 'weekly' });
    const old = hub.publish('Emploi ancien', 'jobs', { publishedAt: paris('2025-11-02T09:00') });
    hub.at(paris('2026-03-10T10:00'));
    const first = hub.publish('Ressourcerie', 'life');
    const second = hub.publish('Fête', 'life');
    const third = hub.publish('Bilan', 'life');
    await execute(hub.ctx, putInDigest, { items: [itemToWrite(old)] });
    const arrange = (more: object, version: number) =>
      execute(hub.ctx, arrangeDigest, { version, introduction: 'Bonjour à tous', ...more });
    const ref = ({ kind, id }: MailableItem) => ({ kind, id });
    expect(await arrange({ leaveOut: ref(second) }, 0)).toMatchObject({ ok: true });
    expect(await arrange({ order: [ref(first), ref(third), ref(old)] }, 0)).toMatchObject({
      reason: 'changed_meanwhile',
    });
    expect(await arrange({ order: [ref(first), ref(third), ref(old)] }, 1)).toMatchObject({ ok: true });
    const coming = await hub.coming();
    expect(coming.items.map(({ item }) => item.title)).toEqual(['Ressourcerie', 'Bilan', 'Emploi ancien']);
    expect(coming.leftOut.map((item) => item.title)).toEqual(['Fête']);

    hub.at(thursday);
    await hub.compose();
    const { rows } = await hub.ctx.db.execute<{ introduction: string; state: string; titles: string[] }>(sql`
      select m.introduction, m.state, array_agg(i.title order by i.position) as titles
      from mailings m join mailing_items i on i.mailing_id = m.id group by m.id, m.introduction, m.state`);
    expect(rows).toEqual([
      { introduction: 'Bonjour à tous', state: 'sending', titles: ['Ressourcerie', 'Bilan', 'Emploi ancien'] },
    ]);
    expect([...(await hub.leave()).keys()]).toEqual(['all@lecteurs.example']);
    // The next one starts afresh; what was left out stays out.
    const next = await hub.coming();
    expect([next.introduction, next.leftOut.map((item) => item.title)]).toEqual(['', ['Fête']]);
    expect(
      await execute({ ...hub.ctx, actor: actorWith('member') }, arrangeDigest, { version: 2, introduction: '' }),
    ).toMatchObject({ reason: 'forbidden' });
  });
});
