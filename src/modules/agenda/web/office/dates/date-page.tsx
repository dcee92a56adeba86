import { capitalised, formatDate } from '#platform/french/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Combobox } from '#ui/fields/combobox.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { FieldRow, Form } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { changeDate } from '../../../commands/series/change-date.ts';
import { partsOfSeries } from '../../../commands/series/parts-of-series.ts';
import { stopSeries } from '../../../commands/series/stop-series.ts';
import { whenInWords } from '../../../domain/when-in-words.ts';
import { officePaths } from '../../../paths.ts';
import { mayRunAgenda } from '../../../policy.ts';
import { occurrencesOf, type EventOccurrence } from '../../../queries/occurrences-of.ts';
import { venueChoices, venueNamed, venueOf, venueWords } from '../../../queries/office/venue-choices.ts';
import type { StoredEvent } from '../../../queries/stored-event.ts';
import { refusalText } from '../../texts.ts';
import { editedEvent } from '../editor/editor-page.tsx';
import { formErrors } from '../editor/form-errors.ts';
import { EventTabs } from '../event-tabs.tsx';

type Values = Readonly<Record<string, string>>;

/** `GET /gestion/agenda/:id/dates/:date`: one date of an event, to change alone or with those after it. */
export async function showDate(exchange: Exchange): Promise<Response> {
  const found = await dateOfAddress(exchange);
  if (!found) return exchange.notFound();
  return datePage(exchange, found, await valuesOf(exchange, found), {});
}

/** `POST /gestion/agenda/:id/dates/:date` */
export async function receiveDate(exchange: Exchange): Promise<Response> {
  const found = await dateOfAddress(exchange);
  if (!found) return exchange.notFound();
  const { event, date } = found;
  const { values, key } = await exchange.form();
  const subject = { id: event.id, version: Number(values['version']) || 0, occurrenceId: date.id };
  const text = (name: string): string => (values[name] ?? '').trim();
  const act = values['act'] ?? 'keep';
  if (act === 'stop') {
    const outcome = await execute(exchange.ctx, stopSeries, subject, { key });
    return outcome.ok
      ? exchange.redirect(officePaths.dates(event.id), { tone: 'success', text: 'La série s’arrête avant cette date.' })
      : datePage(exchange, found, values, { '': refusalText(outcome.reason) });
  }
  const venue = text('venue') === '' ? null : await placeNamed(exchange, date, text('venue'));
  if (venue === 'unknown')
    return datePage(exchange, found, values, { venue: 'Ce lieu n’est pas connu : choisissez dans la liste.' });
  const outcome = await execute(
    exchange.ctx,
    changeDate,
    {
      ...subject,
      when: {
        startsOn: text('startsOn'),
        startsAt: text('startsAt') || null,
        endsOn: text('endsOn') || null,
        endsAt: text('endsAt') || null,
      },
      isCancelled: act === 'cancel' || (act === 'keep' && date.isCancelled),
      title: text('title'),
      note: text('note'),
      venueId: venue,
    },
    { key },
  );
  if (!outcome.ok) {
    const named = formErrors(outcome.fields);
    return datePage(
      exchange,
      found,
      values,
      Object.keys(named).length > 0 ? named : { '': refusalText(outcome.reason) },
    );
  }
  return exchange.redirect(officePaths.dates(event.id), {
    tone: 'success',
    text: said[outcome.value.change ?? 'changed'],
  });
}

const said = {
  moved: 'Cette date est déplacée. Les personnes inscrites sont prévenues.',
  cancelled: 'Cette date est annulée. Les personnes inscrites sont prévenues.',
  restored: 'Cette date est rétablie.',
  place: 'Cette date change de lieu. Les personnes inscrites sont prévenues.',
  changed: 'C’est enregistré.',
} as const;

interface Found {
  event: StoredEvent;
  date: EventOccurrence;
}

async function dateOfAddress(exchange: Exchange): Promise<Found | null> {
  const event = await editedEvent(exchange);
  const id = exchange.param('date');
  if (!event || event.origin || !isId(id)) return null;
  const [date] = await occurrencesOf(exchange.ctx.db, { occurrenceIds: [id] });
  return date?.eventId === event.id && !date.isLeftover ? { event, date } : null;
}

async function placeNamed(exchange: Exchange, date: EventOccurrence, words: string): Promise<string | 'unknown'> {
  const kept = date.venueId === null ? null : await venueOf(exchange.ctx.db, date.venueId);
  if (kept && (venueWords(kept) === words || kept.name === words)) return kept.id;
  const found = await venueNamed(exchange.ctx.db, words);
  return found === null || found === 'many' ? 'unknown' : found.id;
}

