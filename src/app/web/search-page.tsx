import { currentSettings, landOf } from '#modules/hub/index.ts';
import { hasRole, type Actor } from '#platform/context/context.ts';
import type { Module } from '#platform/contributions/module.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { findEntries, mostRanked } from '#platform/search/find-entries.ts';
import type { SearchTally } from '#platform/search/search-tally.ts';
import type { Visibility } from '#platform/search/search.ts';
import { suggestEntries } from '#platform/search/suggest-entries.ts';
import { FilterBar } from '#ui/components/filter-bar.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { SearchField } from '#ui/fields/search-field.tsx';
import { searchPath, suggestionsPath } from './search-paths.ts';
import { NothingAsked, NothingFound, Results, resultsAPage } from './search-results.tsx';

const mostSuggested = 8;

/** What the search needs of the application. */
export interface SearchDependencies {
  readonly modules: () => readonly Module[];
  readonly tally: SearchTally;
  readonly clientIp: (exchange: Exchange) => string;
}

/** `/recherche?q=`: everything the reader may see, the best first, or one kind of it. */
export async function showSearch(exchange: Exchange, deps: SearchDependencies): Promise<Response> {
  const { ctx, actor } = exchange;
  const kinds = deps.modules().flatMap((module) => module.searchKinds ?? []);
  const text = askedText(exchange);
  const kind = kinds.find((known) => known.kind === exchange.query('quoi')) ?? null;
  const asked = /^[1-9]\d?$/.test(exchange.query('page')) ? Number(exchange.query('page')) : 1;
  const page = Math.min(asked, mostRanked / resultsAPage);
  const [settings, found] = await Promise.all([
    currentSettings(ctx),
    findEntries(ctx.db, {
      text,
      kind: kind?.kind ?? null,
      visibilities: visibilitiesOf(actor),
      page,
      pageSize: resultsAPage,
    }),
  ]);
  const isFound = found.counts.size > 0;
  // What the team looks for says nothing of what visitors miss.
  if (page === 1 && !kind && !hasRole(actor, 'employee'))
    deps.tally.note({
      hubId: ctx.hubId,
      text,
      day: ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().toString(),
      isFound: isFound && found.corrected === null,
      clientIp: deps.clientIp(exchange),
    });
  const land = landOf(settings);
  return exchange.page({
    title: text ? `Recherche : ${text}` : 'Recherche',
    indexed: false,
    content: (
      <>
        <PageHeader title="Chercher" />
        <FilterBar action={searchPath} label="Chercher sur le site">
          <SearchField
            name="q"
            label="Qui, quoi, où"
            value={text}
            placeholder="vélo, épicerie, Pipriac…"
            source={suggestionsPath}
          />
        </FilterBar>
        {found.corrected && (
          <p role="status">
            Aucun résultat pour « {text} » ; voici « <b>{found.corrected}</b> ».
          </p>
        )}
        {isFound ? (
          <Results text={text} found={found} kinds={kinds} kind={kind} page={page} land={land} />
        ) : text ? (
          <NothingFound text={text} related={found.related} kinds={kinds} land={land} />
        ) : (
          <NothingAsked land={land} />
        )}
      </>
    ),
  });
}

/** `/recherche/suggestions?q=`: what is named so, while it is being typed. */
export async function sendSuggestions(exchange: Exchange, deps: SearchDependencies): Promise<Response> {
  const { ctx, actor } = exchange;
  const kinds = new Map(
    deps
      .modules()
      .flatMap((module) => module.searchKinds ?? [])
      .map((one) => [one.kind, one]),
  );
  const found = await suggestEntries(ctx.db, askedText(exchange), {
    visibilities: visibilitiesOf(actor),
    limit: mostSuggested,
  });
  const list = found.map(({ kind, title, path, state }) => ({
    value: title,
    label: title,
    detail: [kinds.get(kind)?.singular, state].filter(Boolean).join(', '),
    href: path,
  }));
  return exchange.http.json(list, 200, {
    'cache-control': actor ? 'private, no-store' : 'private, max-age=60',
    vary: 'cookie',
  });
}

/** What this reader may find: staff everything, members what is theirs, anyone what is public. */
export function visibilitiesOf(actor: Actor | null): Visibility[] {
  if (hasRole(actor, 'employee')) return ['public', 'members', 'staff'];
  if (hasRole(actor, 'member', 'board_member', 'contributor')) return ['public', 'members'];
  return ['public'];
}

// A NUL cannot be stored, so nothing holds one.
function askedText(exchange: Exchange): string {
  return exchange.query('q').replaceAll('\0', ' ').trim().slice(0, 200);
}
