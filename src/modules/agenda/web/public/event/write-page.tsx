import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { PageHeader } from '#ui/components/page-header.tsx';
import { RelayForm } from '#ui/fields/relay-form.tsx';
import { robotTrapField } from '#ui/fields/robot-trap.tsx';
import { relayToOrganizer, takesMessages } from '../../../commands/relay-to-organizer.ts';
import { agendaPath, eventPath, writeToOrganizerPath } from '../../../paths.ts';
import { eventAt, type StoredEvent } from '../../../queries/stored-event.ts';
import { refusalText } from '../../texts.ts';

interface Typed {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

/** `GET /agenda/:slug/ecrire` */
export async function showWriteToOrganizer(exchange: Exchange): Promise<Response> {
  const event = await writableEvent(exchange);
  return event instanceof Response ? event : writePage(exchange, event, { values: {}, errors: {} });
}

/** `POST /agenda/:slug/ecrire` */
export async function receiveWriteToOrganizer(exchange: Exchange): Promise<Response> {
  const event = await writableEvent(exchange);
  if (event instanceof Response) return event;
  const { values, key } = await exchange.form();
  const sent = exchange.redirect(eventPath(event.slug), {
    tone: 'success',
    text: 'Votre message est parti. La réponse viendra dans votre boîte.',
  });
  if (values[robotTrapField]) return sent;
  const { fromName = '', fromEmail = '', message = '' } = values;
  const outcome = await execute(
    exchange.ctx,
    relayToOrganizer,
    { eventId: event.id, fromName, fromEmail, message },
    key ? { key } : {},
  );
  if (outcome.ok) return sent;
  const errors = outcome.reason === 'invalid' ? outcome.fields : { '': refusalText(outcome.reason) };
  return writePage(exchange, event, { values, errors }, 422);
}

async function writableEvent(exchange: Exchange): Promise<StoredEvent | Response> {
  const slug = exchange.param('slug');
  const event = await eventAt(exchange.ctx.db, slug);
  if (!event || !takesMessages(event)) return exchange.notFound();
  return event.slug === slug ? event : exchange.redirect(writeToOrganizerPath(event.slug));
}

function writePage(exchange: Exchange, event: StoredEvent, typed: Typed, status = 200): Promise<Response> {
  const { title, contactName } = event.fields;
  const path = eventPath(event.slug);
  return exchange.page({
    title: `Une question sur « ${title} »`,
    indexed: false,
    status,
    section: agendaPath,
    content: (
      <>
        <PageHeader
          trail={[{ label: 'Agenda', href: agendaPath }, { label: title, href: path }, { label: 'Écrire' }]}
          title={`Une question sur « ${title} »`}
          lead={
            <p>
              {`Nous transmettons votre message${contactName ? ` à ${contactName}` : ''}. La réponse arrivera directement dans votre boîte.`}
            </p>
          }
        />
        <RelayForm
          action={writeToOrganizerPath(event.slug)}
          cancelHref={path}
          draft={`agenda-${event.slug}`}
          hidden={{ [formKeyField]: exchange.formKey }}
          ownName={exchange.actor?.name}
          {...typed}
        />
      </>
    ),
  });
}
