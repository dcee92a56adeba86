import { EventTabs, agendaOfficePaths, eventPath, readEvent } from '#modules/agenda/index.ts';
import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { saveOffer } from '../../commands/save-offer.ts';
import { paths } from '../../paths.ts';
import type { RegistrationDependencies } from '../../ports.ts';
import { offerOf } from '../../queries/stored-offer.ts';
import { refusalText } from '../texts.ts';
import { readSettings } from './read-settings.ts';
import { OpeningFields, SeatFields, WaitingFields, WordFields } from './settings-fields.tsx';
import { PriceFields, QuestionFields } from './settings-lists.tsx';
import { settingsTyped } from './settings-typed.ts';

interface TypedSettings {
  readonly all: (name: string) => readonly string[];
  readonly errors: Readonly<Record<string, string>>;
}

/** `GET /gestion/agenda/:id/inscriptions/reglages`. */
export async function showSettings(exchange: Exchange): Promise<Response> {
  return settingsPage(exchange, null);
}

async function settingsPage(exchange: Exchange, typed: TypedSettings | null, status = 200): Promise<Response> {
  const id = exchange.param('id');
  const event = isId(id) ? await readEvent(exchange.ctx.db, id) : null;
  if (!event || event.trashedAt) return exchange.notFound();
  const offer = await offerOf(exchange.ctx.db, id);
  const all = typed?.all ?? settingsTyped(offer, event.zone);
  const errors = typed?.errors ?? {};
  const isSeries = event.fields.rule !== null || event.fields.alsoOn.length > 0;
  const part = { all, errors };
  return exchange.page({
    title: `Régler les inscriptions : ${event.fields.title}`,
    layout: 'office',
    section: agendaOfficePaths.list,
    status,
    publicHref: eventPath(event.slug),
    header: {
      title: 'Régler les inscriptions',
      lead: event.fields.title,
      trail: [
        { label: 'Agenda', href: agendaOfficePaths.list },
        { label: event.fields.title, href: event.origin?.officePath ?? agendaOfficePaths.event(id) },
        { label: 'Inscriptions', href: paths.office(id) },
        { label: 'Réglages', href: paths.settings(id) },
      ],
    },
    content: (
      <>
        <EventTabs actor={exchange.actor} event={event} current="registrations" />
        <Form
          action={paths.settings(id)}
          label="Régler les inscriptions"
          errors={summaryOf(errors)}
          hidden={{ [formKeyField]: exchange.formKey, version: all('version')[0] ?? '0' }}
        >
          <OpeningFields {...part} isSeries={isSeries} />
          <SeatFields {...part} />
          <WaitingFields {...part} />
          <QuestionFields {...part} />
          <PriceFields {...part} />
          <WordFields {...part} />
          <SubmitBar label="Enregistrer" cancelHref={paths.office(id)} />
        </Form>
      </>
    ),
  });
}

/** `POST …/reglages`. */
export async function receiveSettings(exchange: Exchange, deps: RegistrationDependencies): Promise<Response> {
  const form = await exchange.form();
  const eventId = exchange.param('id');
  const event = isId(eventId) ? await readEvent(exchange.ctx.db, eventId) : null;
  if (!event) return exchange.notFound();
  const { fields, version, fieldOf } = readSettings(form, event.zone);
  const outcome = await execute(
    exchange.ctx,
    saveOffer(deps),
    { eventId, version, fields },
    form.key ? { key: form.key } : {},
  );
  if (outcome.ok)
    return exchange.redirect(paths.office(eventId), {
      tone: 'success',
      text: fields.isOpen
        ? 'Les inscriptions sont réglées.'
        : 'C’est enregistré. Les inscriptions sont fermées au public.',
    });
  if (outcome.reason === 'not_found') return exchange.notFound();
  const named = Object.entries(outcome.fields).map(([path, text]) => [fieldOf.get(path) ?? path, text]);
  const errors = named.length > 0 ? Object.fromEntries(named) : { '': refusalText(outcome.reason) };
  const current = await offerOf(exchange.ctx.db, eventId);
  // Someone else's version is now the one to start from: sent again, these words take its place.
  const all = (name: string) =>
    name === 'version' && outcome.reason === 'edited_meanwhile' ? [String(current?.version ?? 0)] : form.all(name);
  return settingsPage(exchange, { all, errors }, 422);
}
