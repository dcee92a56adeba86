import type { JSX } from 'preact';
import type { SearchKind } from '#platform/contributions/module.ts';
import { plural, capitalised } from '#platform/french/index.ts';
import { mostCounted, mostRanked, type FoundEntries, type FoundEntry } from '#platform/search/find-entries.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Chip } from '#ui/components/chip.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ResultCount } from '#ui/components/filter-bar.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Section } from '#ui/components/section.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import type { Territory } from '#ui/relief/landscapes.ts';
import { ReliefCover } from '#ui/relief/relief-cover-view.tsx';
import { categoryHues, categoryOf } from '#ui/theme/categories.ts';
import { Marked } from './search-marked.tsx';
import { askHref, searchHref } from './search-paths.ts';

export const resultsAPage = 20;

export interface ResultsProps {
  readonly text: string;
  readonly found: FoundEntries;
  readonly kinds: readonly SearchKind[];
  readonly kind: SearchKind | null;
  readonly page: number;
  readonly land: Territory;
}

/** What was found: how much of each kind, the best first, and whom to ask if it is not there. */
export function Results({ text, found, kinds, kind, page, land }: ResultsProps): JSX.Element {
  const total = [...found.counts.values()].reduce((sum, count) => sum + count, 0);
  const count = kind ? (found.counts.get(kind.kind) ?? 0) : total;
  const pages = Math.ceil(Math.min(count, mostRanked) / resultsAPage);
  return (
    <>
      <Kinds text={text} counts={found.counts} total={total} kinds={kinds} kind={kind} />
      <ResultCount
        count={total >= mostCounted ? `Plus de ${plural(mostCounted, 'résultat')}` : plural(count, 'résultat')}
      />
      {found.entries.length > 0 ? (
        <ResultList entries={found.entries} kinds={kinds} land={land} />
      ) : (
        <p>
          Rien de ce genre ici. <a href={searchHref(text)}>Voir tout ce qui répond</a>
        </p>
      )}
      <Pagination page={page} pages={pages} hrefOf={(number) => searchHref(text, { kind: kind?.kind, page: number })} />
      {count > mostRanked && page >= pages && (
        <p>Nous montrons les {mostRanked} premiers résultats. Pour trouver les autres, ajoutez un mot.</p>
      )}
      <p>
        Pas ce que vous cherchiez ? <a href={askHref(text)}>Posez-nous la question</a>, une personne vous répond.
      </p>
    </>
  );
}

function Kinds({
  text,
  counts,
  total,
  kinds,
  kind,
}: Pick<ResultsProps, 'text' | 'kinds' | 'kind'> & {
  readonly counts: FoundEntries['counts'];
  readonly total: number;
}): JSX.Element | null {
  const known = kinds.filter((one) => counts.has(one.kind) || one === kind);
  if (known.length < 2 && !kind) return null;
  const tabs = known.map((one) => ({
    label: capitalised(one.plural),
    href: searchHref(text, { kind: one.kind }),
    current: one === kind,
    count: counts.get(one.kind) ?? 0,
  }));
  return (
    <Tabs
      label="Genres de résultats"
      tabs={[{ label: 'Tout', href: searchHref(text), current: kind === null, count: total }, ...tabs]}
    />
  );
}

function ResultList({
  entries,
  kinds,
  land,
}: Pick<ResultsProps, 'kinds' | 'land'> & { readonly entries: readonly FoundEntry[] }): JSX.Element {
  return (
    <ol class="stack search-results">
      {entries.map((entry) => (
        <li>
          <Result entry={entry} kind={kinds.find(({ kind }) => kind === entry.kind)} land={land} />
        </li>
      ))}
    </ol>
  );
}

function Result({
  entry,
  kind,
  land,
}: {
  readonly entry: FoundEntry;
  readonly kind: SearchKind | undefined;
  readonly land: Territory;
}): JSX.Element {
  return (
    <article class="row-card">
      <ReliefCover
        id={entry.subjectId}
        motif={land.motif}
        hue={categoryHues[categoryOf(entry.subjectId)]}
        width={300}
        height={200}
      />
      <div class="card-body">
        <h2 class="card-title">
          <a href={entry.path}>
            <Marked pieces={entry.title} />
          </a>
          {entry.state && (
            <>
              {' '}
              <Chip strong>{entry.state}</Chip>
            </>
          )}
        </h2>
        {kind && <p class="facts">{capitalised(kind.singular)}</p>}
        {entry.text.length > 0 && (
          <p class="card-text">
            <Marked pieces={entry.text} />
          </p>
        )}
      </div>
    </article>
  );
}

/** Nothing answers: what comes near, other ways in, and whom to ask. */
export function NothingFound({
  text,
  related,
  kinds,
  land,
}: Pick<ResultsProps, 'text' | 'kinds' | 'land'> & { readonly related: readonly FoundEntry[] }): JSX.Element {
  return (
    <>
      <EmptyState
        title={`Rien pour « ${text} »`}
        territory={land}
        actions={
          <>
            <ButtonLink href={askHref(text)}>Nous poser la question</ButtonLink>
            <ButtonLink kind="ghost" href="/annuaire">
              Parcourir l’annuaire
            </ButtonLink>
          </>
        }
      >
        <p>Essayez un mot plus court ou plus courant, ou le nom d’une commune.</p>
      </EmptyState>
      {related.length > 0 && (
        <Section title="Peut-être">
          <ResultList entries={related} kinds={kinds} land={land} />
        </Section>
      )}
    </>
  );
}

/** Nothing asked yet. */
export function NothingAsked({ land }: { readonly land: Territory }): JSX.Element {
  return (
    <EmptyState
      title="Que cherchez-vous ?"
      territory={land}
      actions={
        <>
          <ButtonLink kind="ghost" href="/annuaire">
            Parcourir l’annuaire
          </ButtonLink>
          <ButtonLink kind="ghost" href={askHref('')}>
            Nous demander
          </ButtonLink>
        </>
      }
    >
      <p>Une structure, une commune, une activité : un mot suffit, même mal orthographié.</p>
    </EmptyState>
  );
}
