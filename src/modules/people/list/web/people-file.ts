import type { Exchange } from '#platform/http/exchange.ts';
import {
  csvContentType,
  csvStream,
  xlsxContentType,
  xlsxStream,
  type ExportColumn,
} from '#platform/spreadsheet-export/index.ts';
import { roleNames } from '#modules/identity/index.ts';
import { statusNames } from '../../domain/relation-statuses.ts';
import { peopleList, type ListedPerson } from '../queries/people-list.ts';
import type { AskedFilter } from './people-filter.ts';

const mostRows = 100_000;

/** The list of people as filtered, for a spreadsheet. */
export async function sendPeople(
  exchange: Exchange,
  format: 'csv' | 'xlsx',
  { filter, sort }: AskedFilter,
): Promise<Response> {
  const { ctx } = exchange;
  const people = await peopleList(ctx.db, { filter, sort, limit: mostRows, offset: 0, now: ctx.clock.now() });
  const columns = columnsIn(ctx.zone);
  const body = format === 'csv' ? csvStream(columns, people) : xlsxStream(columns, people, { title: 'Personnes' });
  return exchange.http.body(body, 200, {
    'content-type': format === 'csv' ? csvContentType : xlsxContentType,
    'content-disposition': `attachment; filename="personnes.${format}"`,
  });
}

function columnsIn(zone: string): ExportColumn<ListedPerson>[] {
  const day = (moment: Temporal.Instant | null) => moment?.toZonedDateTimeISO(zone).toPlainDate().toString() ?? '';
  return [
    { header: 'Prénom', value: (person) => person.givenName },
    { header: 'Nom', value: (person) => person.familyName },
    { header: 'E-mail', value: (person) => person.email },
    { header: 'Téléphone', value: (person) => person.phone },
    { header: 'Adresse postale', value: (person) => person.postal },
    { header: 'Structures', value: (person) => person.structures.join(', ') },
    { header: 'Statuts', value: (person) => person.statuses.map((status) => statusNames[status]).join(', ') },
    { header: 'Étiquettes', value: (person) => person.tags.join(', ') },
    { header: 'Rôles', value: (person) => person.roles.map((role) => roleNames[role]).join(', ') },
    { header: 'Compte', value: (person) => person.hasAccount },
    { header: 'Ajouté le', value: (person) => day(person.createdAt) },
    { header: 'Vu le', value: (person) => day(person.lastSeenAt) },
  ];
}
