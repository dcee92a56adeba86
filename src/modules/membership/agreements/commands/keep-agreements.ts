import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { organizationsByName } from '#modules/directory/index.ts';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { readStoredFile } from '#platform/stored-files/index.ts';
import { mayKeepMemberships } from '../../policy.ts';
import { agreementCommitments, agreementFiles, agreements } from '../tables.ts';

const line = (most: number) => z.string().trim().max(most, `C’est trop long : ${most} caractères au plus.`).default('');
const dayOrNull = z
  .preprocess((text) => (text === '' ? null : text), z.iso.date('Écrivez une date.').nullable())
  .default(null);
const cents = z
  .int('Écrivez une somme en euros.')
  .min(0)
  .max(1_000_000_000, 'Cette somme est trop grande.')
  .nullable()
  .default(null);
const planDay = (text: string | null): Temporal.PlainDate | null =>
  text === null ? null : Temporal.PlainDate.from(text);

/** Adds an agreement, or changes it. A partner called like a sheet of the directory is tied to it. */
export const saveAgreement = command({
  name: 'membership.save-agreement',
  input: z.object({
    id: z.uuid().nullable().default(null),
    version: z.coerce.number().int().min(0).default(0),
    title: z.string().trim().min(1, 'Donnez un titre.').max(160, '160 caractères au plus.'),
    partner: z.string().trim().min(1, 'Dites avec qui.').max(160, '160 caractères au plus.'),
    contact: line(300),
    amount: cents,
    amountWords: line(200),
    signedOn: dayOrNull,
    startsOn: z.iso.date('Écrivez la date de début.'),
    endsOn: dayOrNull,
    noticeDays: z.coerce.number('Écrivez un nombre de jours.').int().min(0).max(730).default(90),
    notes: line(4000),
    isEnded: z.boolean().default(false),
  }),
  allow: mayKeepMemberships,
  async run(work, { id, version, isEnded, ...fields }) {
    if (fields.endsOn !== null && fields.endsOn < fields.startsOn)
      return refuse('unclear_fields', { fields: { endsOn: 'La fin vient après le début.' } });
    const organizationId = (await organizationsByName(work.db, [fields.partner])).values().next().value?.id ?? null;
    const written = {
      ...fields,
      organizationId,
      signedOn: planDay(fields.signedOn),
      startsOn: Temporal.PlainDate.from(fields.startsOn),
      endsOn: planDay(fields.endsOn),
      updatedAt: work.now(),
    };
    const own = id ?? work.newId();
    if (id === null) await work.db.insert(agreements).values({ ...written, id: own, createdAt: work.now() });
    else {
      const [row] = await work.db.select().from(agreements).where(eq(agreements.id, id)).for('update');
      if (!row) return refuse('not_found');
      if (row.version !== version) return refuse('edited_meanwhile');
      await work.db
        .update(agreements)
        .set({ ...written, version: version + 1, endedAt: isEnded ? (row.endedAt ?? work.now()) : null })
        .where(eq(agreements.id, id));
    }
    work.record({
      subjectKind: 'agreement',
      subjectId: own,
      summary: `Convention ${id === null ? 'ajoutée' : 'modifiée'} : ${fields.title} (${fields.partner})`,
    });
    return accept({ id: own });
  },
});

/** Adds what one side promised. */
export const addCommitment = command({
  name: 'membership.add-commitment',
  input: z.object({
    agreementId: z.uuid(),
    side: z.enum(['hub', 'partner'], 'Dites qui s’engage.'),
    label: z.string().trim().min(1, 'Dites à quoi l’on s’engage.').max(200, '200 caractères au plus.'),
    dueOn: dayOrNull,
    amount: cents,
  }),
  allow: mayKeepMemberships,
  async run(work, { agreementId, dueOn, ...fields }) {
    const [row] = await work.db.select().from(agreements).where(eq(agreements.id, agreementId)).for('update');
    if (!row) return refuse('not_found');
    const [last] = await work.db
      .select({ position: sql<number>`coalesce(max(${agreementCommitments.position}), 0)::int` })
      .from(agreementCommitments)
      .where(eq(agreementCommitments.agreementId, agreementId));
    await work.db.insert(agreementCommitments).values({
      ...fields,
      id: work.newId(),
      agreementId,
      dueOn: planDay(dueOn),
      position: (last?.position ?? 0) + 1,
    });
    work.record({ subjectKind: 'agreement', subjectId: agreementId, summary: `Engagement ajouté : ${fields.label}` });
    return accept(null);
  },
});

/** Says that a commitment is kept, that it is not yet, or takes it off. */
export const setCommitment = command({
  name: 'membership.set-commitment',
  input: z.object({ agreementId: z.uuid(), id: z.uuid(), to: z.enum(['done', 'due', 'removed']) }),
  allow: mayKeepMemberships,
  async run(work, { agreementId, id, to }) {
    const own = and(eq(agreementCommitments.id, id), eq(agreementCommitments.agreementId, agreementId));
    const [row] = await work.db.select().from(agreementCommitments).where(own).for('update');
    if (!row) return refuse('not_found');
    if (to === 'removed') await work.db.delete(agreementCommitments).where(own);
    else {
      const doneOn = to === 'done' ? work.now().toZonedDateTimeISO(work.zone).toPlainDate() : null;
      await work.db.update(agreementCommitments).set({ doneOn }).where(own);
    }
    const words = { done: 'tenu', due: 'à tenir de nouveau', removed: 'retiré' } as const;
    work.record({
      subjectKind: 'agreement',
      subjectId: agreementId,
      summary: `Engagement ${words[to]} : ${row.label}`,
    });
    return accept(null);
  },
});

/** Keeps a paper with an agreement, seen by the team only. */
export const addAgreementFile = command({
  name: 'membership.add-agreement-file',
  input: z.object({ agreementId: z.uuid(), fileId: z.uuid(), title: line(160) }),
  allow: mayKeepMemberships,
  async run(work, { agreementId, fileId, title }) {
    const [row] = await work.db.select().from(agreements).where(eq(agreements.id, agreementId));
    const file = await readStoredFile(work.db, fileId);
    if (!row || file?.visibility !== 'staff') return refuse('not_found');
    const shown = title || file.name.slice(0, 160);
    await work.db.insert(agreementFiles).values({ agreementId, fileId, title: shown, addedAt: work.now() });
    work.record({ subjectKind: 'agreement', subjectId: agreementId, summary: `Document « ${shown} » gardé` });
    return accept(null);
  },
});
