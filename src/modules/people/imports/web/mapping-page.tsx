import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Panel } from '#ui/components/panel.tsx';
import { ProgressSteps } from '#ui/components/progress.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { columnSamples, columnsInWords, ImportColumns, ImportWarnings } from '#ui/imports/import-columns.tsx';
import { importSteps } from '#ui/imports/import-steps.ts';
import { choosePeopleMapping } from '../commands/read-and-map.ts';
import { isPersonTarget, personTargets, targetGroups, type PersonMapping } from '../domain/person-targets.ts';
import { importPaths } from '../paths.ts';
import type { ImportColumn, PeopleImport } from '../queries/import-sheet.ts';
import { importOfAddress, importTrail } from './import-of-address.ts';
import { importRefusal } from './texts.ts';

interface Shown {
  source: string;
  mapping: PersonMapping;
  errors: Readonly<Record<string, string>>;
}

/** Step 2: one line a column, what it seems to mean already chosen. */
export function mappingPage(
  exchange: Exchange,
  sheet: PeopleImport,
  shown: Shown = { source: sheet.source, mapping: sheet.mapping, errors: {} },
): Promise<Response> {
  const targets = new Map(shown.mapping.columns.map(({ column, target }) => [column, target]));
  const recognised = sheet.columns.filter(({ name }) => targets.has(name)).length;
  return exchange.page({
    title: 'Reconnaître les colonnes',
    layout: 'office',
    section: '/gestion/personnes',
    status: Object.keys(shown.errors).length > 0 ? 422 : 200,
    header: {
      trail: importTrail,
      lead: columnsInWords(sheet.total, sheet.columns.length, recognised),
    },
    content: (
      <>
        <ProgressSteps steps={importSteps} current={1} />
        <ImportWarnings warnings={sheet.warnings} />
        <Form
          action={importPaths.act(sheet.id, 'colonnes')}
          label="Colonnes de la liste"
          errors={Object.entries(shown.errors).map(([field, message]) => ({
            ...(field === 'source' ? { field } : {}),
            message,
          }))}
          hidden={{ [formKeyField]: exchange.formKey }}
        >
          <TextField
            name="source"
            label="Comment s’appelle cette liste ?"
            hint="Ce nom dira d’où vient chaque information."
            required
            value={shown.source}
            error={shown.errors['source']}
            maxlength={120}
          />
          <ImportColumns
            columns={sheet.columns}
            isRecognised={({ name }) => targets.has(name)}
            choice={(column, index) => <ColumnChoice column={column} index={index} target={targets.get(column.name)} />}
          />
          <SubmitBar
            label="Vérifier avant d’importer"
            cancelHref={importPaths.start}
            cancelLabel="Choisir une autre liste"
          />
        </Form>
      </>
    ),
  });
}

const choices = Object.entries(targetGroups).map(([group, label]) => ({
  label,
  choices: personTargets
    .filter((target) => target.group === group)
    .map(({ key, label: words }) => ({ value: key, label: words })),
}));

function ColumnChoice(props: {
  readonly column: ImportColumn;
  readonly index: number;
  readonly target: string | undefined;
}): JSX.Element {
  return (
    <Panel class="column-choice">
      <Select
        name={`colonne.${props.index}`}
        label={props.column.name}
        hint={columnSamples(props.column)}
        placeholder="Ne pas reprendre"
        value={props.target}
        choices={choices}
        grow
      />
    </Panel>
  );
}

/** `POST /gestion/personnes/importer/<id>/colonnes` */
export async function receiveMapping(exchange: Exchange): Promise<Response> {
  const sheet = await importOfAddress(exchange);
  if (!sheet) return exchange.notFound();
  const { values, key } = await exchange.form();
  const columns = sheet.columns.flatMap(({ name }, index) => {
    const target = values[`colonne.${index}`] ?? '';
    return isPersonTarget(target) ? [{ column: name, target }] : [];
  });
  const source = values['source'] ?? '';
  const mapping = { columns };
  const outcome = await execute(exchange.ctx, choosePeopleMapping, { importId: sheet.id, source, mapping }, { key });
  if (!outcome.ok && outcome.reason === 'invalid')
    return mappingPage(exchange, sheet, { source, mapping, errors: outcome.fields });
  return exchange.redirect(
    importPaths.import(sheet.id),
    outcome.ok ? undefined : { tone: 'warning', text: importRefusal(outcome.reason) },
  );
}

/** `GET /gestion/personnes/importer/<id>/revoir`: back to the columns, from the review. */
export async function reviewMapping(exchange: Exchange): Promise<Response> {
  const sheet = await importOfAddress(exchange);
  if (!sheet) return exchange.notFound();
  return sheet.status === 'ready' || sheet.status === 'mapping'
    ? mappingPage(exchange, sheet)
    : exchange.redirect(importPaths.import(sheet.id));
}
