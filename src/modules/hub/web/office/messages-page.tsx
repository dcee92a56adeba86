import type { Exchange } from '#platform/http/exchange.ts';
import { formatDateTime, formatRelativeDay } from '#platform/french/index.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { isSituation, situations } from '../../domain/situations.ts';
import { listContactMessages, type ContactMessage, type MessageState } from '../../queries/contact-messages.ts';
import { pageAsked, pagesFor } from '../page-number.ts';
import { paths } from '../paths.ts';

const size = 30;

/** `/gestion/messages`: what visitors wrote, those who wait first. */
export async function showMessages(exchange: Exchange): Promise<Response> {
  const state: MessageState = exchange.query('etat') === 'repondus' ? 'answered' : 'waiting';
  const page = pageAsked(exchange.query('page'));
  const { messages, waiting, answered } = await listContactMessages(exchange.ctx.db, state, page, size);
  const hrefOf = (number: number): string =>
    `${paths.messages}?${state === 'answered' ? 'etat=repondus&' : ''}page=${number}`;
  return exchange.page({
    title: 'Messages',
    layout: 'office',
    header: { lead: <p>Ce qu’on vous écrit par le formulaire du site. Gardé trois ans.</p> },
    content: (
      <>
        <Tabs
          label="Messages"
          tabs={[
            { label: 'À répondre', href: paths.messages, current: state === 'waiting', count: waiting },
            {
              label: 'Répondus',
              href: `${paths.messages}?etat=repondus`,
              current: state === 'answered',
              count: answered,
            },
          ]}
        />
        <DataTable<ContactMessage>
          id="messages"
          caption={state === 'waiting' ? 'Messages à répondre' : 'Messages répondus'}
          quietCaption
          rows={messages}
          rowId={(message) => message.id}
          rowName={(message) => message.name}
          columns={[
            { key: 'from', label: 'De', cell: (message) => <a href={paths.message(message.id)}>{message.name}</a> },
            { key: 'text', label: 'Message', cell: (message) => shortened(message.message) },
            {
              key: 'situation',
              label: 'Qui',
              cell: (message) =>
                message.situation && isSituation(message.situation) ? situations[message.situation].label : '',
            },
            {
              key: 'when',
              label: state === 'waiting' ? 'Reçu' : 'Répondu',
              cell: (message) =>
                message.answeredAt
                  ? `${formatDateTime(message.answeredAt, { style: 'short', zone: exchange.ctx.zone })}, ${message.answeredBy ?? ''}`
                  : formatRelativeDay(message.receivedAt, exchange.ctx.clock.now(), { zone: exchange.ctx.zone }),
            },
          ]}
          empty={
            state === 'waiting' ? (
              <EmptyState title="Tout le monde a sa réponse">
                <p>Les prochains messages arriveront ici, et dans « À faire ».</p>
              </EmptyState>
            ) : (
              <EmptyState title="Aucun message répondu pour l’instant" />
            )
          }
        />
        <Pagination page={page} pages={pagesFor(state === 'waiting' ? waiting : answered, size)} hrefOf={hrefOf} />
      </>
    ),
  });
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 120 ? `${line.slice(0, 117).trimEnd()}…` : line;
}
