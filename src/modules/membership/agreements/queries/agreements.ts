import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { TodoEntry } from '#platform/contributions/module.ts';
import type { Reader } from '#platform/db/database.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import { readStoredFiles, type StoredFile } from '#platform/stored-files/index.ts';
import { moneyPaths } from '../../money-paths.ts';
import { mayKeepMemberships } from '../../policy.ts';
import { agreementState } from '../domain/deadlines.ts';
import { agreementCommitments, agreementFiles, agreements, type AgreementRow, type CommitmentRow } from '../tables.ts';

export type { AgreementRow, CommitmentRow } from '../tables.ts';

export interface AgreementListed {
  agreement: AgreementRow;
  left: number;
  nextDue: Temporal.PlainDate | null;
}

export async function agreementList(db: Reader): Promise<AgreementListed[]> {
  const rows = await db.select().from(agreements).orderBy(desc(agreements.startsOn), asc(agreements.id)).limit(500);
  const promised =
    rows.length === 0
      ? []
      : await db
          .select()
          .from(agreementCommitments)
          .where(
            inArray(
              agreementCommitments.agreementId,
              rows.map(({ id }) => id),
            ),
          );
  return rows.map((agreement) => {
    const left = promised.filter((one) => one.agreementId === agreement.id && one.doneOn === null);
    const dues = left.flatMap(({ dueOn }) => dueOn ?? []).toSorted(Temporal.PlainDate.compare);
    return { agreement, left: left.length, nextDue: dues[0] ?? null };
  });
}

export interface AgreementSheet {
  agreement: AgreementRow;
  commitments: CommitmentRow[];
  files: { title: string; file: StoredFile }[];
  /** The sheet of the partner in the directory. */
  organization: { id: string; name: string } | null;
}

export async function agreementSheet(db: Reader, id: string): Promise<AgreementSheet | null> {
  const [agreement] = await db.select().from(agreements).where(eq(agreements.id, id));
  if (!agreement) return null;
  const commitments = await db
    .select()
    .from(agreementCommitments)
    .where(eq(agreementCommitments.agreementId, id))
    .orderBy(asc(agreementCommitments.position), asc(agreementCommitments.id));
  const kept = await db.select().from(agreementFiles).where(eq(agreementFiles.agreementId, id));
  const stored = await readStoredFiles(
    db,
    kept.map(({ fileId }) => fileId),
  );
  const { rows } = await db.execute<{ id: string; name: string }>(
    sql`select id, name from organizations where id = ${agreement.organizationId}::uuid`,
  );
  return {
    agreement,
    commitments,
    files: kept.flatMap(({ fileId, title }) => {
      const file = stored.find((one) => one.id === fileId);
      return file ? [{ title, file }] : [];
    }),
    organization: rows[0] ?? null,
  };
}

/** Which of these files an agreement keeps. */
export async function filesOfAgreements({ db }: Context, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ fileId: agreementFiles.fileId })
    .from(agreementFiles)
    .where(inArray(agreementFiles.fileId, [...ids]));
  return rows.map(({ fileId }) => fileId);
}

/** Commitments that are late or due within a month, agreements that end soon. */
export async function agreementTodo(ctx: Context): Promise<TodoEntry[]> {
  if (!mayKeepMemberships(ctx.actor)) return [];
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const soon = today.add({ days: 30 });
  const list = await agreementList(ctx.db);
  const entries = list.flatMap(({ agreement, nextDue }): TodoEntry[] => {
    const state = agreementState(agreement, today);
    if (state === 'over') return [];
    const action = { label: 'Voir', path: moneyPaths.agreement(agreement.id) };
    const isDue = nextDue !== null && Temporal.PlainDate.compare(nextDue, soon) <= 0;
    return [
      ...(isDue
        ? [
            {
              group: 'can-wait' as const,
              title: `Convention avec ${agreement.partner} : un engagement à tenir`,
              detail: `Pour le ${formatDate(nextDue)}.`,
              action,
              since: null,
              hue: 'sun',
            },
          ]
        : []),
      ...(state === 'ending' && agreement.endsOn
        ? [
            {
              group: 'can-wait' as const,
              title: `La convention avec ${agreement.partner} se termine`,
              detail: `Le ${formatDate(agreement.endsOn)}, dans ${plural(today.until(agreement.endsOn).days, 'jour')}.`,
              action,
              since: null,
              hue: 'sun',
            },
          ]
        : []),
    ];
  });
  return entries.slice(0, 6);
}
