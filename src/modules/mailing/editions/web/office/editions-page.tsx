import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Chip } from '#ui/components/chip.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { usualQuestion } from '../../../domain/edition.ts';
import { editionStateNames } from '../../../domain/edition-states.ts';
import { paths } from '../../../paths.ts';
import { editionPaths } from '../../../reader-paths.ts';
import { nothingTyped, typedWith, type TypedHere } from '../../../subscriptions/web/typed.ts';
import { openEdition } from '../../commands/keep-editions.ts';
import { editionList, type Edition } from '../../queries/editions.ts';
import { refusalText } from '../texts.ts';

export const editionsTrail = [
  { label: 'Envois', href: paths.list },
  { label: 'Lettre des acteurs', href: editionPaths.list },
] as const;

/** `GET /gestion/envois/lettre-des-acteurs`. */
export async function showEditions(exchange: Exchange): Promise<Response> {
  const rows = await editionList(exchange.ctx.db);
  const open = (
    <ButtonLink icon="plus" href={editionPaths.add}>
      Ouvrir une lettre
    </ButtonLink>
  );
  return exchange.page({
    title: 'Lettre des acteurs',
    layout: 'office',
    section: paths.list,
    header: {
      lead: 'Une lettre que les acteurs écrivent ensemble : vous demandez, ils racontent, vous relisez, tout le monde lit.',
      trail: editionsTrail,
      ...(rows.length > 0 ? { actions: open } : {}),
    },
    content: (
      <DataTable
        id="lettres"
        caption="Lettres des acteurs"
        quietCaption
        rows={rows}
        rowId={(row) => row.id}
        rowName={(row) => row.title}
        columns={[
          {
            key: 'titre',
            label: 'Lettre',
            heads: true,
            cell: (row) => <a href={editionPaths.edition(row.id)}>{row.title}</a>,
          },
          { key: 'demande', label: 'Demandé à', cell: (row) => plural(row.asked, 'personne') },
          { key: 'recu', label: 'Reçu', cell: (row) => plural(row.received, 'nouvelle') },
          { key: 'relire', label: 'À relire', numeric: true, cell: (row) => row.proposed },
          { key: 'jusqu', label: 'Jusqu’au', whole: true, cell: (row) => formatDate(row.closesOn) },
          { key: 'etat', label: 'État', whole: true, cell: (row) => <Chip>{editionStateNames[row.state]}</Chip> },
        ]}
        empty={
          <EmptyState title="Pas encore de lettre des acteurs" actions={open}>
            <p>
              Vos adhérent·es reçoivent une question, répondent par un formulaire sans compte. Il vous reste à relire et
              à envoyer.
            </p>
          </EmptyState>
        }
      />
    ),
  });
}

/** `GET /gestion/envois/lettre-des-acteurs/ouvrir`. */
export function showOpenEdition(exchange: Exchange): Promise<Response> {
  return openPage(exchange, nothingTyped);
}

/** `POST` of the same. */
export async function receiveOpenEdition(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const outcome = await execute(
    exchange.ctx,
    openEdition,
    editionTyped(form.values),
    form.key ? { key: form.key } : {},
  );
  if (!outcome.ok) return openPage(exchange, typedWith(form, outcome, refusalText), 422);
  return exchange.redirect(editionPaths.edition(outcome.value.id), {
    tone: 'success',
    text: 'La lettre est ouverte. Il reste à demander leurs nouvelles aux acteurs.',
  });
}

function openPage(exchange: Exchange, typed: TypedHere, status = 200): Promise<Response> {
  return exchange.page({
    title: 'Ouvrir une lettre des acteurs',
    layout: 'office',
    section: paths.list,
    status,
    header: { trail: [...editionsTrail, { label: 'Ouvrir', href: editionPaths.add }] },
    content: (
      <Form
        action={editionPaths.add}
        label="Ouvrir une lettre des acteurs"
        errors={summaryOf(typed.errors)}
        hidden={{ [formKeyField]: exchange.formKey }}
      >
        <EditionFieldset typed={typed} edition={null} />
        <SubmitBar label="Ouvrir" cancelHref={editionPaths.list} />
      </Form>
    ),
  });
}

/** What a form says of an edition; a day that is none is refused by the command. */
export function editionTyped(values: Readonly<Record<string, string>>): Record<string, unknown> {
  const { title = '', question = '', introduction = '', closesOn = '' } = values;
  let day: Temporal.PlainDate | undefined;
  try {
    day = Temporal.PlainDate.from(closesOn);
  } catch {
    // Told beside the field.
  }
  return { title, question, introduction, closesOn: day };
}

/** Title, question, introduction and last day of an edition. */
export function EditionFieldset({
  typed: { values, errors },
  edition,
}: {
  readonly typed: TypedHere;
  readonly edition: Edition | null;
}) {
  return (
    <>
      <TextField
        name="title"
        label="Titre"
        hint="« Ce qui bouge chez nous, printemps 2026 »"
        required
        value={values['title'] ?? edition?.title}
        error={errors['title']}
      />
      <TextArea
        name="question"
        label="La question posée aux acteurs"
        rows={4}
        required
        value={values['question'] ?? edition?.question ?? usualQuestion}
        error={errors['question']}
      />
      <DateField
        name="closesOn"
        label="Dernier jour pour répondre"
        required
        value={values['closesOn'] ?? edition?.closesOn.toString()}
        error={errors['closesOn']}
      />
      <TextArea
        name="introduction"
        label="Un mot en tête de la lettre"
        hint="Facultatif : vous pourrez l’écrire au moment d’envoyer."
        rows={3}
        value={values['introduction'] ?? edition?.introduction}
        error={errors['introduction']}
      />
    </>
  );
}
