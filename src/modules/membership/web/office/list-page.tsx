import type { JSX } from 'preact';
import { pagesFor } from '#modules/hub/index.ts';
import { formatDate, formatMoney, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable, type Column } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar, ResultCount } from '#ui/components/filter-bar.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { SearchField } from '#ui/fields/search-field.tsx';
import { Select } from '#ui/fields/select.tsx';
import { standingInWords } from '../../domain/standing.ts';
import { whoLabels, whos } from '../../domain/who.ts';
import { moneyPaths } from '../../money-paths.ts';
import { paths } from '../../paths.ts';
import { applicationCounts } from '../../queries/application-list.ts';
import { campaignList, colleges } from '../../queries/campaigns.ts';
import { memberCounts, memberList, membersAPage, type MemberRow } from '../../queries/member-list.ts';
import { listHref, readListQuery, type ListQuery } from './list-query.ts';

/** `GET /gestion/adhesions`: who is a member, who should renew, who was one. */
export async function showMembers(exchange: Exchange): Promise<Response> {
  const { ctx } = exchange;
  const query = readListQuery(exchange.url.searchParams);
  const [{ rows, count }, counts, waiting, campaigns, groups] = await Promise.all([
    memberList(ctx, query, query.page),
    memberCounts(ctx),
    applicationCounts(ctx.db),
    campaignList(ctx.db),
    colleges(ctx.db, true),
  ]);
  const nameOf = (list: readonly { id: string; name: string }[], id: string | null) =>
    list.find((one) => one.id === id)?.name ?? '';
  const open = waiting.toValidate + waiting.toPay;
  return exchange.page({
    title: 'Adhésions',
    layout: 'office',
    header: {
      actions: (
        <>
          <ButtonLink icon="plus" href={paths.type}>
            Saisir un bulletin
          </ButtonLink>
          <ButtonLink kind="ghost" href={paths.applications}>
            Demandes{open > 0 ? ` (${open})` : ''}
          </ButtonLink>
          <ButtonLink kind="ghost" icon="send" href={paths.remindAll}>
            Relancer
          </ButtonLink>
        </>
      ),
    },
    content: (
      <>
        <nav class="row" aria-label="Autour des adhésions">
          <a href={moneyPaths.figures}>Chiffres</a>
          <a href={moneyPaths.inbox}>Rapprochement</a>
          <a href={moneyPaths.receipts}>Reçus</a>
          <a href={moneyPaths.agreements}>Conventions</a>
          <a href={moneyPaths.benefits}>Avantages</a>
          <a href={paths.kept}>Réservé aux adhérent·es</a>
          <a href={paths.campaigns}>Campagnes</a>
        </nav>
        <Tabs
          label="Où en sont les adhésions"
          tabs={(
            [
              ['a-jour', 'À jour'],
              ['a-renouveler', 'À renouveler'],
              ['a-venir', 'À venir'],
              ['impayees', 'Impayées'],
              ['anciens', 'Anciens'],
              ['tous', 'Tous'],
            ] as const
          )
            .filter(([view]) => view !== 'impayees' || counts.impayees > 0 || query.view === view)
            .map(([view, label]) => ({
              label,
              count: counts[view],
              href: listHref(query, { view }),
              current: query.view === view,
            }))}
        />
        <FilterBar
          action={paths.office}
          label="Filtrer les adhésions"
          submit="Filtrer"
          active={[
            ...(query.q ? [{ label: `« ${query.q} »`, removeHref: listHref(query, { q: '' }) }] : []),
            ...(query.who ? [{ label: whoLabels[query.who], removeHref: listHref(query, { who: null }) }] : []),
            ...(query.college
              ? [{ label: nameOf(groups, query.college), removeHref: listHref(query, { college: null }) }]
              : []),
            ...(query.campaign
              ? [{ label: nameOf(campaigns, query.campaign), removeHref: listHref(query, { campaign: null }) }]
              : []),
          ]}
          resetHref={listHref(query, { q: '', who: null, college: null, campaign: null })}
        >
          <SearchField name="q" label="Un nom, une commune, un e-mail" value={query.q} />
          <Select
            name="qui"
            label="Qui"
            placeholder="Tous"
            value={query.who ?? ''}
            choices={whos.map((value) => ({ value, label: whoLabels[value] }))}
          />
          {groups.length > 0 && (
            <Select
              name="college"
              label="Collège"
              placeholder="Tous"
              value={query.college ?? ''}
              choices={groups.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          {campaigns.length > 1 && (
            <Select
              name="campagne"
              label="Campagne"
              placeholder="Toutes"
              value={query.campaign ?? ''}
              choices={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          {query.view !== 'a-jour' && <input type="hidden" name="vue" value={query.view} />}
        </FilterBar>
        <ResultCount count={plural(count, 'adhérent·e', 'adhérent·es')} />
        <DataTable
          id="adherents"
          caption="Adhérent·es"
          quietCaption
          columns={columnsOf(query)}
          rows={rows}
          rowId={(row) => row.id}
          rowName={(row) => row.name}
          exports={{
            csv: listHref(query, {}, `${paths.office}.csv`),
            xlsx: listHref(query, {}, `${paths.office}.xlsx`),
          }}
          {...(query.view === 'a-renouveler' || query.view === 'a-jour'
            ? {
                bulk: {
                  action: paths.remindAll,
                  hidden: <input type="hidden" name={formKeyField} value={exchange.formKey} />,
                  actions: [{ value: 'relancer', label: 'Relancer par mail' }],
                },
              }
            : {})}
          empty={<Nothing query={query} isFirst={counts.tous === 0} hasCampaign={campaigns.length > 0} />}
        />
        <Pagination
          page={query.page}
          pages={pagesFor(count, membersAPage)}
          hrefOf={(page) => listHref(query, { page })}
        />
      </>
    ),
  });
}

function columnsOf(query: ListQuery): readonly Column<MemberRow>[] {
  const sorted = (sort: ListQuery['sort']) =>
    query.sort === sort ? { sorted: 'ascending' as const } : { sortHref: listHref(query, { sort }) };
  return [
    {
      key: 'name',
      label: 'Qui',
      heads: true,
      ...sorted('nom'),
      cell: (row) => (
        <>
          <a href={paths.membership(row.id)}>{row.name}</a>
          <p class="facts">{[whoLabels[row.who], row.municipality, row.college].filter(Boolean).join(' · ')}</p>
        </>
      ),
    },
    {
      key: 'contact',
      label: 'À joindre',
      cell: (row) =>
        row.organizationId
          ? [row.contact, row.email || row.phone].filter(Boolean).join(', ')
          : row.email || row.phone || 'sans e-mail',
    },
    { key: 'state', label: 'État', whole: true, cell: (row) => standingInWords(row) },
    {
      key: 'end',
      label: 'Jusqu’au',
      whole: true,
      ...sorted('fin'),
      cell: (row) => formatDate(row.endsOn, { style: 'short' }),
    },
    {
      key: 'since',
      label: 'Depuis',
      whole: true,
      ...sorted('depuis'),
      cell: (row) => String(row.memberSince.year),
    },
    { key: 'dues', label: 'Cotisation', numeric: true, whole: true, cell: (row) => formatMoney(row.dues) },
  ];
}

function Nothing({
  query,
  isFirst,
  hasCampaign,
}: {
  readonly query: ListQuery;
  readonly isFirst: boolean;
  readonly hasCampaign: boolean;
}): JSX.Element {
  if (!isFirst)
    return (
      <EmptyState
        title="Personne ici"
        actions={
          <ButtonLink href={listHref(query, { view: 'tous', q: '', who: null, college: null, campaign: null })}>
            Voir tout le monde
          </ButtonLink>
        }
      />
    );
  return (
    <EmptyState
      title="Pas encore d’adhésion"
      actions={
        hasCampaign ? (
          <ButtonLink href={paths.type}>Saisir un bulletin</ButtonLink>
        ) : (
          <ButtonLink href={paths.newCampaign}>Préparer la première campagne</ButtonLink>
        )
      }
    >
      <p>Une campagne dit pour quelle période on adhère, et à quel prix. Une fois ouverte, on adhère sur le site.</p>
    </EmptyState>
  );
}
