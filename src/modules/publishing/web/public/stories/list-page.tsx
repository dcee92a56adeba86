import type { JSX } from 'preact';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { ContentCards } from '#ui/components/content-cards.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar, ResultCount } from '#ui/components/filter-bar.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Section } from '#ui/components/section.tsx';
import { Select } from '#ui/fields/select.tsx';
import { askPath } from '../../../ask-path.ts';
import { publicationCards } from '../../../cards/publication-cards.ts';
import { listPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { allPublished } from '../../../queries/all-published.ts';
import { askedPage, listHref, pageOf } from '../item/list-address.ts';
import { usedThemes } from '../item/used-themes.ts';
import { FavouriteStory } from './favourite-story.tsx';

const path = listPath('story');
const perPage = 12;

/** `GET /histoires`: those of the team's heart first, told before and after. */
export async function showStories(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const { ctx } = exchange;
  const all = await allPublished(ctx, deps, 'story');
  const [theme, place] = [exchange.query('theme'), exchange.query('lieu')];
  const matching = all.filter(
    (line) => (!theme || line.themes.includes(theme)) && (!place || line.content.place === place),
  );
  const [favourites, others] = [true, false].map((wanted) =>
    matching.filter((line) => line.content.isFavourite === wanted),
  );
  const { shown, pages, page } = pageOf(others ?? [], askedPage(exchange.query('page')), perPage);
  const onTop = page === 1 ? (favourites ?? []).slice(0, 3) : [];
  const more = page === 1 ? (favourites ?? []).slice(3) : [];
  const [{ land }, themes, topCards, cards] = await Promise.all([
    deps.hubLook(ctx.hubId),
    usedThemes(ctx, deps, all),
    publicationCards(ctx, deps, onTop),
    publicationCards(ctx, deps, [...more, ...shown]),
  ]);
  const places = [...new Set(all.map((line) => line.content.place).filter(Boolean))].sort((a, b) =>
    a.localeCompare(b, 'fr'),
  );
  const isNarrowed = theme !== '' || place !== '';
  return exchange.page({
    title: 'Histoires d’ici',
    description: 'Avant, après : celles et ceux qui ont osé racontent ce qui a changé, avec les chiffres et les mots.',
    canonical: listHref(path, { theme, lieu: place, page }),
    indexed: !isNarrowed,
    content: (
      <>
        <PageHeader
          title="Histoires d’ici"
          lead={<p>Avant, après. Celles et ceux qui ont osé racontent ce qui a changé.</p>}
          actions={
            <ButtonLink kind="ghost" href={askPath({ from: path, subject: 'Une histoire à raconter' })}>
              Raconter la vôtre
            </ButtonLink>
          }
        />
        {all.length > 3 && (themes.length > 0 || places.length > 1) && (
          <FilterBar
            action={path}
            label="Choisir des histoires"
            submit="Voir"
            auto
            {...(isNarrowed ? { resetHref: path } : {})}
          >
            <Select
              name="theme"
              label="Thème"
              placeholder="Tous les thèmes"
              value={theme}
              choices={themes.map(({ id, label }) => ({ value: id, label }))}
            />
            <Select
              name="lieu"
              label="Lieu"
              placeholder="Tous les lieux"
              value={place}
              choices={places.map((value) => ({ value, label: value }))}
            />
          </FilterBar>
        )}
        {isNarrowed && (
          <ResultCount
            count={plural(matching.length, 'histoire')}
            links={[{ label: 'Toutes les histoires', href: path }]}
          />
        )}
        {topCards.length > 0 && (
          <Section title="Nos coups de cœur" class="favourites">
            {onTop.map((line, rank) => {
              const card = topCards[rank];
              return card && <FavouriteStory line={line} card={card} land={land} isFirst={rank === 0} />;
            })}
          </Section>
        )}
        {cards.length > 0 && (
          <Section title={topCards.length > 0 ? 'Et aussi' : 'Toutes les histoires'}>
            <ContentCards cards={cards} land={land} />
            <Pagination page={page} pages={pages} hrefOf={(at) => listHref(path, { theme, lieu: place, page: at })} />
          </Section>
        )}
        {matching.length === 0 && <NoStory isNarrowed={isNarrowed} />}
      </>
    ),
  });
}

function NoStory({ isNarrowed }: { readonly isNarrowed: boolean }): JSX.Element {
  return isNarrowed ? (
    <EmptyState
      title="Pas encore d’histoire ici"
      actions={
        <ButtonLink kind="ghost" href={path}>
          Voir toutes les histoires
        </ButtonLink>
      }
    >
      <p>Vous en connaissez une ? Soufflez-la au pôle.</p>
    </EmptyState>
  ) : (
    <EmptyState
      title="La première histoire reste à écrire"
      actions={
        <ButtonLink href={askPath({ from: path, subject: 'Une histoire à raconter' })}>Raconter la vôtre</ButtonLink>
      }
    >
      <p>Une épicerie sauvée, un atelier repris par son équipe, un café qui rouvre : racontez-nous.</p>
    </EmptyState>
  );
}
