import type { JSX } from 'preact';
import { EventTabs, agendaOfficePaths } from '#modules/agenda/index.ts';
import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatDateTime, formatMoney } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { editRegistration } from '../../commands/edit-registration.ts';
import { letIn } from '../../commands/let-in.ts';
import { moveRegistration } from '../../commands/move-registration.ts';
import { partsOf } from '../../domain/workshops.ts';
import { isLiving } from '../../domain/registration-states.ts';
import { paths } from '../../paths.ts';
import type { RegistrationDependencies } from '../../ports.ts';
import { registrantsOf, type Registrant } from '../../queries/registrants-of.ts';
import { QuestionField } from '../question-field.tsx';
import { WorkshopFields } from '../workshop-fields.tsx';
import { storedTyped } from '../public/own-person.tsx';
import { reasonNames, refusalText, stateNames, type RegistrationRefusal } from '../texts.ts';
import { personTyped } from '../typed-form.ts';
import type { TypedPersonForm } from './add-form.tsx';
import { Cancel, LetIn, Move, type OneProps } from './one-acts.tsx';
import { readList, readListQuery, type RegistrationList } from './read-list.ts';

const none = readListQuery(new URLSearchParams());

async function readOne(exchange: Exchange): Promise<{ list: RegistrationList; row: Registrant } | null> {
  const id = exchange.param('registration');
  const list = isId(id) ? await readList(exchange, none) : null;
  if (!list) return null;
  const [row] = await registrantsOf(exchange.ctx.db, { eventId: list.event.id, ids: [id] });
  return row ? { list, row } : null;
}

/** `GET /gestion/agenda/:id/inscriptions/:registration`: one person, to correct, move, let in or cancel. */
export async function showOne(exchange: Exchange): Promise<Response> {
  return onePage(exchange, null);
}

async function onePage(exchange: Exchange, typed: TypedPersonForm | null, status = 200): Promise<Response> {
  const found = await readOne(exchange);
  if (!found) return exchange.notFound();
  const { list, row } = found;
  const { event } = list;
  return exchange.page({
    title: `Inscription : ${row.name}`,
    layout: 'office',
    section: agendaOfficePaths.list,
    status,
    header: {
      title: row.name,
      lead: event.fields.title,
      facts: [
        stateNames[row.state],
        reasonNames[row.stateReason],
        `billet ${row.code}`,
        `le ${formatDateTime(row.createdAt, { zone: exchange.hub.zone })}`,
        row.channel === 'staff' ? `saisi par ${row.typedBy || 'l’équipe'}` : 'par le site',
      ]
        .filter(Boolean)
        .join(' · '),
      trail: [
        { label: 'Agenda', href: agendaOfficePaths.list },
        { label: event.fields.title, href: event.origin?.officePath ?? agendaOfficePaths.event(event.id) },
        { label: 'Inscriptions', href: paths.office(event.id) },
        { label: row.name, href: paths.one(event.id, row.id) },
      ],
      actions: (
        <ButtonLink kind="ghost" href={paths.slip(event.id, row.id)}>
          Reçu à imprimer
        </ButtonLink>
      ),
    },
    content: (
      <>
        <EventTabs actor={exchange.actor} event={event} current="registrations" />
        <Columns
          main={<EditForm {...{ exchange, list, row, typed }} />}
          side={
            isLiving(row.state) ? (
              <>
                {row.state !== 'confirmed' && <LetIn {...{ exchange, list, row }} />}
                {list.dates.length > 1 && list.offer?.scope === 'each' && <Move {...{ exchange, list, row }} />}
                <Cancel {...{ exchange, list, row }} />
              </>
            ) : (
              <Panel title={stateNames[row.state]}>
                <p>
                  {[reasonNames[row.stateReason], row.stateNote].filter(Boolean).join(' : ') ||
                    'Plus rien à faire ici.'}
                </p>
              </Panel>
            )
          }
        />
      </>
    ),
  });
}

