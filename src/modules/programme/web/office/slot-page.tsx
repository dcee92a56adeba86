import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import type { StoredEvent } from '#modules/agenda/index.ts';
import { execute } from '#platform/command/execute.ts';
import { capitalised, formatDate } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { removeSlot, saveSlot } from '../../commands/save-slot.ts';
import { isSlotKind, slotKindFacts, slotKinds } from '../../domain/slot-kinds.ts';
import { writeSpeakers } from '../../domain/speakers-text.ts';
import { officePaths } from '../../paths.ts';
import { eventDays } from '../../queries/event-days.ts';
import { readRooms, readSlots, type StoredSlot } from '../../queries/stored-programme.ts';
import { refusalText } from '../texts.ts';
import { errorsOf, optionalNumber, type Typed } from '../typed.ts';
import { eventHere, officePage } from './frame.tsx';

/** `GET …/programme/creneaux/ajouter` and `…/creneaux/:slot` */
export async function showSlot(exchange: Exchange): Promise<Response> {
  const found = await slotHere(exchange);
  if (!found) return exchange.notFound();
  const { event, slot } = found;
  const values = slot ? valuesOf(slot) : await newValues(exchange, event);
  return slotPage(exchange, found, { values, errors: {} });
}

/** `POST` to the same. */
export async function receiveSlot(exchange: Exchange): Promise<Response> {
  const found = await slotHere(exchange);
  if (!found) return exchange.notFound();
  const { event, slot } = found;
  const { values, key } = await exchange.form();
  const { kind = '', title = '', brief = '', day = '', from = '', to = '', speakers = '' } = values;
  const outcome = await execute(
    exchange.ctx,
    saveSlot,
    {
      eventId: event.id,
      id: slot?.id ?? null,
      version: slot ? Number(values['version']) || 1 : null,
      fields: {
        kind: isSlotKind(kind) ? kind : 'other',
        title,
        brief,
        roomId: values['roomId'] || null,
        when: { day, from, to: to || from },
        capacity: optionalNumber(values['capacity']),
        speakers,
      },
    },
    { key },
  );
  if (!outcome.ok) return slotPage(exchange, found, { values, errors: errorsOf(outcome) }, 422);
  const flash = { tone: 'success', text: `« ${title.trim()} » est au programme.` } as const;
  if (values['next'] !== 'oui') return exchange.redirect(officePaths.programme(event.id), flash);
  const again = new URLSearchParams({ jour: day, heure: to, salle: values['roomId'] ?? '', type: kind });
  return exchange.redirect(`${officePaths.addSlot(event.id)}?${again.toString()}`, flash);
}

/** `POST …/creneaux/:slot/retirer` */
export async function receiveSlotRemoved(exchange: Exchange): Promise<Response> {
  const { key } = await exchange.form();
  const eventId = exchange.param('id');
  const outcome = await execute(exchange.ctx, removeSlot, { eventId, id: exchange.param('slot') }, { key });
  const flash = outcome.ok
    ? ({ tone: 'success', text: 'Le créneau est retiré du programme.' } as const)
    : ({ tone: 'danger', text: refusalText(outcome.reason) } as const);
  return exchange.redirect(officePaths.programme(eventId), flash);
}

interface SlotHere {
  event: StoredEvent;
  slot: StoredSlot | null;
}

async function slotHere(exchange: Exchange): Promise<SlotHere | null> {
  const event = await eventHere(exchange);
  if (!event) return null;
  const id = exchange.param('slot');
  if (!id) return { event, slot: null };
  const slot = (await readSlots(exchange.ctx.db, event.id)).find((one) => one.id === id);
  return slot ? { event, slot } : null;
}

function valuesOf(slot: StoredSlot): Record<string, string> {
  return {
    version: String(slot.version),
    kind: slot.kind,
    title: slot.title,
    brief: slot.brief,
    roomId: slot.roomId ?? '',
    day: slot.starts.toPlainDate().toString(),
    from: slot.starts.toPlainTime().toString({ smallestUnit: 'minute' }),
    to: slot.ends.toPlainTime().toString({ smallestUnit: 'minute' }),
    capacity: slot.capacity === null ? '' : String(slot.capacity),
    speakers: writeSpeakers(slot.speakers),
  };
}

