import { and, eq, gt, isNull, isNotNull, lt, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { newToken } from '#platform/ids/ids.ts';
import { holdMailbox } from '#platform/mail/may-still-hear.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import { emailAddress, peopleAtAddress, verifyAddress } from '#modules/identity/index.ts';
import { rightsLinkMail } from '../emails/rights-link-mail.ts';
import { paths } from '../paths.ts';
import { isAnyone } from '../policy.ts';
import { ownAddressChanges, rightsLinks } from '../tables.ts';
import { rightsDelivery } from '../jobs/rights-delivery.ts';

/** A link opens for three days. */
const validity = { hours: 72 } as const;
const [mostAnHour, mostADay] = [3, 6];

/** Asks for the link. Known or not, the address costs the same here: a row and a job. */
export const askRightsLink = command({
  name: 'people.ask-rights-link',
  input: z.object({ email: emailAddress }),
  allow: isAnyone,
  async run(work, { email }) {
    await holdMailbox(work, email);
    const [row] = await work.db
      .select({
        lately: sql<number>`count(*) filter (where ${rightsLinks.createdAt} > ${work.now().subtract({ hours: 1 }).toString()}::timestamptz)::int`,
        today: sql<number>`count(*)::int`,
      })
      .from(rightsLinks)
      .where(
        and(
          eq(rightsLinks.email, email),
          isNull(rightsLinks.personId),
          gt(rightsLinks.createdAt, work.now().subtract({ hours: 24 })),
        ),
      );
    const id = work.newId();
    if ((row?.lately ?? 0) < mostAnHour && (row?.today ?? 0) < mostADay) {
      await work.db
        .insert(rightsLinks)
        .values({ id, email, createdAt: work.now(), expiresAt: work.now().add(validity) });
      await work.enqueue(rightsDelivery, { id });
    }
    work.record({ subjectKind: 'rights-link', subjectId: id, summary: 'Lien vers ses données demandé' });
    return accept(null);
  },
});

/** Mails a link to each person the address reaches. Done again, it does nothing. */
export const sendRightsLinks = command({
  name: 'people.send-rights-links',
  input: z.object({ id: z.uuid(), origin: z.url(), hubName: z.string() }),
  allow: (actor) => actor === null,
  async run(work, { id, origin, hubName }) {
    const [asked] = await work.db
      .select()
      .from(rightsLinks)
      .where(and(eq(rightsLinks.id, id), isNull(rightsLinks.openedAt)))
      .for('update');
    if (!asked || asked.personId !== null) return refuse('nothing_to_send');
    // Marked, and kept for an hour, so that asking again and again sends no more.
    await work.db.update(rightsLinks).set({ openedAt: work.now() }).where(eq(rightsLinks.id, id));
    const people = await peopleAtAddress(work.db, asked.email);
    for (const { personId, name } of people) {
      const token = newToken();
      await work.db.insert(rightsLinks).values({
        id: work.newId(),
        email: asked.email,
        personId,
        tokenHash: hashSecret(token),
        createdAt: work.now(),
        expiresAt: work.now().add(validity),
      });
      await sendMail(work, {
        kind: 'people.rights-link',
        to: { address: asked.email, name, personId },
        ...rightsLinkMail({ name, hubName, href: origin + paths.ownRights(token) }),
      });
    }
    work.record({
      subjectKind: 'rights-link',
      subjectId: id,
      summary: `Lien vers ses données : ${people.length} envoyé·s`,
    });
    return accept({ sent: people.length });
  },
});

/** Opens a link for good: somebody, not a program, reads this mailbox. */
export const openRightsLink = command({
  name: 'people.open-rights-link',
  input: z.object({ linkId: z.uuid() }),
  allow: isAnyone,
  async run(work, { linkId }) {
    const [link] = await work.db
      .update(rightsLinks)
      .set({ openedAt: sql`coalesce(${rightsLinks.openedAt}, ${work.now().toString()}::timestamptz)` })
      .where(and(eq(rightsLinks.id, linkId), isNotNull(rightsLinks.personId), gt(rightsLinks.expiresAt, work.now())))
      .returning();
    if (!link?.personId) return refuse('not_found');
    await verifyAddress(work, link.personId, link.email);
    work.record({ subjectKind: 'person', subjectId: link.personId, summary: 'Ses données vues par lien privé' });
    return accept(null);
  },
});

/** Forgets links that opened long enough, and the addresses given by them. */
export const forgetRightsLinks = command({
  name: 'people.forget-rights-links',
  input: z.object({}),
  allow: (actor) => actor === null,
  async run(work) {
    const { rowCount } = await work.db.delete(rightsLinks).where(lt(rightsLinks.expiresAt, work.now()));
    await work.db
      .delete(ownAddressChanges)
      .where(and(lt(ownAddressChanges.expiresAt, work.now()), ne(ownAddressChanges.state, 'shared')));
    work.record({
      subjectKind: 'rights-link',
      subjectId: null,
      summary: `${rowCount ?? 0} liens vers des données oubliés`,
    });
    return accept(null);
  },
});
