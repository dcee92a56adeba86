import type { Exchange } from '#platform/http/exchange.ts';
import { csvContentType, csvStream } from '#platform/spreadsheet-export/index.ts';
import { adviceFigures } from '../../queries/figures.ts';
import { figureTables } from './figure-tables.ts';
import { yearAsked } from './figures-page.tsx';

interface Line {
  table: string;
  label: string;
  count: number | null;
}

/** `GET /gestion/demandes/chiffres.csv`: all the tables of a year, one line a figure. */
export async function sendFigures(exchange: Exchange): Promise<Response> {
  const figures = await adviceFigures(exchange.ctx, yearAsked(exchange));
  const whole = `Année ${figures.year}`;
  const lines: Line[] = [
    { table: whole, label: 'Demandes', count: figures.total },
    { table: whole, label: 'Ont eu une réponse', count: figures.answered },
    {
      table: whole,
      label: 'Heures ouvrées avant la première réponse (médiane)',
      count: figures.medianMinutes === null ? null : Math.round(figures.medianMinutes / 6) / 10,
    },
    ...figureTables(figures).flatMap(({ caption, rows }) =>
      rows.map(({ label, count }) => ({ table: caption, label, count })),
    ),
  ];
  const body = csvStream<Line>(
    [
      { header: 'Tableau', value: (line) => line.table },
      { header: 'Ligne', value: (line) => line.label },
      { header: 'Nombre', value: (line) => line.count },
    ],
    lines,
  );
  return exchange.http.body(body as never, 200, {
    'content-type': csvContentType,
    'content-disposition': `attachment; filename="demandes-${figures.year}.csv"`,
  });
}
