import type { Exchange } from '#platform/http/exchange.ts';
import { csvContentType, csvStream, type ExportColumn } from '#platform/spreadsheet-export/index.ts';
import type { PollAnswer } from '../../queries/polls/poll-sheet.ts';
import { choiceNames } from './answer-form.tsx';
import { findSheet } from './poll-page.tsx';
import { slotInWords } from './slot-in-words.ts';

/** `GET /gestion/agenda/sondages/:id/reponses.csv`: a row for each who answered, a column for each date. */
export async function sendAnswers(exchange: Exchange): Promise<Response> {
  const sheet = await findSheet(exchange);
  if (!sheet) return exchange.notFound();
  const today = exchange.ctx.clock.now().toZonedDateTimeISO(sheet.poll.zone).toPlainDate();
  const columns: ExportColumn<PollAnswer>[] = [
    { header: 'Nom', value: ({ name }) => name },
    { header: 'Structure', value: ({ organizationName }) => organizationName },
    { header: 'Adresse électronique', value: ({ email }) => email },
    ...sheet.slots.map((slot) => ({
      header: slotInWords(slot, today),
      value: ({ choices }: PollAnswer) => {
        const choice = choices.get(slot.slotId);
        return choice ? choiceNames[choice] : '';
      },
    })),
    {
      header: 'Peut accueillir',
      value: ({ canHost, hostWords }) => (canHost ? hostWords || 'Oui' : ''),
    },
    { header: 'Indispensable', value: ({ isNeeded }) => (isNeeded ? 'Oui' : '') },
    { header: 'Commentaire', value: ({ comment }) => comment },
  ];
  return new Response(csvStream(columns, sheet.answers), {
    headers: { 'content-type': csvContentType, 'content-disposition': 'attachment; filename="reponses.csv"' },
  });
}