function EditForm({
  exchange,
  list: { event, offer },
  row,
  typed,
}: OneProps & { readonly typed: TypedPersonForm | null }): JSX.Element {
  const stored = storedTyped(row);
  const all = typed?.all ?? stored;
  const errors = typed?.errors ?? {};
  const value = (name: string) => all(name)[0];
  const parts = partsOf(offer?.seatKinds ?? []);
  const asked = new Set<string>(offer?.questions.map(({ kind }) => kind));
  return (
    <Form
      action={paths.one(event.id, row.id)}
      label="Corriger l’inscription"
      errors={summaryOf(errors)}
      hidden={{ [formKeyField]: exchange.formKey, version: value('version') || String(row.version) }}
    >
      <TextField name="name" label="Prénom et nom" required value={value('name')} error={errors['name']} />
      <TextField
        name="email"
        label="E-mail"
        type="email"
        hint="Un autre mail reçoit un autre lien ; l’ancien lien ne sert plus."
        value={value('email')}
        error={errors['email']}
      />
      <TextField
        name="phone"
        label="Téléphone"
        type="tel"
        size="medium"
        value={value('phone')}
        error={errors['phone']}
      />
      {!asked.has('organization') && (
        <TextField name="organization" label="Structure" value={value('organization')} error={errors['organization']} />
      )}
      {!asked.has('municipality') && (
        <TextField name="municipality" label="Commune" value={value('municipality')} error={errors['municipality']} />
      )}
      {parts.length > 0 && (
        <Select
          name="seatKind"
          label="Place"
          value={value('seatKind')}
          error={errors['seatKind']}
          choices={parts.map(({ key, label }) => ({ value: key, label }))}
        />
      )}
      <WorkshopFields kinds={offer?.seatKinds ?? []} prefix="" values={all('workshops')} error={errors['workshops']} />
      {offer && offer.prices.length > 0 && (
        <Select
          name="priceKey"
          label="Tarif"
          value={value('priceKey')}
          error={errors['priceKey']}
          choices={offer.prices.map(({ key, label, cents }) => ({
            value: key,
            label: `${label}, ${formatMoney(cents)}`,
          }))}
        />
      )}
      {offer?.questions
        .filter(({ kind }) => kind !== 'phone')
        .map((question) => (
          <QuestionField question={{ ...question, isRequired: false }} prefix="" typed={all} errors={errors} />
        ))}
      <Checkbox name="isMember" label="Adhérent·e" checked={value('isMember') === 'oui'} />
      <TextField
        name="note"
        label="Note de l’équipe"
        hint="Jamais montrée à la personne."
        value={typed ? value('note') : row.stateNote}
        error={errors['note']}
      />
      <SubmitBar label="Enregistrer" cancelHref={paths.office(event.id)} />
    </Form>
  );
}

/** `POST …/:registration`: what is kept of her. */
export async function receiveOne(exchange: Exchange, deps: RegistrationDependencies): Promise<Response> {
  const form = await exchange.form();
  const found = await readOne(exchange);
  if (!found) return exchange.notFound();
  const { list, row } = found;
  const eventId = list.event.id;
  const outcome = await execute(
    exchange.ctx,
    editRegistration(deps),
    {
      eventId,
      id: row.id,
      version: form.values['version'],
      person: personTyped(form, '', list.offer?.questions ?? []),
      note: form.values['note'] ?? '',
    },
    form.key ? { key: form.key } : {},
  );
  if (outcome.ok) return exchange.redirect(paths.office(eventId), { tone: 'success', text: 'C’est enregistré.' });
  if (outcome.reason === 'not_found') return exchange.notFound();
  const fields = Object.entries(outcome.fields).map(([path, text]) => [path.replace('person.', ''), text]);
  const errors = fields.length > 0 ? Object.fromEntries(fields) : { '': refusalText(outcome.reason) };
  // Someone else's version is now the one to start from: sent again, these words take its place.
  const all = (name: string) =>
    name === 'version' && outcome.reason === 'edited_meanwhile' ? [String(row.version)] : form.all(name);
  return onePage(exchange, { all, errors }, 422);
}

/** `POST …/:registration/placer`: a seat out of turn. */
export async function receiveLetIn(exchange: Exchange, deps: RegistrationDependencies): Promise<Response> {
  const form = await exchange.form();
  const found = await readOne(exchange);
  if (!found) return exchange.notFound();
  const wanted = { eventId: found.list.event.id, ids: [found.row.id], reason: form.values['reason'] ?? '' };
  const outcome = await execute(exchange.ctx, letIn(deps), wanted, form.key ? { key: form.key } : {});
  return acted(exchange, found.list.event.id, found.row.id, outcome, 'La place est donnée.');
}

/** `POST …/:registration/deplacer`. */
export async function receiveMove(exchange: Exchange, deps: RegistrationDependencies): Promise<Response> {
  const form = await exchange.form();
  const found = await readOne(exchange);
  if (!found) return exchange.notFound();
  const wanted = { eventId: found.list.event.id, id: found.row.id, occurrenceId: form.values['date'] ?? '' };
  const outcome = await execute(exchange.ctx, moveRegistration(deps), wanted, form.key ? { key: form.key } : {});
  return acted(
    exchange,
    found.list.event.id,
    found.row.id,
    outcome,
    'C’est passé à l’autre date, la personne est prévenue.',
  );
}

function acted(
  exchange: Exchange,
  eventId: string,
  id: string,
  outcome: { ok: true } | { ok: false; reason: RegistrationRefusal; fields: Readonly<Record<string, string>> },
  text: string,
): Response {
  return exchange.redirect(
    paths.one(eventId, id),
    outcome.ok
      ? { tone: 'success', text }
      : { tone: 'danger', text: Object.values(outcome.fields)[0] ?? refusalText(outcome.reason) },
  );
}
