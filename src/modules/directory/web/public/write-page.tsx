import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { relayMessage } from '../../commands/relay-message.ts';
import { directoryPath, organizationPath } from '../../paths.ts';
import { sheetAt, type OrganizationSheet } from '../../queries/organization-sheet.ts';
import { refusalText } from '../texts.ts';

/** Left empty by people, filled by robots: what it catches is thanked and forgotten. */
const trap = 'site_web';

interface Typed {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

/** `GET /annuaire/:slug/ecrire` */
export async function showWrite(exchange: Exchange): Promise<Response> {
  const sheet = await writableSheet(exchange);
  return sheet instanceof Response ? sheet : writePage(exchange, sheet, { values: {}, errors: {} });
}

/** `POST /annuaire/:slug/ecrire` */
export async function receiveWrite(exchange: Exchange): Promise<Response> {
  const sheet = await writableSheet(exchange);
  if (sheet instanceof Response) return sheet;
  const { values, key } = await exchange.form();
  const sent = exchange.redirect(organizationPath(sheet.slug), {
    tone: 'success',
    text: `Votre message est parti vers ${sheet.profile.name}.`,
  });
  if (values[trap]) return sent;
  const outcome = await execute(
    exchange.ctx,
    relayMessage,
    {
      organizationId: sheet.id,
      fromName: values['fromName'] ?? '',
      fromEmail: values['fromEmail'] ?? '',
      message: values['message'] ?? '',
    },
    { key },
  );
  if (outcome.ok) return sent;
  const errors = outcome.reason === 'invalid' ? outcome.fields : { '': refusalText(outcome.reason) };
  return writePage(exchange, sheet, { values, errors }, 422);
}

async function writableSheet(exchange: Exchange): Promise<OrganizationSheet | Response> {
  const sheet = await sheetAt(exchange.ctx, exchange.param('slug'));
  if (!sheet) return exchange.notFound();
  if ('movedTo' in sheet) return exchange.redirect(`${organizationPath(sheet.movedTo)}/ecrire`);
  return sheet.profile.takesMessages && sheet.status === 'published' ? sheet : exchange.notFound();
}

function writePage(exchange: Exchange, sheet: OrganizationSheet, typed: Typed, status = 200): Promise<Response> {
  const { name } = sheet.profile;
  return exchange.page({
    title: `Écrire à ${name}`,
    indexed: false,
    status,
    section: directoryPath,
    content: (
      <>
        <PageHeader
          trail={[
            { label: 'Annuaire', href: directoryPath },
            { label: name, href: organizationPath(sheet.slug) },
            { label: 'Écrire' },
          ]}
          title={`Écrire à ${name}`}
          lead={<p>Nous transmettons votre message. La réponse arrivera directement dans votre boîte.</p>}
        />
        <WriteForm exchange={exchange} sheet={sheet} typed={typed} />
      </>
    ),
  });
}

function WriteForm({
  exchange,
  sheet,
  typed: { values, errors },
}: {
  readonly exchange: Exchange;
  readonly sheet: OrganizationSheet;
  readonly typed: Typed;
}): JSX.Element {
  const summary = Object.entries(errors).map(([field, message]) => (field ? { field, message } : { message }));
  return (
    <Form
      action={`${organizationPath(sheet.slug)}/ecrire`}
      errors={summary}
      hidden={{ [formKeyField]: exchange.formKey }}
      draft={`ecrire-${sheet.slug}`}
    >
      <TextArea
        name="message"
        label="Votre message"
        required
        rows={7}
        limit={5000}
        value={values['message']}
        error={errors['message']}
      />
      <TextField
        name="fromName"
        label="Votre nom"
        required
        autocomplete="name"
        value={values['fromName'] ?? exchange.actor?.name}
        error={errors['fromName']}
      />
      <TextField
        name="fromEmail"
        type="email"
        label="Votre adresse électronique"
        hint="Pour vous répondre, et seulement pour cela."
        required
        autocomplete="email"
        value={values['fromEmail']}
        error={errors['fromEmail']}
      />
      <div hidden>
        <label>
          Ne remplissez pas cette ligne
          <input type="text" name={trap} tabindex={-1} autocomplete="off" />
        </label>
      </div>
      <SubmitBar label="Envoyer" cancelHref={organizationPath(sheet.slug)} />
    </Form>
  );
}
