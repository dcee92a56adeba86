import { formatDate, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { officePaths } from '../../paths.ts';
import { pollOffice } from '../../poll-paths.ts';
import { pollList } from '../../queries/polls/poll-list.ts';

/** `GET /gestion/agenda/sondages`: the dates being looked for, then those found. */
export async function showPolls(exchange: Exchange): Promise<Response> {
  const polls = await pollList(exchange.ctx.db);
  const add = (
    <ButtonLink icon="plus" href={pollOffice.add}>
      Chercher une date
    </ButtonLink>
  );
  return exchange.page({
    title: 'Sondages de dates',
    layout: 'office',
    section: officePaths.list,
    header: {
      title: 'Trouver une date',
      facts: polls.length > 0 ? plural(polls.length, 'sondage') : undefined,
      trail: [
        { label: 'Agenda', href: officePaths.list },
        { label: 'Sondages', href: pollOffice.list },
      ],
      actions: add,
    },
    content: (
      <DataTable
        id="sondages"
        caption="Sondages de dates"
        quietCaption
        rows={polls}
        rowId={({ id }) => id}
        rowName={({ title }) => title}
        columns={[
          { key: 'title', label: 'Pour', cell: ({ id, title }) => <a href={pollOffice.poll(id)}>{title}</a> },
          {
            key: 'state',
            label: 'État',
            cell: ({ state, eventId }) => (state === 'open' ? 'Ouvert' : eventId ? 'Date choisie' : 'Terminé'),
            whole: true,
          },
          { key: 'slots', label: 'Dates', cell: ({ slots }) => slots, numeric: true },
          { key: 'answers', label: 'Réponses', cell: ({ answers }) => answers, numeric: true },
          {
            key: 'closes',
            label: 'Jusqu’au',
            cell: ({ closesOn }) => (closesOn ? formatDate(closesOn, { style: 'short' }) : ''),
            whole: true,
          },
        ]}
        empty={
          <EmptyState title="Trouver une date à plusieurs" actions={add}>
            <p>Proposez quelques dates, envoyez le lien : chacun répond en trois touches, sans compte.</p>
          </EmptyState>
        }
      />
    ),
  });
}
