import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatNumber } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { removeRoom, saveRoom } from '../../commands/keep-rooms.ts';
import { officePaths } from '../../paths.ts';
import { readRooms } from '../../queries/stored-programme.ts';
import { refusalText } from '../texts.ts';
import { errorsOf, optionalNumber, type Typed } from '../typed.ts';
import { ActForm } from './act-form.tsx';
import { eventHere, officePage } from './frame.tsx';

/** `GET …/programme/salles`, `?salle=` to change one. */
export async function showRooms(exchange: Exchange): Promise<Response> {
  const event = await eventHere(exchange);
  if (!event) return exchange.notFound();
  const room = (await readRooms(exchange.ctx.db, event.id)).find(({ id }) => id === exchange.query('salle'));
  const values: Record<string, string> = room
    ? { id: room.id, name: room.name, capacity: room.capacity === null ? '' : String(room.capacity), note: room.note }
    : {};
  return roomsPage(exchange, { values, errors: {} });
}

/** `POST …/programme/salles` */
export async function receiveRoom(exchange: Exchange): Promise<Response> {
  const event = await eventHere(exchange);
  if (!event) return exchange.notFound();
  const { values, key } = await exchange.form();
  const { name = '', note = '' } = values;
  const fields = { name, note, capacity: optionalNumber(values['capacity']) };
  const outcome = await execute(
    exchange.ctx,
    saveRoom,
    { eventId: event.id, id: values['id'] || null, fields },
    { key },
  );
  if (!outcome.ok) return roomsPage(exchange, { values, errors: errorsOf(outcome) }, 422);
  return exchange.redirect(officePaths.rooms(event.id), {
    tone: 'success',
    text: `Salle « ${name.trim()} » enregistrée.`,
  });
}

/** `POST …/programme/salles/:room/retirer` */
export async function receiveRoomRemoved(exchange: Exchange): Promise<Response> {
  const { key } = await exchange.form();
  const eventId = exchange.param('id');
  const outcome = await execute(exchange.ctx, removeRoom, { eventId, id: exchange.param('room') }, { key });
  const flash = outcome.ok
    ? ({ tone: 'success', text: 'La salle est retirée.' } as const)
    : ({ tone: 'danger', text: refusalText(outcome.reason) } as const);
  return exchange.redirect(officePaths.rooms(eventId), flash);
}

async function roomsPage(exchange: Exchange, { values, errors }: Typed, status = 200): Promise<Response> {
  const event = await eventHere(exchange);
  if (!event) return exchange.notFound();
  const rooms = await readRooms(exchange.ctx.db, event.id);
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  const isChange = Boolean(values['id']);
  return officePage(exchange, event, {
    title: 'Salles',
    tab: 'rooms',
    status,
    content: (
      <Columns
        main={
          <DataTable
            id="salles"
            caption="Salles"
            quietCaption
            rows={rooms}
            rowId={({ id }) => id}
            rowName={({ name }) => name}
            columns={[
              {
                key: 'name',
                label: 'Salle',
                cell: ({ id, name }) => <a href={`${officePaths.rooms(event.id)}?salle=${id}`}>{name}</a>,
              },
              {
                key: 'capacity',
                label: 'Places',
                numeric: true,
                cell: ({ capacity }) => (capacity === null ? '' : formatNumber(capacity)),
              },
              { key: 'note', label: 'À savoir', cell: ({ note }) => note },
              {
                key: 'act',
                label: 'Retirer',
                cell: ({ id, name }) => (
                  <ActForm
                    exchange={exchange}
                    action={officePaths.removeRoom(event.id, id)}
                    name={`Retirer la salle ${name}`}
                  >
                    Retirer
                  </ActForm>
                ),
              },
            ]}
            empty={<p>Aucune salle encore. Un lieu d’un seul tenant peut s’en passer.</p>}
          />
        }
        side={
          <Panel title={isChange ? 'Changer la salle' : 'Ajouter une salle'}>
            <Form
              action={officePaths.rooms(event.id)}
              label={isChange ? 'Changer la salle' : 'Ajouter une salle'}
              errors={summaryOf(errors)}
              hidden={{ [formKeyField]: exchange.formKey, id: values['id'] ?? '' }}
            >
              <TextField {...field('name')} label="Nom" required />
              <TextField {...field('capacity')} label="Places" type="number" size="short" hint="Vide : non compté." />
              <TextField {...field('note')} label="À savoir" hint="Étage, accès, vidéoprojecteur." />
              <SubmitBar label="Enregistrer" {...(isChange ? { cancelHref: officePaths.rooms(event.id) } : {})} />
            </Form>
          </Panel>
        }
      />
    ),
  });
}
