import { execute } from '#platform/command/execute.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { keepSentFile } from '#platform/imports/import-files.ts';
import { FileField } from '#ui/fields/file-field.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { PastImports, type PastImport } from '#ui/imports/past-imports.tsx';
import { startPeopleImport } from '../commands/start-people-import.ts';
import { importPaths } from '../paths.ts';
import { latestPeopleImports, type PeopleImport } from '../queries/import-sheet.ts';
import { doneInWords, statusNames } from './texts.ts';

/** `GET /gestion/personnes/importer` */
export async function showStart(exchange: Exchange, error?: string): Promise<Response> {
  const imports = await latestPeopleImports(exchange.ctx.db);
  return exchange.page({
    title: 'Importer des personnes',
    layout: 'office',
    section: '/gestion/personnes',
    status: error ? 422 : 200,
    header: {
      trail: [{ label: 'Personnes', href: '/gestion/personnes' }],
      lead: 'Votre tableur ou votre carnet d’adresses, tel qu’il est : on reconnaît les colonnes et les personnes déjà connues, rien n’est écrit avant votre accord.',
    },
    content: (
      <>
        <Form
          action={importPaths.start}
          label="Importer des personnes"
          withFiles
          errors={error ? [{ field: 'fichier', message: error }] : []}
          hidden={{ [formKeyField]: exchange.formKey }}
        >
          <FileField
            name="fichier"
            label="Le fichier"
            hint="CSV, Excel (XLSX), LibreOffice (ODS), vCard (VCF), exports de Galette et de HelloAsso. 50 Mo au plus. Il est effacé dès qu’il est lu."
            accept=".csv,.tsv,.txt,.xlsx,.ods,.json,.ndjson,.vcf,.vcard"
            error={error}
          />
          <SubmitBar label="Lire la liste" cancelHref="/gestion/personnes" />
        </Form>
        <PastImports imports={imports.map(pastImport)} zone={exchange.ctx.zone} />
      </>
    ),
  });
}

const pastImport = ({ id, source, createdAt, byName, status, counts }: PeopleImport): PastImport => ({
  id,
  href: importPaths.import(id),
  name: source,
  at: createdAt,
  by: byName,
  status: statusNames[status],
  result: status === 'done' ? doneInWords(counts) : '',
});

/** `POST /gestion/personnes/importer` */
export const receiveStart = (files: FileStore) => async (exchange: Exchange) => {
  const form = await exchange.form();
  const file = form.file('fichier');
  if (!file || file.size === 0) return showStart(exchange, file ? 'Ce fichier est vide.' : 'Choisissez un fichier.');
  const kept = await keepSentFile(files, { hubId: exchange.ctx.hubId, formKey: form.key, file });
  if ('error' in kept) return showStart(exchange, kept.error);
  const outcome = await execute(exchange.ctx, startPeopleImport, kept, { key: form.key });
  if (!outcome.ok) return showStart(exchange, 'Cet import n’a pas pu commencer. Envoyez le fichier de nouveau.');
  return exchange.redirect(importPaths.import(outcome.value.id));
};