/** After the one just written, in the same room, as long as such a moment usually lasts. */
async function newValues({ ctx, query }: Exchange, event: StoredEvent): Promise<Record<string, string>> {
  const [first] = await eventDays(ctx.db, event.id);
  const kind = isSlotKind(query('type')) ? query('type') : 'talk';
  const from = /^\d\d:\d\d$/.test(query('heure')) ? query('heure') : (event.fields.startsAt ?? '09:00');
  const minutes = isSlotKind(kind) ? slotKindFacts[kind].minutes : 30;
  const to = Temporal.PlainTime.from(from).add({ minutes }).toString({ smallestUnit: 'minute' });
  return { kind, day: query('jour') || (first?.toString() ?? ''), from, to, roomId: query('salle') };
}

async function slotPage(
  exchange: Exchange,
  { event, slot }: SlotHere,
  { values, errors }: Typed,
  status = 200,
): Promise<Response> {
  const [rooms, days] = await Promise.all([readRooms(exchange.ctx.db, event.id), eventDays(exchange.ctx.db, event.id)]);
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  return officePage(exchange, event, {
    title: slot ? slot.title : 'Ajouter un créneau',
    tab: null,
    status,
    content: (
      <>
        <Form
          action={slot ? officePaths.slot(event.id, slot.id) : officePaths.addSlot(event.id)}
          label="Créneau"
          errors={summaryOf(errors)}
          hidden={{ [formKeyField]: exchange.formKey, version: values['version'] ?? '' }}
        >
          <TextField {...field('title')} label="Titre" required maxlength={160} />
          <Select
            {...field('kind')}
            label="Type"
            choices={slotKinds.map((kind) => ({ value: kind, label: slotKindFacts[kind].label }))}
          />
          {days.length > 0 && days.length <= 14 ? (
            <Select
              {...field('day')}
              label="Jour"
              choices={days.map((day) => ({
                value: day.toString(),
                label: capitalised(formatDate(day, { weekday: true })),
              }))}
            />
          ) : (
            <DateField {...field('day')} label="Jour" />
          )}
          <FieldRow>
            <TextField {...field('from')} label="De" type="time" size="short" required />
            <TextField {...field('to')} label="À" type="time" size="short" required />
          </FieldRow>
          <Select
            {...field('roomId')}
            label="Salle"
            placeholder="Partout (accueil, pause, repas)"
            choices={rooms.map(({ id, name, capacity }) => ({
              value: id,
              label: capacity === null ? name : `${name} (${capacity} places)`,
            }))}
          />
          <TextField
            {...field('capacity')}
            label="Places annoncées"
            hint="Vide : autant que la salle en contient."
            type="number"
            size="short"
          />
          <TextArea {...field('speakers')} label="Avec" hint="Une personne par ligne : nom, structure." rows={4} />
          <TextArea {...field('brief')} label="En quelques mots" rows={3} limit={600} />
          <SubmitBar label="Enregistrer" cancelHref={officePaths.programme(event.id)}>
            {!slot && (
              <Button kind="ghost" name="next" value="oui">
                Enregistrer et ajouter le suivant
              </Button>
            )}
          </SubmitBar>
        </Form>
        {slot && <Remove exchange={exchange} event={event} slot={slot} />}
      </>
    ),
  });
}

function Remove({
  exchange,
  event,
  slot,
}: {
  readonly exchange: Exchange;
  readonly event: StoredEvent;
  readonly slot: StoredSlot;
}): JSX.Element {
  return (
    <Form
      action={officePaths.removeSlot(event.id, slot.id)}
      label="Retirer le créneau"
      hidden={{ [formKeyField]: exchange.ctx.newId() }}
    >
      <Button kind="quiet" icon="trash">
        Retirer du programme
      </Button>
    </Form>
  );
}
