import type { JSX } from 'preact';
import { eventTabs, agendaOfficePaths, whenInWords } from '#modules/agenda/index.ts';
import { foldForSearch, formatMoney, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar } from '#ui/components/filter-bar.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { SearchField } from '#ui/fields/search-field.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { summaryOf, type FieldErrors } from '#modules/hub/index.ts';
import { seatsInWords } from '../../domain/workshops.ts';
import type { AttendanceMark } from '../../domain/registration-states.ts';
import { paths } from '../../paths.ts';
import { expectedAt, readDoor, type Door, type Expected } from '../queries/door.ts';
import { dayPaths, ofDate } from '../paths.ts';

/** What was typed of someone who came unexpected, and refused. */
export interface TypedWalkIn {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

const nothingTyped: TypedWalkIn = { values: {}, errors: {} };

/** The date that the address asks for. */
export async function doorAsked(exchange: Exchange): Promise<Door | null> {
  const eventId = exchange.param('id');
  const date = exchange.query('date');
  if (!isId(eventId) || (date !== '' && !isId(date))) return null;
  return readDoor(exchange.ctx, { eventId, occurrenceId: date || undefined });
}

/** `GET /gestion/agenda/:id/emargement`: who is expected, one tap a person, on a phone at the door. */
export async function showDoor(exchange: Exchange): Promise<Response> {
  return doorPage(exchange, nothingTyped);
}

export async function doorPage(exchange: Exchange, typed: TypedWalkIn, status = 200): Promise<Response> {
  const door = await doorAsked(exchange);
  if (!door) return exchange.notFound();
  const { date } = door;
  const people = await expectedAt(exchange.ctx, door);
  const wanted = exchange.query('q').trim().slice(0, 100);
  const shown = people.filter((one) => answers(one, wanted));
  const { eventId } = date;
  const tabs = await eventTabs(exchange.ctx, eventId, 'registrations');
  const response = await exchange.page({
    title: `Émargement : ${date.title}`,
    layout: 'office',
    section: agendaOfficePaths.list,
    status,
    header: {
      title: 'Émargement',
      lead: `${date.title}, ${whenInWords(date, { today: exchange.ctx.clock.now().toZonedDateTimeISO(exchange.hub.zone).toPlainDate(), zone: exchange.hub.zone })}`,
      trail: [
        { label: 'Agenda', href: agendaOfficePaths.list },
        { label: date.title, href: agendaOfficePaths.event(eventId) },
        { label: 'Inscriptions', href: paths.office(eventId) },
        { label: 'Émargement', href: ofDate(dayPaths.door(eventId), date.id) },
      ],
      actions: (
        <ButtonLink kind="ghost" icon="download" href={ofDate(dayPaths.badges(eventId), date.id)}>
          Badges (PDF)
        </ButtonLink>
      ),
    },
    content: (
      <>
        {tabs}
        <es-check-in
          data-sync={ofDate(dayPaths.doorSync(eventId), date.id)}
          data-state={ofDate(dayPaths.doorState(eventId), date.id)}
          data-date={date.id}
        >
          <DateChoice exchange={exchange} door={door} />
          <p class="check-in-counts" data-counts aria-live="polite">
            {countsInWords(people)}
          </p>
          <p class="check-in-network" data-network role="status" hidden />
          <FilterBar action={dayPaths.door(eventId)} label="Chercher une personne" submit="Chercher">
            <SearchField name="q" label="Un nom, une structure, un billet" value={wanted} />
            <input type="hidden" name="date" value={date.id} />
          </FilterBar>
          <p class="actions" data-scan hidden>
            <Button type="button" kind="ghost">
              Scanner un billet
            </Button>
          </p>
          {people.length === 0 ? (
            <EmptyState title="Personne n’est attendu">
              <p>
                Les personnes inscrites à cette date arrivent ici. Vous pouvez ajouter celles qui viennent sans
                prévenir.
              </p>
            </EmptyState>
          ) : (
            <ul class="check-in-list" data-list>
              {shown.map((one) => (
                <Person exchange={exchange} door={door} expected={one} />
              ))}
            </ul>
          )}
          {people.length > 0 && shown.length === 0 && <p>Personne ne répond à « {wanted} » parmi les inscrits.</p>}
          <WalkIn exchange={exchange} door={door} typed={typed} />
        </es-check-in>
      </>
    ),
  });
  // This page alone may ask for the camera, to read tickets.
  const policy = exchange.http.get('commonHeaders')['permissions-policy'] ?? '';
  response.headers.set('permissions-policy', policy.replace('camera=()', 'camera=(self)'));
  return response;
}

function answers({ registrant }: Expected, wanted: string): boolean {
  if (wanted === '') return true;
  const words = foldForSearch(wanted).split(' ');
  const text = foldForSearch(`${registrant.name} ${registrant.organizationName} ${registrant.code}`);
  return words.every((word) => text.includes(word));
}

export function countsInWords(people: readonly Expected[]): string {
  const present = people.filter((one) => one.mark === 'present').length;
  return `${present} / ${plural(people.length, 'personne présente', 'personnes présentes')}`;
}

function DateChoice({ exchange, door }: { readonly exchange: Exchange; readonly door: Door }): JSX.Element | null {
  if (door.dates.length < 2) return null;
  const { zone } = exchange.hub;
  const today = exchange.ctx.clock.now().toZonedDateTimeISO(zone).toPlainDate();
  return (
    <FilterBar action={dayPaths.door(door.date.eventId)} label="Choisir une date" submit="Voir cette date" auto>
      <Select
        name="date"
        id="choix-date"
        label="Date"
        value={door.date.id}
        choices={door.dates.map((date) => ({ value: date.id, label: whenInWords(date, { today, zone }) }))}
      />
    </FilterBar>
  );
}

const acts: readonly { mark: AttendanceMark; label: string; done: string }[] = [
  { mark: 'present', label: 'Présent·e', done: 'Présent·e' },
  { mark: 'excused', label: 'Excusé·e', done: 'Excusé·e' },
  { mark: 'absent', label: 'Absent·e', done: 'Absent·e' },
];

/** One person: the whole row is for her name, one large button says that she is there; again, that she is not. */
function Person({
  exchange,
  door,
  expected: { registrant, mark, left },
}: {
  readonly exchange: Exchange;
  readonly door: Door;
  readonly expected: Expected;
}): JSX.Element {
  const facts = [registrant.organizationName, seatsInWords(door.offer.seatKinds, registrant), registrant.code];
  return (
    <li
      data-person={registrant.id}
      data-mark={mark ?? ''}
      data-code={registrant.code}
      data-text={foldForSearch(`${registrant.name} ${registrant.organizationName} ${registrant.code}`)}
    >
      <form method="post" action={ofDate(dayPaths.door(door.date.eventId), door.date.id)}>
        <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
        <input type="hidden" name="id" value={registrant.id} />
        <p class="check-in-name">
          <b>{registrant.name}</b>
          <span class="facts">{facts.filter(Boolean).join(' · ')}</span>
          {left > 0 && <span class="late">reste {formatMoney(left)}</span>}
        </p>
        <div class="check-in-acts">
          {acts.map(({ mark: act, label }) => (
            <button
              type="submit"
              class={act === 'present' ? 'button ghost' : 'button quiet small'}
              name="mark"
              value={mark === act ? '' : act}
              data-act={act}
              aria-pressed={mark === act ? 'true' : 'false'}
              aria-label={`${label} : ${registrant.name}`}
            >
              {label}
            </button>
          ))}
        </div>
      </form>
    </li>
  );
}

function WalkIn({
  exchange,
  door,
  typed: { values, errors },
}: {
  readonly exchange: Exchange;
  readonly door: Door;
  readonly typed: TypedWalkIn;
}): JSX.Element {
  const isRefused = Object.keys(errors).length > 0;
  return (
    <details class="more-fields" open={isRefused} data-walk-in>
      <summary>Quelqu’un vient sans s’être inscrit</summary>
      <Form
        action={ofDate(dayPaths.walkIn(door.date.eventId), door.date.id)}
        label="Ajouter une personne venue sans inscription"
        errors={summaryOf(errors)}
        hidden={{ [formKeyField]: exchange.ctx.newId() }}
      >
        <TextField name="name" label="Prénom et nom" required value={values['name']} error={errors['name']} />
        <TextField
          name="organization"
          label="Structure"
          value={values['organization']}
          error={errors['organization']}
        />
        <TextField name="municipality" label="Commune" value={values['municipality']} error={errors['municipality']} />
        {(isRefused || door.offer.capacity !== null) && (
          <Checkbox
            name="isOver"
            label="Faire entrer même si toutes les places sont prises"
            checked={values['isOver'] === 'oui'}
            error={errors['isOver']}
          />
        )}
        <SubmitBar label="Ajouter et noter présent·e" />
      </Form>
    </details>
  );
}
