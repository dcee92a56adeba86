import type { JSX } from 'preact';
import type { StoredEvent } from '#modules/agenda/index.ts';
import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatNumber } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { removeZone, saveZone } from '../../commands/keep-zones.ts';
import { standStateNames } from '../../domain/stand-states.ts';
import { roomLeft } from '../../domain/stand-rules.ts';
import { officePaths } from '../../paths.ts';
import { readStands, readZones, type StoredStand, type StoredZone } from '../../queries/stored-programme.ts';
import { refusalText } from '../texts.ts';
import { errorsOf, numberOf, type Typed } from '../typed.ts';
import { ActForm } from './act-form.tsx';
import { eventHere, officePage } from './frame.tsx';

/** `GET …/programme/stands`: requests first; what is left in each zone; `?zone=` to change one. */
export async function showStands(exchange: Exchange): Promise<Response> {
  const event = await eventHere(exchange);
  if (!event) return exchange.notFound();
  const zone = (await readZones(exchange.ctx.db, event.id)).find(({ id }) => id === exchange.query('zone'));
  const values: Record<string, string> = zone
    ? {
        id: zone.id,
        name: zone.name,
        places: String(zone.places),
        sockets: String(zone.sockets),
        walls: String(zone.walls),
      }
    : {};
  return standsPage(exchange, event, { values, errors: {} });
}

/** `POST …/programme/zones` */
export async function receiveZone(exchange: Exchange): Promise<Response> {
  const event = await eventHere(exchange);
  if (!event) return exchange.notFound();
  const { values, key } = await exchange.form();
  const { name = '' } = values;
  const fields = {
    name,
    places: numberOf(values['places'], 0),
    sockets: numberOf(values['sockets'], 0),
    walls: numberOf(values['walls'], 0),
  };
  const outcome = await execute(
    exchange.ctx,
    saveZone,
    { eventId: event.id, id: values['id'] || null, fields },
    { key },
  );
  if (!outcome.ok) return standsPage(exchange, event, { values, errors: errorsOf(outcome) }, 422);
  return exchange.redirect(officePaths.stands(event.id), {
    tone: 'success',
    text: `Zone « ${name.trim()} » enregistrée.`,
  });
}

/** `POST …/programme/zones/:zone/retirer` */
export async function receiveZoneRemoved(exchange: Exchange): Promise<Response> {
  const { key } = await exchange.form();
  const eventId = exchange.param('id');
  const outcome = await execute(exchange.ctx, removeZone, { eventId, id: exchange.param('zone') }, { key });
  const flash = outcome.ok
    ? ({ tone: 'success', text: 'La zone est retirée.' } as const)
    : ({ tone: 'danger', text: refusalText(outcome.reason) } as const);
  return exchange.redirect(officePaths.stands(eventId), flash);
}

async function standsPage(exchange: Exchange, event: StoredEvent, typed: Typed, status = 200): Promise<Response> {
  const { db } = exchange.ctx;
  const [stands, zones] = await Promise.all([readStands(db, event.id), readZones(db, event.id)]);
  return officePage(exchange, event, {
    title: 'Stands',
    tab: 'stands',
    status,
    actions: (
      <ButtonLink href={officePaths.addStand(event.id)} icon="plus">
        Ajouter un stand
      </ButtonLink>
    ),
    content: (
      <Columns
        main={
          <DataTable
            id="stands"
            caption="Stands"
            quietCaption
            rows={stands}
            rowId={({ id }) => id}
            rowName={({ name }) => name}
            exports={{ csv: officePaths.standsCsv(event.id) }}
            columns={[
              {
                key: 'name',
                label: 'Structure',
                cell: ({ id, name }) => <a href={officePaths.stand(event.id, id)}>{name}</a>,
              },
              { key: 'state', label: 'État', whole: true, cell: ({ state }) => standStateNames[state] },
              { key: 'needs', label: 'Besoins', cell: needsInWords },
              {
                key: 'where',
                label: 'Où',
                cell: ({ zoneId, mark }) =>
                  [zones.find(({ id }) => id === zoneId)?.name, mark].filter(Boolean).join(', '),
              },
            ]}
            empty={
              <EmptyState title="Aucun stand encore">
                <p>Ouvrez les demandes dans les réglages, ou ajoutez les stands que vous connaissez.</p>
              </EmptyState>
            }
          />
        }
        side={
          <>
            {zones.length > 0 && <Zones exchange={exchange} event={event} zones={zones} stands={stands} />}
            <ZoneForm exchange={exchange} event={event} typed={typed} />
          </>
        }
      />
    ),
  });
}

/** « 2 tables, une prise » */
export function needsInWords({ places, tables, chairs, needsSocket, needsWall }: StoredStand): string {
  return [
    places > 1 ? `${places} emplacements` : '',
    tables > 0 ? `${tables} table${tables > 1 ? 's' : ''}` : '',
    chairs > 0 ? `${chairs} chaise${chairs > 1 ? 's' : ''}` : '',
    needsSocket ? 'une prise' : '',
    needsWall ? 'un mur' : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function Zones({
  exchange,
  event,
  zones,
  stands,
}: {
  readonly exchange: Exchange;
  readonly event: StoredEvent;
  readonly zones: readonly StoredZone[];
  readonly stands: readonly StoredStand[];
}): JSX.Element {
  return (
    <Panel title="Ce qui reste">
      <ul class="zone-room">
        {zones.map((zone) => {
          const left = roomLeft(
            zone,
            stands.filter(({ zoneId, state }) => zoneId === zone.id && state === 'accepted'),
          );
          return (
            <li>
              <p>
                <a href={`${officePaths.stands(event.id)}?zone=${zone.id}`}>{zone.name}</a>
                <br />
                <span class="facts">
                  {formatNumber(left.places)} emplacement{left.places > 1 ? 's' : ''} sur {formatNumber(zone.places)} ·{' '}
                  {formatNumber(left.sockets)} prise{left.sockets > 1 ? 's' : ''} · {formatNumber(left.walls)} mur
                  {left.walls > 1 ? 's' : ''}
                </span>
              </p>
              <ActForm
                exchange={exchange}
                action={officePaths.removeZone(event.id, zone.id)}
                name={`Retirer la zone ${zone.name}`}
              >
                Retirer
              </ActForm>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

function ZoneForm({
  exchange,
  event,
  typed: { values, errors },
}: {
  readonly exchange: Exchange;
  readonly event: StoredEvent;
  readonly typed: Typed;
}): JSX.Element {
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  const title = values['id'] ? 'Changer la zone' : 'Ajouter une zone';
  return (
    <Panel title={title}>
      <Form
        action={officePaths.zones(event.id)}
        label={title}
        errors={summaryOf(errors)}
        hidden={{ [formKeyField]: exchange.formKey, id: values['id'] ?? '' }}
      >
        <TextField {...field('name')} label="Nom" hint="Halle, préau, salle 2." required />
        <TextField {...field('places')} label="Emplacements" type="number" size="short" required />
        <TextField {...field('sockets')} label="Prises" type="number" size="short" />
        <TextField {...field('walls')} label="Places le long d’un mur" type="number" size="short" />
        <SubmitBar label="Enregistrer" {...(values['id'] ? { cancelHref: officePaths.stands(event.id) } : {})} />
      </Form>
    </Panel>
  );
}
