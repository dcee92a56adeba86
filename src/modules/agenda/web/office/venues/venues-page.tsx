import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar, ResultCount } from '#ui/components/filter-bar.tsx';
import { SearchField } from '#ui/fields/search-field.tsx';
import { accessKindNames, type AccessKind } from '../../../domain/accessibility.ts';
import { officePaths } from '../../../paths.ts';
import { venueList } from '../../../queries/office/venue-list.ts';

/** `GET /gestion/agenda/lieux`: places where things happen, and how much each serves. */
export async function showVenues(exchange: Exchange): Promise<Response> {
  const { ctx } = exchange;
  const words = exchange.query('q').trim().slice(0, 200);
  const rows = await venueList(ctx.db, words, ctx.clock.now());
  return exchange.page({
    title: 'Lieux',
    layout: 'office',
    section: officePaths.list,
    header: {
      trail: [{ label: 'Agenda', href: officePaths.list }],
      lead: 'Décrits une fois, proposés à chaque rendez-vous : l’adresse, comment venir, l’accessibilité.',
      actions: (
        <ButtonLink icon="plus" href={officePaths.addVenue}>
          Ajouter un lieu
        </ButtonLink>
      ),
    },
    content: (
      <>
        <FilterBar
          action={officePaths.venues}
          label="Chercher un lieu"
          active={words ? [{ label: `« ${words} »`, removeHref: officePaths.venues }] : []}
        >
          <SearchField name="q" label="Nom ou commune" value={words} />
        </FilterBar>
        <ResultCount count={plural(rows.length, 'lieu', 'lieux')} />
        <DataTable
          id="lieux"
          caption="Lieux"
          quietCaption
          rows={rows}
          rowId={(row) => row.id}
          rowName={(row) => row.name}
          columns={[
            {
              key: 'name',
              label: 'Nom',
              cell: (row) => (
                <>
                  <a href={officePaths.venue(row.id)}>{row.name}</a>
                  <span class="row-facts">{[row.street, row.city].filter(Boolean).join(', ')}</span>
                </>
              ),
            },
            {
              key: 'map',
              label: 'Sur la carte',
              cell: (row) => (row.has_point ? (row.is_approximate ? 'au centre de la commune' : 'oui') : 'non'),
            },
            {
              key: 'access',
              label: 'Accessibilité',
              cell: (row) => row.accessibility.map((kind) => accessKindNames[kind as AccessKind]).join(', '),
            },
            { key: 'events', label: 'Rendez-vous', numeric: true, cell: (row) => row.events },
            {
              key: 'coming',
              label: 'Dates à venir',
              numeric: true,
              cell: (row) => (row.coming > 0 ? <a href={`${officePaths.list}?lieu=${row.id}`}>{row.coming}</a> : 0),
            },
          ]}
          empty={
            <EmptyState title={words ? 'Aucun lieu de ce nom' : 'Aucun lieu pour l’instant'}>
              <p>Un lieu s’ajoute aussi en écrivant un rendez-vous.</p>
            </EmptyState>
          }
        />
      </>
    ),
  });
}
