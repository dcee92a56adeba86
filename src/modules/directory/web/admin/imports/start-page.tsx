import { Readable } from 'node:stream';
import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import { StorageFull } from '#platform/files/storage-error.ts';
import { formatDate } from '#platform/french/index.ts';
import type { Exchange, SentForm } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Section } from '#ui/components/section.tsx';
import { FileField } from '#ui/fields/file-field.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { startImport } from '../../../commands/imports/start-import.ts';
import { sentFileKey } from '#platform/imports/import-files.ts';
import { officePath } from '../../../paths.ts';
import { listImports, type ImportSheet } from '../../../queries/imports/import-sheet.ts';
import { errorLines, untouched, type Typed } from '../../suggest/form-values.ts';
import { importPath, importsPath } from './import-paths.ts';
import { doneInWords, importRefusal, statusNames } from './texts.ts';

/** Largest file taken by the page. */
export const largestUpload = 50 * 1_048_576;

/** `GET /gestion/annuaire/importer` */
export function showStart(exchange: Exchange): Promise<Response> {
  return startPage(exchange, untouched);
}

/** `POST /gestion/annuaire/importer` */
export async function receiveStart(exchange: Exchange, files: FileStore): Promise<Response> {
  const form = await exchange.form();
  const from = await contentOf(exchange, files, form);
  if ('error' in from) return startPage(exchange, { values: form.values, errors: from.error }, 422);
  const outcome = await execute(exchange.ctx, startImport, { from }, { key: form.key });
  if (outcome.ok) return exchange.redirect(importPath(outcome.value.id));
  const address = outcome.fields['from.address'];
  return startPage(
    exchange,
    { values: form.values, errors: address ? { adresse: address } : { '': importRefusal(outcome.reason) } },
    422,
  );
}

type Content =
  | { kind: 'upload' | 'paste'; fileKey: string; fileName: string }
  | { kind: 'address'; address: string }
  | { error: Typed['errors'] };

async function contentOf({ ctx }: Exchange, files: FileStore, form: SentForm): Promise<Content> {
  const file = form.file('fichier');
  const { adresse = '', texte = '' } = form.values;
  try {
    if (file && file.size > 0) {
      const fileKey = sentFileKey(ctx.hubId, form.key, file.size);
      await files.put(fileKey, Readable.fromWeb(file.stream() as never));
      return { kind: 'upload', fileKey, fileName: file.name.slice(0, 300) };
    }
    if (adresse.trim() !== '') return { kind: 'address', address: adresse };
    if (texte.trim() !== '') {
      const fileKey = sentFileKey(ctx.hubId, form.key, texte.length);
      await files.put(fileKey, Buffer.from(texte));
      return { kind: 'paste', fileKey, fileName: 'Tableau collé.csv' };
    }
  } catch (error) {
    if (error instanceof StorageFull)
      return {
        error: { fichier: 'Le serveur n’a plus de place pour ce fichier. Prévenez la personne qui héberge le site.' },
      };
    throw error;
  }
  return {
    error: {
      fichier: file ? 'Ce fichier est vide.' : 'Choisissez un fichier, donnez une adresse ou collez un tableau.',
    },
  };
}

async function startPage(exchange: Exchange, typed: Typed, status = 200): Promise<Response> {
  const imports = await listImports(exchange.ctx.db);
  return exchange.page({
    title: 'Importer une liste',
    layout: 'office',
    section: officePath,
    status,
    header: {
      trail: [{ label: 'Le réseau', href: officePath }],
      lead: 'Votre tableur, tel qu’il est : on reconnaît les colonnes, vous vérifiez, rien n’est écrit avant votre accord.',
    },
    content: (
      <>
        <StartForm exchange={exchange} typed={typed} />
        {imports.length > 0 && <PastImports imports={imports} zone={exchange.ctx.zone} />}
      </>
    ),
  });
}

function StartForm({
  exchange,
  typed: { values, errors },
}: {
  readonly exchange: Exchange;
  readonly typed: Typed;
}): JSX.Element {
  return (
    <Form
      action={importsPath}
      label="Importer une liste"
      withFiles
      errors={errorLines(errors)}
      hidden={{ [formKeyField]: exchange.formKey }}
    >
      <FileField
        name="fichier"
        label="Un fichier"
        hint="CSV, Excel (XLSX), LibreOffice (ODS), JSON, GeoJSON ou GoGoCarto. 50 Mo au plus."
        accept=".csv,.tsv,.txt,.xlsx,.ods,.json,.geojson,.ndjson"
        error={errors['fichier']}
      />
      <TextField
        name="adresse"
        label="Ou son adresse sur internet"
        type="url"
        placeholder="https://"
        value={values['adresse']}
        error={errors['adresse']}
      />
      <details open={Boolean(values['texte'])}>
        <summary>Ou un tableau copié-collé</summary>
        <TextArea
          name="texte"
          label="Le tableau, avec ses titres de colonnes"
          rows={8}
          value={values['texte']}
          error={errors['texte']}
        />
      </details>
      <SubmitBar label="Lire la liste" cancelHref={officePath} />
    </Form>
  );
}

function PastImports({
  imports,
  zone,
}: {
  readonly imports: readonly ImportSheet[];
  readonly zone: string;
}): JSX.Element {
  return (
    <Section title="Imports précédents">
      <DataTable<ImportSheet>
        id="imports"
        caption="Imports précédents"
        quietCaption
        rows={imports}
        rowId={(sheet) => sheet.id}
        rowName={(sheet) => sheet.source}
        columns={[
          {
            key: 'source',
            label: 'Liste',
            cell: (sheet) => <a href={importPath(sheet.id)}>{sheet.source || sheet.fileName || sheet.address}</a>,
          },
          {
            key: 'when',
            label: 'Quand',
            cell: (sheet) => formatDate(Temporal.Instant.from(sheet.createdAt), { zone, style: 'short' }),
          },
          { key: 'who', label: 'Qui', cell: (sheet) => sheet.byName },
          { key: 'status', label: 'Où il en est', cell: (sheet) => statusNames[sheet.status] },
          {
            key: 'counts',
            label: 'Résultat',
            cell: (sheet) => (sheet.status === 'done' ? doneInWords(sheet.counts) : ''),
          },
        ]}
        empty={null}
      />
    </Section>
  );
}
