import type { Exchange } from '#platform/http/exchange.ts';
import {
  csvContentType,
  csvStream,
  xlsxContentType,
  xlsxStream,
  type ExportColumn,
} from '#platform/spreadsheet-export/index.ts';
import { roleNames } from '../../domain/role-names.ts';
import { peopleList, type ListedPerson, type PeopleFilter, type PeopleSort } from '../../queries/people-list.ts';

const mostRows = 50_000;

/** The list of people as filtered, for a spreadsheet. */
export async function sendPeople(
  exchange: Exchange,
  format: 'csv' | 'xlsx',
  filter: PeopleFilter,
  sort: PeopleSort,
): Promise<Response> {
  const { ctx } = exchange;
  const { people } = await peopleList(ctx.db, { filter, sort, limit: mostRows, offset: 0, now: ctx.clock.now() });
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
    { header: 'Courriel', value: (person) => person.email },
    { header: 'Téléphone', value: (person) => person.phone },
    { header: 'Rôles', value: (person) => person.roles.map((role) => roleNames[role]).join(', ') },
    { header: 'Compte', value: (person) => person.hasAccount },
    { header: 'Ajouté le', value: (person) => day(person.createdAt) },
    { header: 'Vu le', value: (person) => day(person.lastSeenAt) },
  ];
}