async function valuesOf({ ctx }: Exchange, { event, date }: Found): Promise<Values> {
  const [from, to] = [date.startsAt, date.endsAt].map((at) => at.toZonedDateTimeISO(event.zone));
  const time = (at: Temporal.ZonedDateTime | undefined) => at?.toPlainTime().toString({ smallestUnit: 'minute' }) ?? '';
  const venue = date.venueId === null ? null : await venueOf(ctx.db, date.venueId);
  const isLong = date.isAllDay ? !date.startsOn.equals(date.lastOn) : !date.startsOn.equals(date.lastOn) && date.hasEnd;
  return {
    version: String(event.version),
    startsOn: date.startsOn.toString(),
    startsAt: date.isAllDay ? '' : time(from),
    endsAt: date.isAllDay || !date.hasEnd ? '' : time(to),
    endsOn: isLong ? (date.isAllDay ? date.lastOn : to!.toPlainDate()).toString() : '',
    title: date.title === event.fields.title ? '' : date.title,
    note: date.note,
    venue: venue ? venueWords(venue) : '',
  };
}

async function datePage(
  exchange: Exchange,
  { event, date }: Found,
  values: Values,
  errors: Readonly<Record<string, string>>,
): Promise<Response> {
  const { ctx } = exchange;
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const venues = await venueChoices(ctx.db, { publicOnly: !mayRunAgenda(exchange.actor) });
  const field = (name: string) => ({ name, value: values[name] ?? '', error: errors[name] });
  const canSplit = partsOfSeries(event, date.originalLocal) !== null;
  const hidden = { [formKeyField]: exchange.formKey, version: String(values['version'] ?? event.version) };
  return exchange.page({
    title: capitalised(formatDate(date.startsOn, { weekday: true })),
    layout: 'office',
    section: officePaths.list,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    header: {
      facts: `${event.fields.title} · ${whenInWords(date, { today })}`,
      trail: [
        { label: 'Agenda', href: officePaths.list },
        { label: event.fields.title, href: officePaths.event(event.id) },
        { label: 'Ses dates', href: officePaths.dates(event.id) },
      ],
    },
    content: (
      <>
        <EventTabs actor={exchange.actor} event={event} current="dates" />
        {date.isCancelled && <Notice state="warning" title="Cette date est annulée" />}
        <Form
          action={officePaths.date(event.id, date.id)}
          label="Cette date seulement"
          hidden={hidden}
          errors={Object.entries(errors).map(([name, message]) => (name ? { field: name, message } : { message }))}
        >
          <button class="visually-hidden" name="act" value="keep" tabindex={-1} aria-hidden="true" />
          <h2>Cette date seulement</h2>
          <FieldRow>
            <DateField {...field('startsOn')} label="Jour" required />
            <TextField {...field('startsAt')} label="De" type="time" />
            <TextField {...field('endsAt')} label="À" type="time" />
          </FieldRow>
          {(values['endsOn'] || errors['endsOn']) && <DateField {...field('endsOn')} label="Dernier jour" />}
          <Combobox {...field('venue')} label="Lieu" options={venues.map(venueWords)} />
          <TextField {...field('title')} label="Titre de cette date" hint="Vide : celui de la série." maxlength={200} />
          <TextField
            {...field('note')}
            label="Un mot pour cette date"
            hint="Affiché avec elle : « Ce mois-ci, on apporte son goûter »."
            maxlength={280}
          />
          <div class="submit-bar">
            <Button name="act" value="keep">
              Enregistrer cette date
            </Button>
            {date.isCancelled ? (
              <Button kind="ghost" name="act" value="restore" icon="undo">
                Rétablir cette date
              </Button>
            ) : (
              <Button kind="danger" name="act" value="cancel">
                Annuler cette date
              </Button>
            )}
            <ButtonLink kind="quiet" href={officePaths.dates(event.id)}>
              Abandonner
            </ButtonLink>
          </div>
        </Form>
        {canSplit && (
          <Panel title="Cette date et les suivantes">
            <p>
              Elles deviennent un rendez-vous à part, avec leurs inscriptions ; celles d’avant ne changent pas. Pour
              toutes, passez par <a href={officePaths.event(event.id)}>la fiche du rendez-vous</a>.
            </p>
            <Form action={officePaths.date(event.id, date.id)} hidden={hidden} label="Cette date et les suivantes">
              <p class="actions">
                <ButtonLink kind="ghost" href={`${officePaths.event(event.id)}?des=${date.id}`}>
                  Changer celle-ci et les suivantes
                </ButtonLink>
                <Button kind="quiet" name="act" value="stop">
                  Arrêter la série avant cette date
                </Button>
              </p>
            </Form>
          </Panel>
        )}
      </>
    ),
  });
}
