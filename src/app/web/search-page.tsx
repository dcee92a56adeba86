import type { JSX } from 'preact';
import { currentSettings, landOf } from '#modules/hub/index.ts';
import { hasRole, type Actor } from '#platform/context/context.ts';
import type { Module, SearchKind } from '#platform/contributions/module.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { search, type Visibility } from '#platform/search/search.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar, ResultCount } from '#ui/components/filter-bar.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Section } from '#ui/components/section.tsx';
import { SearchField } from '#ui/fields/search-field.tsx';
import type { Territory } from '#ui/relief/landscapes.ts';
import { ReliefCover } from '#ui/relief/relief-cover-view.tsx';
import { categoryHues, categoryOf } from '#ui/theme/categories.ts';
import { Highlighted } from './highlighted.tsx';
import { entriesOf, type FoundEntry } from './search-entries.ts';

const path = '/recherche';
const mostMatches = 300;
const firstOfKind = 5;
const pageSize = 20;

interface Asked {
  text: string;
  /** One kind only, when the visitor asked for all of it. */
  kind: SearchKind | null;
  page: number;
}

/** `/recherche?q=`: everything the reader may see, by kind, the best first. */
export async function showSearch(exchange: Exchange, modules: readonly Module[]): Promise<Response> {
  const kinds = modules.flatMap((module) => module.searchKinds ?? []);
  const text = exchange.query('q').trim().slice(0, 200);
  const kind = kinds.find((known) => known.kind === exchange.query('quoi')) ?? null;
  const page = /^[1-9]\d{0,2}$/.test(exchange.query('page')) ? Number(exchange.query('page')) : 1;
  const settings = await currentSettings(exchange.ctx);
  const answer = await search(exchange.ctx.db, text, {
    visibilities: visibilitiesOf(exchange.actor),
    limit: mostMatches,
    ...(kind ? { kinds: [kind.kind] } : {}),
  });
  const found = await entriesOf(exchange.ctx.db, answer.matches);
  const asked = { text, kind, page };
  const words = answer.corrected ?? text;
  return exchange.page({
    title: text ? `Recherche\u00a0: ${text}` : 'Recherche',
    indexed: false,
    content: (
      <>
        <PageHeader title="Chercher" />
        <FilterBar action={path} label="Chercher sur le site">
          <SearchField name="q" label="Qui, quoi, où" value={text} placeholder="vélo, épicerie, Pipriac…" />
        </FilterBar>
        {answer.corrected && found.length > 0 && (
          <p role="status">
            Aucun résultat pour « {text} » ; voici « <b>{answer.corrected}</b> ».
          </p>
        )}
        {found.length > 0 ? (
          <Results found={found} kinds={kinds} asked={asked} words={words} land={landOf(settings)} />
        ) : (
          <NothingFound text={text} land={landOf(settings)} />
        )}
      </>
    ),
  });
}

/** What this reader may find: staff everything, members what is theirs, anyone what is public. */
export function visibilitiesOf(actor: Actor | null): Visibility[] {
  if (hasRole(actor, 'employee')) return ['public', 'members', 'staff'];
  if (hasRole(actor, 'member', 'board_member', 'contributor')) return ['public', 'members'];
  return ['public'];
}

interface ResultsProps {
  readonly found: readonly FoundEntry[];
  readonly kinds: readonly SearchKind[];
  readonly asked: Asked;
  readonly words: string;
  readonly land: Territory;
}

function Results({ found, kinds, asked, words, land }: ResultsProps): JSX.Element {
  const count =
    found.length < mostMatches ? plural(found.length, 'résultat') : `Plus de ${plural(mostMatches - 1, 'résultat')}`;
  const groups = kinds
    .map((kind) => ({ kind, entries: found.filter((entry) => entry.kind === kind.kind) }))
    .filter(({ entries }) => entries.length > 0);
  const back = asked.kind ? [{ label: 'Tout ce qui répond', href: `${path}?${query(asked.text)}` }] : [];
  return (
    <>
      <ResultCount count={count} links={back} />
      {groups.map(({ kind, entries }) => (
        <KindSection kind={kind} entries={entries} asked={asked} words={words} land={land} />
      ))}
    </>
  );
}

function KindSection({
  kind,
  entries,
  asked,
  words,
  land,
}: Omit<ResultsProps, 'found' | 'kinds'> & {
  readonly kind: SearchKind;
  readonly entries: readonly FoundEntry[];
}): JSX.Element {
  const alone = asked.kind !== null;
  const pages = Math.max(1, Math.ceil(entries.length / pageSize));
  const page = Math.min(asked.page, pages);
  const shown = alone ? entries.slice((page - 1) * pageSize, page * pageSize) : entries.slice(0, firstOfKind);
  const hrefOf = (number: number): string => `${path}?${query(asked.text, { quoi: kind.kind, page: String(number) })}`;
  const more =
    !alone && entries.length > shown.length
      ? { more: { href: hrefOf(1), label: `Tout voir (${entries.length})` } }
      : {};
  return (
    <Section title={capitalised(entries.length > 1 ? kind.plural : kind.singular)} {...more}>
      <ol class="stack">
        {shown.map((entry) => (
          <li>
            <Result entry={entry} words={words} land={land} />
          </li>
        ))}
      </ol>
      {alone && <Pagination page={page} pages={pages} hrefOf={hrefOf} />}
    </Section>
  );
}

function Result({
  entry,
  words,
  land,
}: {
  readonly entry: FoundEntry;
  readonly words: string;
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
        <h3 class="card-title">
          <a href={entry.path}>
            <Highlighted text={entry.title} words={words} />
          </a>
        </h3>
        {entry.summary && (
          <p class="card-text">
            <Highlighted text={entry.summary} words={words} />
          </p>
        )}
      </div>
    </article>
  );
}

function NothingFound({ text, land }: { readonly text: string; readonly land: Territory }): JSX.Element {
  const actions = (
    <>
      <ButtonLink kind="ghost" href="/annuaire">
        Parcourir l’annuaire
      </ButtonLink>
      <ButtonLink kind="ghost" href="/contact">
        Nous demander
      </ButtonLink>
    </>
  );
  if (!text) {
    return (
      <EmptyState title="Que cherchez-vous ?" territory={land} actions={actions}>
        <p>Une structure, une commune, une activité : un mot suffit, même mal orthographié.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={`Rien pour « ${text} »`} territory={land} actions={actions}>
      <p>
        Essayez un mot plus court ou plus courant, ou le nom d’une commune. Vous pouvez aussi nous poser la question.
      </p>
    </EmptyState>
  );
}

function query(text: string, more: Record<string, string> = {}): string {
  return new URLSearchParams({ q: text, ...more }).toString();
}

function capitalised(word: string): string {
  return word.charAt(0).toLocaleUpperCase('fr') + word.slice(1);
}
