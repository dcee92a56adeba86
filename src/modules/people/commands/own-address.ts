import { and, eq, gt, gte, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { newToken } from '#platform/ids/ids.ts';
import { mayStillHear } from '#platform/mail/may-still-hear.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import { emailAddress, knownPerson, putAddressBack } from '#modules/identity/index.ts';
import { proveAddressMail } from '../emails/own-address-mails.ts';
import { paths } from '../paths.ts';
import { isAnyone, mayKeepRelations } from '../policy.ts';
import { ownAddressChanges, rightsLinks } from '../tables.ts';
import { ownerOf } from './own-rights.ts';
import { applyChange, othersAt } from './saving/apply-address-change.ts';

const site = { origin: z.url(), hubName: z.string() };
const token = z.string().min(20).max(100);
const mostAnHour = 3;
const kind = 'people.prove-address';

/**
 * Gives another mail address by the private link: a mail to the new one asks for a proof. Whether somebody else has it
 * is not looked at here, so that nothing can be learnt of it.
 */
export const askOwnAddress = command({
  name: 'people.ask-own-address',
  input: z.object({ linkId: z.uuid(), email: emailAddress, ...site }),
  allow: isAnyone,
  async run(work, { linkId, email, origin, hubName }) {
    const personId = await ownerOf(work, linkId);
    const person = personId && (await knownPerson(work.db, personId));
    if (!person) return refuse('not_found');
    if (person.email === email) return refuse('same_address', { fields: { email: 'C’est déjà votre adresse.' } });
    const ofHers = eq(ownAddressChanges.personId, personId);
    const lately = await work.db.$count(
      ownAddressChanges,
      and(ofHers, gt(ownAddressChanges.askedAt, work.now().subtract({ hours: 1 }))),
    );
    if (lately >= mostAnHour)
      return refuse('too_many', { fields: { email: 'Trois essais déjà : réessayez dans une heure.' } });
    await work.db
      .update(ownAddressChanges)
      .set({ expiresAt: work.now() })
      .where(and(ofHers, eq(ownAddressChanges.state, 'asked')));
    const secret = newToken();
    await work.db.insert(ownAddressChanges).values({
      id: work.newId(),
      personId,
      newEmail: email,
      tokenHash: hashSecret(secret),
      askedAt: work.now(),
      expiresAt: work.now().add({ hours: 72 }),
    });
    if (await mayStillHear(work, { address: email, kind }))
      await sendMail(work, {
        kind,
        to: { address: email, name: person.name, personId },
        ...proveAddressMail({ name: person.name, hubName, href: origin + paths.newAddress(secret) }),
      });
    work.record({ subjectKind: 'person', subjectId: personId, summary: 'Autre adresse e-mail donnée par lien privé' });
    return accept(null);
  },
});

/** The reader of the new mailbox says it is hers. Where others are reached at it too, the team has the last word. */
export const proveOwnAddress = command({
  name: 'people.prove-own-address',
  input: z.object({ token, ...site }),
  allow: isAnyone,
  async run(work, { token: secret, ...about }) {
    const [change] = await work.db
      .update(ownAddressChanges)
      .set({ state: 'shared' })
      .where(
        and(
          eq(ownAddressChanges.tokenHash, hashSecret(secret)),
          eq(ownAddressChanges.state, 'asked'),
          gt(ownAddressChanges.expiresAt, work.now()),
        ),
      )
      .returning();
    if (!change || !(await knownPerson(work.db, change.personId))) return refuse('link_over');
    const isShared = (await othersAt(work, change)).length > 0;
    if (!isShared) await applyChange(work, change, { isProved: true, about });
    work.record({
      subjectKind: 'person',
      subjectId: change.personId,
      summary: isShared
        ? 'Nouvelle adresse e-mail confirmée, déjà portée par une autre fiche : à trancher'
        : 'Adresse e-mail changée par la personne elle-même',
    });
    return accept({ isShared });
  },
});

/** The reader of the former mailbox says it was not her: all is as before, and whoever held a link holds it no more. */
export const undoOwnAddress = command({
  name: 'people.undo-own-address',
  input: z.object({ token }),
  allow: isAnyone,
  async run(work, { token: secret }) {
    const [change] = await work.db
      .select()
      .from(ownAddressChanges)
      .where(
        and(
          eq(ownAddressChanges.undoHash, hashSecret(secret)),
          eq(ownAddressChanges.state, 'taken'),
          gt(ownAddressChanges.expiresAt, work.now()),
        ),
      )
      .for('update');
    if (!change?.settledAt || !(await knownPerson(work.db, change.personId))) return refuse('link_over');
    // Whoever took the mailbox may have gone on to another: all that came after goes back too, the last first.
    const since = await work.db
      .update(ownAddressChanges)
      .set({ state: 'undone' })
      .where(
        and(
          eq(ownAddressChanges.personId, change.personId),
          eq(ownAddressChanges.state, 'taken'),
          gte(ownAddressChanges.settledAt, change.settledAt),
        ),
      )
      .returning();
    const at = ({ settledAt }: typeof change): bigint => settledAt?.epochNanoseconds ?? 0n;
    for (const one of since.toSorted((left, right) => (at(left) < at(right) ? 1 : -1)))
      await putAddressBack(work, change.personId, { from: one.oldEmail, to: one.newEmail, wasKnown: one.wasKnown });
    await work.db
      .update(ownAddressChanges)
      .set({ settledAt: work.now() })
      .where(
        inArray(
          ownAddressChanges.id,
          since.map(({ id }) => id),
        ),
      );
    await work.db.delete(rightsLinks).where(eq(rightsLinks.personId, change.personId));
    await work.db
      .update(ownAddressChanges)
      .set({ state: 'refused', settledAt: work.now() })
      .where(
        and(eq(ownAddressChanges.personId, change.personId), sql`${ownAddressChanges.state} in ('asked', 'shared')`),
      );
    work.record({
      subjectKind: 'person',
      subjectId: change.personId,
      summary: 'Changement d’adresse e-mail annulé depuis l’ancienne adresse : « ce n’était pas moi »',
    });
    return accept(null);
  },
});

/** The team decides of an address that several people bear. */
export const settleSharedAddress = command({
  name: 'people.settle-shared-address',
  input: z.object({ changeId: z.uuid(), decision: z.enum(['give', 'refuse']), ...site }),
  allow: mayKeepRelations,
  async run(work, { changeId, decision, ...about }) {
    const [change] = await work.db
      .select()
      .from(ownAddressChanges)
      .where(and(eq(ownAddressChanges.id, changeId), eq(ownAddressChanges.state, 'shared')))
      .for('update');
    if (!change) return refuse('not_found');
    if (decision === 'give') await applyChange(work, change, { isProved: false, about });
    else
      await work.db
        .update(ownAddressChanges)
        .set({ state: 'refused', settledAt: work.now() })
        .where(eq(ownAddressChanges.id, changeId));
    work.record({
      subjectKind: 'person',
      subjectId: change.personId,
      summary:
        decision === 'give'
          ? 'Adresse e-mail partagée donnée aussi à cette personne'
          : 'Adresse e-mail d’une autre fiche : changement refusé',
    });
    return accept({ personId: change.personId });
  },
});
