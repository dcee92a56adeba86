import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import type { Exchange, SentForm } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { FileField } from '#ui/fields/file-field.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { startImport } from '../../../commands/imports/start-import.ts';
import { PastImports, type PastImport } from '#ui/imports/past-imports.tsx';
import { keepSentFile } from '#platform/imports/import-files.ts';
import { officePath } from '../../../paths.ts';
import { listImports, type ImportSheet } from '../../../queries/imports/import-sheet.ts';
import { errorLines, untouched, type Typed } from '../../suggest/form-values.ts';
import { importPath, importsPath } from './import-paths.ts';
import { doneInWords, importRefusal, statusNames } from './texts.ts';

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

const kept = (kind: 'upload' | 'paste', file: Awaited<ReturnType<typeof keepSentFile>>): Content =>
  'error' in file ? { error: { fichier: file.error } } : { kind, ...file };

async function contentOf({ ctx }: Exchange, files: FileStore, form: SentForm): Promise<Content> {
  const file = form.file('fichier');
  const { adresse = '', texte = '' } = form.values;
  const { hubId } = ctx;
  if (file && file.size > 0) return kept('upload', await keepSentFile(files, { hubId, formKey: form.key, file }));
  if (adresse.trim() !== '') return { kind: 'address', address: adresse };
  if (texte.trim() !== '') {
    const pasted = new File([texte], 'Tableau collé.csv');
    return kept('paste', await keepSentFile(files, { hubId, formKey: form.key, file: pasted }));
  }
  return {
    error: {
      fichier: file ? 'Ce fichier est vide.' : 'Choisissez un fichier, donnez une adresse ou collez un tableau.',
    },
  };
}

const pastImport = ({ id, source, fileName, address, createdAt, byName, status, counts }: ImportSheet): PastImport => ({
  id,
  href: importPath(id),
  name: source || fileName || address,
  at: Temporal.Instant.from(createdAt),
  by: byName,
  status: statusNames[status],
  result: status === 'done' ? doneInWords(counts) : '',
});

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
        <PastImports imports={imports.map(pastImport)} zone={exchange.ctx.zone} />
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
