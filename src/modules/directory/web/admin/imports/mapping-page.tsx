import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Panel } from '#ui/components/panel.tsx';
import { ProgressSteps } from '#ui/components/progress.tsx';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { chooseMapping } from '../../../commands/imports/choose-mapping.ts';
import type { ImportMapping } from '../../../commands/imports/import-mapping.ts';
import { targetKind } from '../../../domain/import/column-targets.ts';
import type { ColumnMapping } from '../../../domain/import/mapping.ts';
import { officePath } from '../../../paths.ts';
import type { ImportColumn, ImportSheet } from '../../../queries/imports/import-sheet.ts';
import { errorLines } from '../../suggest/form-values.ts';
import { importOfAddress } from './import-of-address.ts';
import { importPath, importsPath } from './import-paths.ts';
import { columnSamples, columnsInWords, ImportColumns, ImportWarnings } from '#ui/imports/import-columns.tsx';
import { importSteps } from '#ui/imports/import-steps.ts';
import { mappingFromForm, mappingOf, separatorInWords, targetChoices } from './mapping-form.ts';
import { importRefusal } from './texts.ts';

interface Shown {
  source: string;
  mapping: ImportMapping;
  errors: Readonly<Record<string, string>>;
}

/** Step 2: one line a column, what it seems to mean already chosen. */
export function mappingPage(
  exchange: Exchange,
  sheet: ImportSheet,
  shown: Shown = { source: sheet.source, mapping: mappingOf(sheet), errors: {} },
  status = 200,
): Promise<Response> {
  const byColumn = new Map(shown.mapping.columns.map((column) => [column.column, column]));
  const recognised = sheet.columns.filter(({ name }) => byColumn.has(name)).length;
  return exchange.page({
    title: 'Reconnaître les colonnes',
    layout: 'office',
    section: officePath,
    status,
    header: {
      trail: [
        { label: 'Le réseau', href: officePath },
        { label: 'Importer', href: importsPath },
      ],
      lead: columnsInWords(sheet.total, sheet.columns.length, recognised),
    },
    content: (
      <>
        <ProgressSteps steps={importSteps} current={1} />
        <ImportWarnings warnings={sheet.warnings} />
        <Form
          action={`${importPath(sheet.id)}/colonnes`}
          label="Colonnes de la liste"
          errors={errorLines(shown.errors)}
          hidden={{ [formKeyField]: exchange.formKey }}
        >
          <TextField
            name="source"
            label="Comment s’appelle cette liste ?"
            hint="Ce nom dira d’où vient chaque information. Gardez le même quand vous importez la même liste."
            required
            value={shown.source}
            error={shown.errors['source']}
          />
          <ImportColumns
            columns={sheet.columns}
            isRecognised={({ name }) => byColumn.has(name)}
            choice={(column, index) => (
              <ColumnChoice column={column} index={index} chosen={byColumn.get(column.name)} />
            )}
          />
          <Checkbox
            name="themes"
            label="Ajouter à nos thèmes ceux de la liste que nous n’avons pas"
            checked={shown.mapping.createsThemes}
          />
          <Checkbox
            name="brouillons"
            label="Garder les nouvelles fiches en brouillon"
            hint="Sinon elles paraissent aussitôt dans l’annuaire."
            checked={shown.mapping.asDrafts}
          />
          <SubmitBar label="Vérifier avant d’importer" cancelHref={importsPath} cancelLabel="Choisir une autre liste" />
        </Form>
      </>
    ),
  });
}

/** `POST /gestion/annuaire/importer/<id>/colonnes` */
export async function receiveMapping(exchange: Exchange): Promise<Response> {
  const sheet = await importOfAddress(exchange);
  if (!sheet) return exchange.notFound();
  const form = await exchange.form();
  const mapping = mappingFromForm(form, sheet);
  const source = form.values['source'] ?? '';
  const outcome = await execute(
    exchange.ctx,
    chooseMapping,
    { importId: sheet.id, source, mapping },
    { key: form.key },
  );
  if (outcome.ok) return exchange.redirect(importPath(sheet.id));
  if (outcome.reason !== 'invalid')
    return exchange.redirect(importPath(sheet.id), { tone: 'warning', text: importRefusal(outcome.reason) });
  const { source: sourceError, ...others } = outcome.fields;
  const errors = {
    ...(sourceError ? { source: sourceError } : {}),
    ...(Object.values(others)[0] ? { '': Object.values(others)[0] ?? '' } : {}),
  };
  return mappingPage(exchange, sheet, { source, mapping, errors }, 422);
}

/** `POST /gestion/annuaire/importer/<id>/revoir`: back to the columns, from the review. */
export async function reviewMapping(exchange: Exchange): Promise<Response> {
  const sheet = await importOfAddress(exchange);
  if (!sheet) return exchange.notFound();
  return sheet.status === 'ready' || sheet.status === 'mapping'
    ? mappingPage(exchange, sheet)
    : exchange.redirect(importPath(sheet.id));
}

function ColumnChoice({
  column,
  index,
  chosen,
}: {
  readonly column: ImportColumn;
  readonly index: number;
  readonly chosen: ColumnMapping | undefined;
}): JSX.Element {
  const kind = chosen && targetKind(chosen.target);
  return (
    <Panel class="column-choice">
      <FieldRow>
        <Select
          name={`colonne.${index}`}
          label={column.name}
          hint={
            <>
              {columnSamples(column)}
              {column.because && <span class="muted"> {column.because}</span>}
            </>
          }
          placeholder="Ne pas reprendre"
          value={chosen?.target}
          choices={targetChoices}
          grow
        />
        {kind === 'list' && chosen?.tag === undefined && (
          <TextField
            name={`separateur.${index}`}
            label="Ce qui sépare les éléments"
            size="short"
            value={separatorInWords(chosen?.separator)}
          />
        )}
        {(kind === 'flag' || chosen?.tag !== undefined) && (
          <TextField
            name={`oui.${index}`}
            label="Mots qui veulent dire oui"
            hint="oui, x, 1 et vrai sont déjà compris"
            value={chosen?.trueWords?.join(', ')}
          />
        )}
      </FieldRow>
    </Panel>
  );
}
