import { paperIdentity } from '#modules/hub/index.ts';
import { send } from '#platform/http/download.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { sendPdf } from '#platform/pdf/index.ts';
import { csvContentType, csvStream, type ExportColumn } from '#platform/spreadsheet-export/index.ts';
import { slotKindFacts } from '../../domain/slot-kinds.ts';
import { standStateNames } from '../../domain/stand-states.ts';
import { writeSpeakers } from '../../domain/speakers-text.ts';
import type { ProgrammeDependencies } from '../../ports.ts';
import { drawGrid, drawShifts } from '../../print/grid.ts';
import {
  readRooms,
  readShifts,
  readSlots,
  readStands,
  readVolunteers,
  readZones,
} from '../../queries/stored-programme.ts';
import { eventHere } from './frame.tsx';

const local = (at: Temporal.PlainDateTime): string => at.toString({ smallestUnit: 'minute' }).replace('T', ' ');

function sendCsv<Row>(
  exchange: Exchange,
  columns: readonly ExportColumn<Row>[],
  rows: Iterable<Row>,
  name: string,
): Response {
  return send(exchange, csvStream(columns, rows), csvContentType, `${name}.csv`);
}

/** `GET …/programme/creneaux.csv` */
export async function sendSlots(exchange: Exchange): Promise<Response> {
  const event = await eventHere(exchange);
  if (!event) return exchange.notFound();
  const [slots, rooms] = await Promise.all([
    readSlots(exchange.ctx.db, event.id),
    readRooms(exchange.ctx.db, event.id),
  ]);
  const names = new Map(rooms.map(({ id, name }) => [id, name]));
  return sendCsv(
    exchange,
    [
      { header: 'Début', value: ({ starts }) => local(starts) },
      { header: 'Fin', value: ({ ends }) => local(ends) },
      { header: 'Salle', value: ({ roomId }) => names.get(roomId ?? '') ?? '' },
      { header: 'Type', value: ({ kind }) => slotKindFacts[kind].label },
      { header: 'Titre', value: ({ title }) => title },
      { header: 'Avec', value: ({ speakers }) => writeSpeakers(speakers).replaceAll('\n', ' ; ') },
      { header: 'Places', value: ({ capacity }) => capacity },
      { header: 'En quelques mots', value: ({ brief }) => brief },
    ],
    slots,
    'creneaux',
  );
}

/** `GET …/programme/stands.csv` */
export async function sendStands(exchange: Exchange): Promise<Response> {
  const event = await eventHere(exchange);
  if (!event) return exchange.notFound();
  const [stands, zones] = await Promise.all([
    readStands(exchange.ctx.db, event.id),
    readZones(exchange.ctx.db, event.id),
  ]);
  const names = new Map(zones.map(({ id, name }) => [id, name]));
  return sendCsv(
    exchange,
    [
      { header: 'Structure', value: ({ name }) => name },
      { header: 'État', value: ({ state }) => standStateNames[state] },
      { header: 'Zone', value: ({ zoneId }) => names.get(zoneId ?? '') ?? '' },
      { header: 'Repère', value: ({ mark }) => mark },
      { header: 'Emplacements', value: ({ places }) => places },
      { header: 'Tables', value: ({ tables }) => tables },
      { header: 'Chaises', value: ({ chairs }) => chairs },
      { header: 'Prise', value: ({ needsSocket }) => needsSocket },
      { header: 'Mur', value: ({ needsWall }) => needsWall },
      { header: 'À savoir', value: ({ needsNote }) => needsNote },
      { header: 'Sur le stand', value: ({ activity }) => activity },
      { header: 'Contact', value: ({ contactName }) => contactName },
      { header: 'E-mail', value: ({ email }) => email },
      { header: 'Téléphone', value: ({ phone }) => phone },
    ],
    stands,
    'stands',
  );
}

/** `GET …/programme/benevoles.csv`: a line for each person on each shift. */
export async function sendVolunteers(exchange: Exchange): Promise<Response> {
  const event = await eventHere(exchange);
  if (!event) return exchange.notFound();
  const [shifts, volunteers] = await Promise.all([
    readShifts(exchange.ctx.db, event.id),
    readVolunteers(exchange.ctx.db, event.id),
  ]);
  const byId = new Map(volunteers.map((volunteer) => [volunteer.id, volunteer]));
  const rows = shifts.flatMap((shift) => shift.takers.map((taker) => ({ shift, volunteer: byId.get(taker) })));
  return sendCsv(
    exchange,
    [
      { header: 'Début', value: ({ shift }) => local(shift.starts) },
      { header: 'Fin', value: ({ shift }) => local(shift.ends) },
      { header: 'Quoi', value: ({ shift }) => shift.task },
      { header: 'Où', value: ({ shift }) => shift.place },
      { header: 'Nom', value: ({ volunteer }) => volunteer?.name ?? '' },
      { header: 'E-mail', value: ({ volunteer }) => volunteer?.email ?? '' },
      { header: 'Téléphone', value: ({ volunteer }) => volunteer?.phone ?? '' },
    ],
    rows,
    'benevoles',
  );
}

/** `GET …/programme/grille.pdf` */
export async function sendGrid(exchange: Exchange, { ports }: ProgrammeDependencies): Promise<Response> {
  const event = await eventHere(exchange);
  if (!event) return exchange.notFound();
  const { ctx, hub } = exchange;
  const [rooms, slots, identity] = await Promise.all([
    readRooms(ctx.db, event.id),
    readSlots(ctx.db, event.id),
    paperIdentity(ctx, { origin: hub.origin, files: ports.files }),
  ]);
  const bytes = await drawGrid({ title: event.fields.title, rooms, slots }, identity, ctx.clock.now());
  return sendPdf(bytes, `Grille ${event.fields.title}`);
}

/** `GET …/programme/benevoles.pdf` */
export async function sendShifts(exchange: Exchange, { ports }: ProgrammeDependencies): Promise<Response> {
  const event = await eventHere(exchange);
  if (!event) return exchange.notFound();
  const { ctx, hub } = exchange;
  const [shifts, volunteers, identity] = await Promise.all([
    readShifts(ctx.db, event.id),
    readVolunteers(ctx.db, event.id),
    paperIdentity(ctx, { origin: hub.origin, files: ports.files }),
  ]);
  const bytes = await drawShifts({ title: event.fields.title, shifts, volunteers }, identity, ctx.clock.now());
  return sendPdf(bytes, `Bénévoles ${event.fields.title}`);
}
