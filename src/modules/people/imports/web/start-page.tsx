import { Readable } from 'node:stream';
import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import { StorageFull } from '#platform/files/storage-error.ts';
import { formatDate } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { sentFileKey } from '#platform/imports/import-files.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Section } from '#ui/components/section.tsx';
import { FileField } from '#ui/fields/file-field.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { startPeopleImport } from '../commands/start-people-import.ts';
import { importPaths } from '../paths.ts';
import { latestPeopleImports, type PeopleImport } from '../queries/import-sheet.ts';
import { doneInWords, statusNames } from './texts.ts';

/** Largest file taken by the page. */
export const largestUpload = 50 * 1_048_576;

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
        {imports.length > 0 && <PastImports imports={imports} zone={exchange.ctx.zone} />}
      </>
    ),
  });
}

/** `POST /gestion/personnes/importer` */
export const receiveStart = (files: FileStore) => async (exchange: Exchange) => {
  const form = await exchange.form();
  const file = form.file('fichier');
  if (!file || file.size === 0) return showStart(exchange, file ? 'Ce fichier est vide.' : 'Choisissez un fichier.');
  const fileKey = sentFileKey(exchange.ctx.hubId, form.key, file.size);
  try {
    await files.put(fileKey, Readable.fromWeb(file.stream() as never));
  } catch (error) {
    if (!(error instanceof StorageFull)) throw error;
    return showStart(
      exchange,
      'Le serveur n’a plus de place pour ce fichier. Prévenez la personne qui héberge le site.',
    );
  }
  const outcome = await execute(
    exchange.ctx,
    startPeopleImport,
    { fileKey, fileName: file.name.slice(0, 300) },
    { key: form.key },
  );
  if (!outcome.ok) return showStart(exchange, 'Cet import n’a pas pu commencer. Envoyez le fichier de nouveau.');
  return exchange.redirect(importPaths.import(outcome.value.id));
};

function PastImports({
  imports,
  zone,
}: {
  readonly imports: readonly PeopleImport[];
  readonly zone: string;
}): JSX.Element {
  return (
    <Section title="Imports précédents">
      <DataTable<PeopleImport>
        id="imports"
        caption="Imports précédents"
        quietCaption
        rows={imports}
        rowId={({ id }) => id}
        rowName={({ source }) => source}
        columns={[
          { key: 'source', label: 'Liste', cell: ({ id, source }) => <a href={importPaths.import(id)}>{source}</a> },
          { key: 'when', label: 'Quand', cell: ({ createdAt }) => formatDate(createdAt, { zone, style: 'short' }) },
          { key: 'who', label: 'Qui', cell: ({ byName }) => byName || '–' },
          { key: 'status', label: 'Où il en est', cell: ({ status }) => statusNames[status] },
          {
            key: 'counts',
            label: 'Résultat',
            cell: ({ status, counts }) => (status === 'done' ? doneInWords(counts) : ''),
          },
        ]}
        empty={null}
      />
    </Section>
  );
}
