import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { PageHeader } from '#ui/components/page-header.tsx';
import { RelayForm } from '#ui/fields/relay-form.tsx';
import { robotTrapField } from '#ui/fields/robot-trap.tsx';
import { relayMessage } from '../../commands/relay-message.ts';
import { directoryPath, organizationPath } from '../../paths.ts';
import { sheetAt, type OrganizationSheet } from '../../queries/organization-sheet.ts';
import { refusalText } from '../texts.ts';

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
  if (values[robotTrapField]) return sent;
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
        <RelayForm
          action={`${organizationPath(sheet.slug)}/ecrire`}
          cancelHref={organizationPath(sheet.slug)}
          draft={`ecrire-${sheet.slug}`}
          hidden={{ [formKeyField]: exchange.formKey }}
          ownName={exchange.actor?.name}
          {...typed}
        />
      </>
    ),
  });
}
