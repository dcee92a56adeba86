import type { JSX } from 'preact';
import { capitalised, formatDate, formatTime, formatTimeRange } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { FieldRow, Form } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { formKeyField } from '#platform/http/sent-form.ts';
import { execute } from '#platform/command/execute.ts';
import { moveProgramme } from '../../commands/move-programme.ts';
import { slotKindFacts } from '../../domain/slot-kinds.ts';
import { slotWarnings, type SlotWarning } from '../../domain/slot-rules.ts';
import { officePaths, programmePdfPath } from '../../paths.ts';
import { eventDays } from '../../queries/event-days.ts';
import {
  readProgramme,
  readRooms,
  readSlots,
  type StoredRoom,
  type StoredSlot,
} from '../../queries/stored-programme.ts';
import { refusalText } from '../texts.ts';
import { numberOf } from '../typed.ts';
import { eventHere, officePage } from './frame.tsx';

/** `GET /gestion/agenda/:id/programme`: the grid by room, and what deserves a look. */
export async function showOfficeProgramme(exchange: Exchange): Promise<Response> {
  const event = await eventHere(exchange);
  if (!event) return exchange.notFound();
  const { db } = exchange.ctx;
  const [programme, rooms, slots, days] = await Promise.all([
    readProgramme(db, event.id),
    readRooms(db, event.id),
    readSlots(db, event.id),
    eventDays(db, event.id),
  ]);
  const warnings = slotWarnings(slots, days);
  return officePage(exchange, event, {
    title: 'Programme',
    tab: 'programme',
    lead: programme?.isPublished
      ? 'Le programme est public.'
      : 'Le programme n’est vu que de l’équipe : publiez-le dans les réglages quand il tient.',
    actions: (
      <>
        <ButtonLink href={officePaths.addSlot(event.id)} icon="plus">
          Ajouter un créneau
        </ButtonLink>
        {slots.length > 0 && (
          <ButtonLink href={officePaths.grid(event.id)} kind="ghost" icon="download">
            Imprimer la grille
          </ButtonLink>
        )}
      </>
    ),
    content:
      slots.length === 0 ? (
        <EmptyState
          title="Rien n’est encore prévu"
          actions={
            <>
              <ButtonLink href={officePaths.rooms(event.id)} kind="ghost">
                Nommer les salles
              </ButtonLink>{' '}
              <ButtonLink href={officePaths.addSlot(event.id)}>Ajouter un créneau</ButtonLink>
            </>
          }
        >
          <p>Commencez par les salles, puis posez-y les ateliers, les paroles courtes et les pauses.</p>
        </EmptyState>
      ) : (
        <>
          {warnings.length > 0 && <Warnings warnings={warnings} />}
          <Grids eventId={event.id} rooms={rooms} slots={slots} />
          <p class="exports">
            <a href={officePaths.slotsCsv(event.id)} download>
              Télécharger les créneaux (CSV)
            </a>{' '}
            · <a href={programmePdfPath(event.slug)}>Programme à distribuer (PDF)</a>
          </p>
          <MovePanel exchange={exchange} eventId={event.id} />
        </>
      ),
  });
}

function Warnings({ warnings }: { readonly warnings: readonly SlotWarning[] }): JSX.Element {
  return (
    <Notice state="warning" title="À regarder">
      <ul>
        {warnings.map((warning) => (
          <li>{warningText(warning)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function warningText(warning: SlotWarning): string {
  if (warning.kind === 'outside')
    return `« ${warning.slot.title} » est le ${formatDate(warning.slot.starts, { weekday: true })}, où le rendez-vous n’a pas lieu.`;
  if (warning.kind === 'during_pause') return `« ${warning.slot.title} » déborde sur « ${warning.pause.title} ».`;
  return `${warning.name} enchaîne « ${warning.from.title} » puis « ${warning.to.title} » dans une autre salle, sans une minute pour changer.`;
}

interface GridProps {
  readonly eventId: string;
  readonly rooms: readonly StoredRoom[];
  readonly slots: readonly StoredSlot[];
}

/** A table a day: hours down, rooms across, what is everywhere on the whole line. */
function Grids({ eventId, rooms, slots }: GridProps): JSX.Element {
  const days = Map.groupBy(slots, ({ starts }) => starts.toPlainDate().toString());
  return (
    <>
      {[...days].map(([day, ofDay]) => (
        <Grid
          eventId={eventId}
          rooms={rooms}
          slots={ofDay}
          title={capitalised(formatDate(Temporal.PlainDate.from(day), { weekday: true }))}
        />
      ))}
    </>
  );
}

function Grid({ eventId, rooms, slots, title }: GridProps & { readonly title: string }): JSX.Element {
  const hours = Map.groupBy(slots, ({ starts }) => formatTime(starts));
  return (
    <div class="table-frame">
      <table class="data-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">Heure</th>
            {rooms.map(({ name, capacity }) => (
              <th scope="col">
                {name}
                {capacity !== null && <span class="facts"> {capacity} places</span>}
              </th>
            ))}
            <th scope="col">Partout</th>
          </tr>
        </thead>
        <tbody>
          {[...hours].map(([hour, together]) => (
            <tr>
              <th scope="row">{hour}</th>
              {[...rooms.map(({ id, name }) => ({ id, name })), { id: null, name: 'Partout' }].map((room) => (
                <td data-label={room.name}>
                  {together
                    .filter(({ roomId }) => roomId === room.id)
                    .map((slot) => (
                      <SlotCell eventId={eventId} slot={slot} />
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SlotCell({ eventId, slot }: { readonly eventId: string; readonly slot: StoredSlot }): JSX.Element {
  return (
    <p>
      <a href={officePaths.slot(eventId, slot.id)}>{slot.title}</a>
      <br />
      <span class="facts">
        {slotKindFacts[slot.kind].label} · <span class="nowrap">{formatTimeRange(slot.starts, slot.ends)}</span>
        {slot.speakers.length > 0 && ` · ${slot.speakers.map(({ name }) => name).join(', ')}`}
      </span>
    </p>
  );
}

function MovePanel({ exchange, eventId }: { readonly exchange: Exchange; readonly eventId: string }): JSX.Element {
  return (
    <Panel title="Décaler toute la journée">
      <p>Créneaux et bénévoles ensemble, quand le rendez-vous change de jour ou d’heure.</p>
      <Form
        action={officePaths.move(eventId)}
        label="Décaler toute la journée"
        hidden={{ [formKeyField]: exchange.formKey }}
      >
        <FieldRow>
          <TextField name="days" label="Jours" type="number" size="short" value="0" />
          <TextField name="minutes" label="Minutes" type="number" size="short" value="0" />
        </FieldRow>
        <Button kind="ghost">Décaler</Button>
      </Form>
    </Panel>
  );
}

/** `POST /gestion/agenda/:id/programme/decaler` */
export async function receiveMove(exchange: Exchange): Promise<Response> {
  const { values, key } = await exchange.form();
  const eventId = exchange.param('id');
  const input = { eventId, days: numberOf(values['days'], 0), minutes: numberOf(values['minutes'], 0) };
  const outcome = await execute(exchange.ctx, moveProgramme, input, { key });
  const flash = outcome.ok
    ? ({ tone: 'success', text: 'La journée est décalée.' } as const)
    : ({ tone: 'danger', text: refusalText(outcome.reason) } as const);
  return exchange.redirect(officePaths.programme(eventId), flash);
}
