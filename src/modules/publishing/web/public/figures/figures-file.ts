import type { Exchange } from '#platform/http/exchange.ts';
import { csvContentType, csvStream, type ExportColumn } from '#platform/spreadsheet-export/index.ts';
import { readFiguresWithPoints } from '../../../queries/figures/figures.ts';
import { topicTitles } from '../../figure-words.ts';

interface FigureRow {
  label: string;
  topic: string;
  day: string;
  value: number;
  unit: string;
  sourceName: string;
  sourceUrl: string;
  perimeter: string;
  note: string;
}

const columns: readonly ExportColumn<FigureRow>[] = [
  { header: 'Chiffre', value: (row) => row.label },
  { header: 'Sujet', value: (row) => row.topic },
  { header: 'Date', value: (row) => row.day },
  { header: 'Valeur', value: (row) => row.value },
  { header: 'Unité', value: (row) => row.unit },
  { header: 'Source', value: (row) => row.sourceName },
  { header: 'Adresse de la source', value: (row) => row.sourceUrl },
  { header: 'Périmètre', value: (row) => row.perimeter },
  { header: 'Note', value: (row) => row.note },
];

/** `GET /chiffres.csv`: every figure and its former values, a line a date. */
export async function sendFigures(exchange: Exchange): Promise<Response> {
  const rows = (await readFiguresWithPoints(exchange.ctx.db)).flatMap(({ points, topic, asOf, value, ...figure }) =>
    [...points.filter(({ day }) => !day.equals(asOf)), { day: asOf, value }].map((point) => ({
      ...figure,
      topic: topicTitles[topic],
      day: point.day.toString(),
      value: point.value,
    })),
  );
  return exchange.http.body(csvStream(columns, rows), 200, {
    'content-type': csvContentType,
    'content-disposition': 'attachment; filename="chiffres.csv"',
  });
}
