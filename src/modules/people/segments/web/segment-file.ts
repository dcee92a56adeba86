import type { Exchange } from '#platform/http/exchange.ts';
import {
  csvContentType,
  csvStream,
  xlsxContentType,
  xlsxStream,
  type ExportColumn,
} from '#platform/spreadsheet-export/index.ts';
import { slugify } from '#platform/french/index.ts';
import type { ReadSegment } from '../queries/read-definition.ts';
import { listSegment, type SegmentPerson } from '../queries/segment-people.ts';

const mostRows = 100_000;

const columns: ExportColumn<SegmentPerson>[] = [
  { header: 'Nom', value: (person) => person.name },
  { header: 'E-mail', value: (person) => person.email },
  { header: 'Téléphone', value: (person) => person.phone },
  { header: 'Adresse postale', value: (person) => person.postal },
];

/** The people of a segment, for a spreadsheet. */
export async function sendSegment(
  exchange: Exchange,
  format: 'csv' | 'xlsx',
  name: string,
  read: ReadSegment,
): Promise<Response> {
  const people = await listSegment(exchange.ctx.db, read.people, { limit: mostRows, offset: 0 });
  const body = format === 'csv' ? csvStream(columns, people) : xlsxStream(columns, people, { title: 'Personnes' });
  return exchange.http.body(body, 200, {
    'content-type': format === 'csv' ? csvContentType : xlsxContentType,
    'content-disposition': `attachment; filename="${slugify(name).slice(0, 60) || 'segment'}.${format}"`,
  });
}
