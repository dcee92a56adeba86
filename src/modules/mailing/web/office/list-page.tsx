import type { JSX } from 'preact';
import { pageAsked, pagesFor } from '#modules/hub/index.ts';
import { formatDateTime, formatNumber, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable, type Column } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { kindNames, stateNames } from '../../domain/mailing-states.ts';
import { subjectNames } from '../../domain/subject-names.ts';
import { paths } from '../../paths.ts';
import { editionPaths, replyPaths, subscriptionPaths } from '../../reader-paths.ts';
import type { MailingDependencies } from '../../ports.ts';
import { mailingOutcomes } from '../../queries/mailing-outcomes.ts';
import { mailingList, mailingsAPage, type MailingLine, type MailingView } from '../../queries/mailing-list.ts';
import { outcomeWords } from './outcome-words.ts';

/** `GET /gestion/envois`: what was written to many, and what is to leave. */
export async function showList(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const { ctx } = exchange;
  const view: MailingView = exchange.query('vue') === 'a-venir' ? 'a-venir' : 'partis';
  const page = pageAsked(exchange.query('page'));
  const { rows, count } = await mailingList(ctx, { view, page });
  const outcomes = await mailingOutcomes(
    ctx.db,
    deps.answers(),
    rows.map(({ id }) => id),
  );
  const href = (which: MailingView, at = 1) => `${paths.list}?vue=${which}${at > 1 ? `&page=${at}` : ''}`;
  return exchange.page({
    title: 'Envois',
    layout: 'office',
    header: {
      lead: 'Une information par message, à qui elle intéresse.',
      actions: (
        <>
          <ButtonLink kind="primary" icon="plus" href={paths.compose}>
            Écrire une lettre
          </ButtonLink>
          <ButtonLink kind="ghost" href={subscriptionPaths.list}>
            Abonné·es
          </ButtonLink>
        </>
      ),
    },
    content: (
      <>
        <nav class="row" aria-label="Autour des envois">
          <a href={paths.digest}>Récapitulatif</a>
          <a href={editionPaths.list}>Lettre des acteurs</a>
          <a href={replyPaths.list}>Réponses</a>
          <a href={paths.suppressions}>Adresses retirées</a>
          <a href={paths.settings}>Réglages</a>
        </nav>
        <Tabs
          label="Envois"
          tabs={[
            { label: 'Partis', href: href('partis'), current: view === 'partis' },
            { label: 'Brouillons et programmés', href: href('a-venir'), current: view === 'a-venir' },
          ]}
        />
        <DataTable
          id="envois"
          caption="Envois"
          quietCaption
          columns={columns(ctx.zone, outcomes)}
          rows={rows}
          rowId={(row) => row.id}
          rowName={(row) => row.title}
          empty={<Nothing view={view} />}
        />
        <Pagination page={page} pages={pagesFor(count, mailingsAPage)} hrefOf={(at) => href(view, at)} />
      </>
    ),
  });
}

const columns = (
  zone: string,
  outcomes: Awaited<ReturnType<typeof mailingOutcomes>>,
): readonly Column<MailingLine>[] => [
  {
    key: 'title',
    label: 'Message',
    heads: true,
    cell: (row) => (
      <>
        <a href={paths.mailing(row.id)}>{row.title}</a>
        <p class="facts">{row.kind === 'single' && row.subject ? subjectNames[row.subject] : kindNames[row.kind]}</p>
      </>
    ),
  },
  { key: 'state', label: 'État', whole: true, cell: (row) => stateNames[row.state] },
  {
    key: 'at',
    label: 'Quand',
    cell: (row) => {
      const at = row.startedAt ?? row.scheduledAt ?? row.updatedAt;
      return formatDateTime(at, { style: 'short', zone });
    },
  },
  { key: 'sent', label: 'Partis', numeric: true, cell: (row) => formatNumber(row.sent) },
  {
    key: 'came',
    label: 'Depuis',
    cell: (row) => outcomeWords(outcomes.get(row.id) ?? [], row),
  },
];

function Nothing({ view }: { readonly view: MailingView }): JSX.Element {
  return (
    <EmptyState
      title={view === 'a-venir' ? 'Aucun brouillon' : 'Aucun envoi pour l’instant'}
      actions={
        <ButtonLink kind="ghost" href="/actualites">
          Choisir une actualité à envoyer
        </ButtonLink>
      }
    >
      <p>
        Sur la page d’une actualité, d’un rendez-vous ou d’une formation, « Envoyer par mail » prépare le message et
        propose à qui l’envoyer.
      </p>
    </EmptyState>
  );
}

/** « à 128 adresses » */
export const toAddresses = (count: number): string => `à ${plural(count, 'adresse')}`;
