import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Checkbox, RadioGroup } from '#ui/fields/checkbox.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { suggestChange } from '../../../commands/resources/suggest-change.ts';
import { suggestionSubjects } from '../../../domain/suggestion-subject.ts';
import { publicationPath } from '../../../paths.ts';
import { publicationAt, type StoredPublication } from '../../../queries/stored-publication.ts';
import { improvePath, resourcesPath } from '../../../resource-paths.ts';
import { refusalText } from '../../texts.ts';
import { RobotTrap, robotTrapField } from '#ui/fields/robot-trap.tsx';
import { subjectNames } from './subject-names.ts';

interface Typed {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** `GET /ressources/:slug/ameliorer` */
export async function showImprove(exchange: Exchange): Promise<Response> {
  const sheet = await improvable(exchange);
  return sheet instanceof Response ? sheet : improvePage(exchange, sheet, { values: {}, errors: {} });
}

/** `POST /ressources/:slug/ameliorer` */
export async function receiveImprovement(exchange: Exchange): Promise<Response> {
  const sheet = await improvable(exchange);
  if (sheet instanceof Response) return sheet;
  const { values, key } = await exchange.form();
  const thanks = exchange.redirect(publicationPath('resource', sheet.slug), {
    tone: 'success',
    text: 'Merci ! L’équipe lit votre remarque et corrige la fiche.',
  });
  if (values[robotTrapField]) return thanks;
  const outcome = await execute(
    exchange.ctx,
    suggestChange,
    {
      publicationId: sheet.id,
      subject: values['subject'] ?? '',
      message: values['message'] ?? '',
      name: values['name'] ?? '',
      email: (values['email'] ?? '').trim(),
      acceptsCredit: values['acceptsCredit'] === 'oui',
    },
    { key },
  );
  if (outcome.ok) return thanks;
  const errors = Object.keys(outcome.fields).length > 0 ? outcome.fields : { '': refusalText(outcome.reason) };
  return improvePage(exchange, sheet, { values, errors }, 422);
}

async function improvable(exchange: Exchange): Promise<StoredPublication<'resource'> | Response> {
  const found = await publicationAt(exchange.ctx.db, 'resource', exchange.param('slug'));
  if (!found) return exchange.notFound();
  return 'movedTo' in found ? exchange.redirect(improvePath(found.movedTo)) : found.publication;
}

function improvePage(
  exchange: Exchange,
  { slug, fields }: StoredPublication<'resource'>,
  typed: Typed,
  status = 200,
): Promise<Response> {
  return exchange.page({
    title: `Corriger « ${fields.title} »`,
    indexed: false,
    status,
    section: resourcesPath,
    content: (
      <>
        <PageHeader
          trail={[
            { label: 'Ressources', href: resourcesPath },
            { label: fields.title, href: publicationPath('resource', slug) },
            { label: 'Corriger' },
          ]}
          title="Qu’est-ce qui ne va pas ?"
          lead={<p>Une phrase suffit. Sans compte, et sans laisser votre nom si vous préférez.</p>}
        />
        <ImproveForm exchange={exchange} slug={slug} typed={typed} />
      </>
    ),
  });
}

function ImproveForm({
  exchange,
  slug,
  typed: { values, errors },
}: {
  readonly exchange: Exchange;
  readonly slug: string;
  readonly typed: Typed;
}): JSX.Element {
  return (
    <Form
      action={improvePath(slug)}
      label="Proposer une correction"
      draft={`corriger-ressource-${slug}`}
      errors={Object.entries(errors).map(([field, message]) => (field ? { field, message } : { message }))}
      hidden={{ [formKeyField]: exchange.formKey }}
    >
      <RadioGroup
        name="subject"
        label="Dans cette fiche…"
        required
        value={values['subject'] ?? ''}
        choices={suggestionSubjects.map((value) => ({ value, label: subjectNames[value] }))}
        error={errors['subject']}
      />
      <TextArea
        name="message"
        label="Dites-nous"
        hint="Ce qui est faux, ce qui manque, la bonne adresse si vous l’avez."
        required
        rows={5}
        limit={4000}
        value={values['message']}
        error={errors['message']}
      />
      <FieldRow>
        <TextField
          name="name"
          label="Votre nom (facultatif)"
          autocomplete="name"
          value={values['name'] ?? exchange.actor?.name}
          error={errors['name']}
        />
        <TextField
          name="email"
          type="email"
          label="Votre adresse (facultative)"
          hint="Pour vous répondre, et seulement pour cela."
          autocomplete="email"
          value={values['email']}
          error={errors['email']}
        />
      </FieldRow>
      <Checkbox
        name="acceptsCredit"
        label="Vous pouvez me remercier par mon nom sur la fiche"
        checked={values['acceptsCredit'] === 'oui'}
      />
      <RobotTrap />
      <SubmitBar label="Envoyer" cancelHref={publicationPath('resource', slug)} cancelLabel="Revenir à la fiche" />
    </Form>
  );
}
