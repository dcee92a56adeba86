import type { JSX } from 'preact';
import { formatDateTime, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar, ResultCount } from '#ui/components/filter-bar.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { SearchField } from '#ui/fields/search-field.tsx';
import { Select } from '#ui/fields/select.tsx';
import type { HubDependencies } from '../../ports.ts';
import { auditedKinds, readAuditTrail, type AuditEntry } from '../../queries/audit-trail.ts';
import { pageAsked, pagesFor } from '../page-number.ts';
import { paths } from '../paths.ts';
import { subjectNames } from '../texts.ts';
import { auditFilters, journalFields, journalSearch, type JournalQuery } from './audit-filters.ts';

const size = 50;

/** The filters of the journal in the address of the request. */
export function journalQuery(exchange: Exchange): JournalQuery {
  return Object.fromEntries(journalFields.map((name) => [name, exchange.query(name)])) as unknown as JournalQuery;
}

/** `/gestion/journal`: who did what, when, and for whom. */
export async function showJournal(exchange: Exchange, { personNames }: HubDependencies): Promise<Response> {
  const { ctx } = exchange;
  const query = journalQuery(exchange);
  const page = pageAsked(exchange.query('page'));
  const [{ entries, total }, kinds] = await Promise.all([
    readAuditTrail(ctx.db, auditFilters(query, ctx.zone), { limit: size, offset: (page - 1) * size }),
    auditedKinds(ctx.db),
  ]);
  const names = await personNames(
    ctx,
    entries.flatMap((entry) => entry.behalfOfId ?? []),
  );
  return exchange.page({
    title: 'Journal',
    layout: 'office',
    header: { lead: <p>Tout ce qui a été fait, par qui, et quand.</p> },
    content: (
      <>
        <JournalFilters query={query} kinds={kinds} />
        <ResultCount count={plural(total, 'ligne')} />
        <DataTable<AuditEntry>
          id="journal"
          caption="Journal"
          quietCaption
          rows={entries}
          rowId={(entry) => entry.id}
          rowName={(entry) => entry.summary}
          exports={{ csv: `${paths.journalFile}${journalSearch(query)}` }}
          columns={[
            {
              key: 'when',
              label: 'Quand',
              cell: (entry) => (
                <span class="nowrap">{formatDateTime(entry.at, { style: 'short', zone: ctx.zone })}</span>
              ),
            },
            { key: 'what', label: 'Quoi', heads: true, cell: (entry) => entry.summary },
            { key: 'who', label: 'Qui', cell: (entry) => <Who entry={entry} names={names} /> },
            { key: 'subject', label: 'Sur', cell: (entry) => <Subject entry={entry} /> },
          ]}
          empty={
            <EmptyState title="Rien dans cette période">
              <p>
                Élargissez les filtres, ou <a href={paths.journal}>voyez tout le journal</a>.
              </p>
            </EmptyState>
          }
        />
        <Pagination
          page={page}
          pages={pagesFor(total, size)}
          hrefOf={(number) => `${paths.journal}${journalSearch(query, { page: String(number) })}`}
        />
      </>
    ),
  });
}

function JournalFilters({
  query,
  kinds,
}: {
  readonly query: JournalQuery;
  readonly kinds: readonly string[];
}): JSX.Element {
  return (
    <FilterBar action={paths.journal} label="Filtrer le journal" submit="Filtrer">
      <SearchField name="personne" label="Qui" value={query.personne} />
      <Select
        name="sujet"
        label="Sur quoi"
        placeholder="Tout"
        value={query.sujet}
        choices={kinds.map((kind) => ({ value: kind, label: subjectNames[kind] ?? kind }))}
      />
      <DateField name="du" label="Du" value={query.du} />
      <DateField name="au" label="Au" value={query.au} />
    </FilterBar>
  );
}

function Who({
  entry,
  names,
}: {
  readonly entry: AuditEntry;
  readonly names: ReadonlyMap<string, string>;
}): JSX.Element {
  const name = whoDid(entry);
  const other = entry.behalfOfId ? (names.get(entry.behalfOfId) ?? 'une autre personne') : null;
  return <>{other ? `${name}, au nom de ${other}` : name}</>;
}

/** Who did it, when nobody was signed in too. */
export function whoDid(entry: AuditEntry): string {
  return entry.actorName || (entry.actorId ? 'Personne effacée' : 'Le site, ou une visite');
}

function Subject({ entry }: { readonly entry: AuditEntry }): JSX.Element {
  const label = subjectNames[entry.subjectKind] ?? entry.subjectKind;
  if (!entry.subjectId) return <>{label}</>;
  return (
    <a href={`${paths.journal}?fiche=${entry.subjectId}`}>
      {label}
      <span class="visually-hidden"> : tout son historique</span>
    </a>
  );
}
