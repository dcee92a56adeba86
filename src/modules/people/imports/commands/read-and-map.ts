import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepRelations } from '../../policy.ts';
import { isPersonTarget, type PersonTarget } from '../domain/person-targets.ts';
import type { ImportColumn } from '../queries/import-sheet.ts';
import { peopleImports } from '../tables.ts';
import { enterStage, lockStage } from './stages.ts';

const target = z.custom<PersonTarget>((key) => typeof key === 'string' && isPersonTarget(key));
const mapping = z.object({
  columns: z.array(z.object({ column: z.string().max(300), target })).max(400),
});

/** Notes what was found in a file: its columns, and what they seem to mean. Called by the job. */
export const keepPeopleReading = command({
  name: 'people.keep-import-reading',
  input: z.object({
    importId: z.uuid(),
    pass: z.int(),
    rowsKey: z.string(),
    format: z.string(),
    total: z.int(),
    columns: z.custom<ImportColumn[]>(),
    columnsPrint: z.string(),
    mapping,
    source: z.string().nullable(),
    warnings: z.array(z.string()),
  }),
  allow: () => true,
  async run(work, { importId, pass, source, ...read }) {
    const found = await lockStage(work.db, importId, ['reading'], pass);
    if (!found) return refuse('not_my_turn');
    await work.db
      .update(peopleImports)
      .set({ ...read, status: 'mapping', progress: read.total, source: source ?? found.source })
      .where(eq(peopleImports.id, importId));
    work.record({ subjectKind: 'people-import', subjectId: importId, summary: `Fichier lu : ${read.total} lignes` });
    return accept(null);
  },
});

/** Says what the columns mean; proposed again when a list with the same columns comes. */
export const choosePeopleMapping = command({
  name: 'people.choose-import-mapping',
  input: z.object({
    importId: z.uuid(),
    source: z.string().trim().min(2, 'Donnez à cette liste un nom d’au moins deux lettres.').max(120),
    mapping,
  }),
  allow: mayKeepRelations,
  async run(work, input) {
    if (!(await lockStage(work.db, input.importId, ['mapping', 'ready']))) return refuse('not_my_turn');
    const taken = new Set(input.mapping.columns.map((column) => column.target));
    if (!(['givenName', 'familyName', 'fullName', 'email'] as const).some((key) => taken.has(key)))
      return refuse('invalid', { fields: { columns: 'Dites au moins où est le nom, ou le mail.' } });
    await work.db
      .update(peopleImports)
      .set({ source: input.source, mapping: input.mapping })
      .where(eq(peopleImports.id, input.importId));
    const pass = await enterStage(work, input.importId, 'comparing');
    work.record({
      subjectKind: 'people-import',
      subjectId: input.importId,
      summary: `Colonnes de « ${input.source} » reconnues`,
    });
    return accept({ pass });
  },
});

/** Ends an import that can not go on, and says why in words for the team. Called by the jobs. */
export const failPeopleImport = command({
  name: 'people.fail-import',
  input: z.object({ importId: z.uuid(), pass: z.int(), why: z.string().max(1000) }),
  allow: () => true,
  async run(work, { importId, pass, why }) {
    const found = await lockStage(work.db, importId, ['reading', 'comparing', 'running', 'undoing'], pass);
    if (!found) return refuse('not_my_turn');
    await work.db
      .update(peopleImports)
      .set({ status: 'failed', failure: why, finishedAt: work.now() })
      .where(eq(peopleImports.id, importId));
    work.record({
      subjectKind: 'people-import',
      subjectId: importId,
      summary: `Import de « ${found.source} » interrompu`,
      details: { why },
    });
    return accept(null);
  },
});
