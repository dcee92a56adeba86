import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { readHubSettings } from '#modules/hub/index.ts';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { letter } from '../../emails/letter.ts';
import { moneyPaths } from '../../money-paths.ts';
import { openClosedLinks } from '../../commands/saving/turn-links.ts';
import { mayKeepMemberships } from '../../policy.ts';
import type { MembershipDependencies } from '../../ports.ts';
import { membershipOf } from '../../queries/membership-by-link.ts';
import { moneySettings } from '../../receipts/queries/money-settings.ts';
import { audiences, countedKinds } from '../domain/benefit.ts';
import { withoutStatement } from '../queries/member-year.ts';
import { memberBenefits, memberBenefitUses, memberStatements } from '../tables.ts';

const line = (most: number) => z.string().trim().max(most, `C’est trop long : ${most} caractères au plus.`).default('');

/** Adds a benefit to the list, changes it, or puts it aside. */
export const saveBenefit = command({
  name: 'membership.save-benefit',
  input: z.object({
    id: z.uuid().nullable().default(null),
    version: z.coerce.number().int().min(0).default(0),
    title: z.string().trim().min(1, 'Dites ce que l’adhésion apporte.').max(120, '120 caractères au plus.'),
    description: line(400),
    audience: z.enum(audiences).default('all'),
    counted: z.enum(countedKinds).default('noted'),
    path: line(200).refine((text) => /^$|^\/(?!\/)/.test(text), 'Une adresse du site, qui commence par /.'),
    isWorthMoney: z.boolean().default(false),
    archive: z.boolean().default(false),
  }),
  allow: mayKeepMemberships,
  async run(work, { id, version, archive, ...fields }) {
    const now = work.now();
    const undoesGifts = fields.isWorthMoney && !archive && (await moneySettings(work.db)).duesAreGifts;
    if (id === null) {
      const [last] = await work.db
        .select({ position: sql<number>`coalesce(max(${memberBenefits.position}), 0)::int` })
        .from(memberBenefits);
      const position = (last?.position ?? 0) + 1;
      const own = work.newId();
      await work.db.insert(memberBenefits).values({ ...fields, id: own, position, createdAt: now, updatedAt: now });
      work.record({ subjectKind: 'member-benefit', subjectId: own, summary: `Avantage ajouté : ${fields.title}` });
      return accept({ id: own, undoesGifts });
    }
    const [row] = await work.db.select().from(memberBenefits).where(eq(memberBenefits.id, id)).for('update');
    if (!row) return refuse('not_found');
    if (row.version !== version) return refuse('edited_meanwhile');
    await work.db
      .update(memberBenefits)
      .set({ ...fields, version: version + 1, updatedAt: now, ...(archive ? { archivedAt: now } : {}) })
      .where(eq(memberBenefits.id, id));
    work.record({
      subjectKind: 'member-benefit',
      subjectId: id,
      summary: archive ? `Avantage mis de côté : ${fields.title}` : `Avantage modifié : ${fields.title}`,
    });
    return accept({ id, undoesGifts });
  },
});

/** Notes that a member used a benefit: a desk lent, a poster printed. */
export const noteBenefitUse = command({
  name: 'membership.note-benefit-use',
  input: z.object({
    membershipId: z.uuid(),
    benefitId: z.uuid('Choisissez un avantage.'),
    usedOn: z.iso.date('Écrivez une date.').nullable().default(null),
    note: line(200),
  }),
  allow: mayKeepMemberships,
  async run(work, { membershipId, benefitId, usedOn, note }) {
    const [benefit] = await work.db.select().from(memberBenefits).where(eq(memberBenefits.id, benefitId));
    if (!benefit || !(await membershipOf(work.db, membershipId))) return refuse('not_found');
    const today = work.now().toZonedDateTimeISO(work.zone).toPlainDate();
    const day = usedOn === null ? today : Temporal.PlainDate.from(usedOn);
    if (Temporal.PlainDate.compare(day, today) > 0)
      return refuse('in_the_future', { fields: { usedOn: 'Cette date n’est pas encore passée.' } });
    await work.db.insert(memberBenefitUses).values({
      id: work.newId(),
      benefitId,
      membershipId,
      usedOn: day,
      note,
      notedBy: work.actor?.name ?? '',
      notedById: work.actor?.personId ?? null,
      createdAt: work.now(),
    });
    work.record({ subjectKind: 'membership', subjectId: membershipId, summary: `Avantage utilisé : ${benefit.title}` });
    return accept(null);
  },
});

/** Writes « Votre année avec le pôle » to each member who has not had it: once a year for each. */
export const sendStatements = ({ links }: Pick<MembershipDependencies, 'links'>) =>
  command({
    name: 'membership.send-statements',
    input: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
    allow: mayKeepMemberships,
    async run(work, { year }) {
      const hub = await readHubSettings(work.db, work.hubId);
      const origin = await links.originOf(work.hubId);
      let sent = 0;
      await openClosedLinks(work, { links });
      for (const one of await withoutStatement(work, year)) {
        const [isNew] = await work.db
          .insert(memberStatements)
          .values({ membershipId: one.id, year, sentAt: work.now() })
          .onConflictDoNothing()
          .returning();
        if (!isNew) continue;
        const secret = links.secretOf('renewal', work.hubId, one.id, one.linkTurn);
        const told = {
          hub: { name: hub?.name ?? '', email: hub?.email ?? null },
          to: one.email,
          name: one.name,
          href: `${origin}${moneyPaths.year(secret)}?annee=${year}`,
        };
        await sendMail(
          work,
          letter(told, {
            kind: 'statement',
            subject: `Votre année ${year} avec ${hub?.name ?? 'le pôle'}`,
            says: [`Voici ce que votre adhésion vous a apporté en ${year}, et ce dont vous pouvez encore profiter.`],
            button: 'Voir mon année',
          }),
        );
        sent += 1;
      }
      if (sent === 0) return refuse('nothing_to_send');
      work.record({
        subjectKind: 'membership',
        subjectId: null,
        summary: `« Votre année ${year} » : ${plural(sent, 'lettre')}`,
      });
      return accept({ sent });
    },
  });
