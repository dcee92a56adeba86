import type { JSX } from 'preact';
import { plural } from '#platform/french/index.ts';
import type { ContentCard } from '#platform/contributions/module.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import { PhotoOrRelief } from '#ui/relief/relief-cover-view.tsx';
import type { Territory } from '#ui/relief/landscapes.ts';
import { publicationCards } from '../../../cards/publication-cards.ts';
import { verdicts } from '../../../content/network.ts';
import { officePaths, proposePath } from '../../../paths.ts';
import { contributors } from '../../../policy.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { allPublished } from '../../../queries/all-published.ts';
import type { PublishedLine } from '../../../queries/published-list.ts';
import { experiencesPath } from '../../../resource-paths.ts';
import { verdictNames } from '../../texts.ts';
import { askedPage, listHref, pageOf } from '../item/list-address.ts';
import { usedThemes } from '../item/used-themes.ts';
import { FilterLinks } from '../resources/resource-filters.tsx';
import { Verdict, type VerdictName } from './verdict.tsx';

const aPage = 18;

const slugs: Readonly<Record<VerdictName, string>> = { works: 'ca-marche', mixed: 'ca-depend', fails: 'pas-marche' };

/** `GET /experiences`: what was tried here, what came of it. */
export async function showExperiences(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const { ctx } = exchange;
  const [{ land }, all] = await Promise.all([deps.hubLook(ctx.hubId), allPublished(ctx, deps, 'experience')]);
  const verdict = verdicts.find((one) => slugs[one] === exchange.query('verdict')) ?? null;
  const asked = verdict ? slugs[verdict] : '';
  const theme = (await usedThemes(ctx, deps, all)).find(({ id }) => id === exchange.query('theme'));
  const matching = all.filter(
    ({ content, themes }) => (!verdict || content.verdict === verdict) && (!theme || themes.includes(theme.id)),
  );
  const address = (page: number): string => listHref(experiencesPath, { verdict: asked, theme: theme?.id, page });
  const { shown, pages, page } = pageOf(matching, askedPage(exchange.query('page')), aPage);
  const cards = await publicationCards(ctx, deps, shown);
  return exchange.page({
    title: 'Retours d’expérience',
    description: 'Ce qui marche, ce qui ne marche pas, et pourquoi : racontés par celles et ceux qui ont essayé.',
    canonical: address(page),
    indexed: !theme,
    section: '/ressources',
    edit: { href: officePaths.listOf('experience'), label: 'Gérer les retours d’expérience', roles: contributors },
    content: (
      <>
        <PageHeader
          trail={[{ label: 'Ressources', href: '/ressources' }, { label: 'Retours d’expérience' }]}
          title="On a essayé"
          lead={<p>Ce qui marche, ce qui ne marche pas. Les deux font gagner du temps.</p>}
          actions={
            <ButtonLink icon="plus" href={proposePath('experience')}>
              Raconter la vôtre
            </ButtonLink>
          }
        />
        <FilterLinks
          label="Verdict"
          links={verdicts.map((one) => ({
            label: verdictNames[one],
            count: all.filter(({ content }) => content.verdict === one).length,
            href: one === verdict ? experiencesPath : listHref(experiencesPath, { verdict: slugs[one] }),
            isCurrent: one === verdict,
          }))}
        />
        {(verdict || theme) && (
          <p class="result-count">
            <b>{plural(matching.length, 'retour', 'retours')}</b>
            {theme && ` · ${theme.label}`} · <a href={experiencesPath}>Tout voir</a>
          </p>
        )}
        <div class="experiences">
          {shown.map((line, place) => {
            const card = cards[place];
            return card && <Experience line={line} card={card} land={land} />;
          })}
        </div>
        {shown.length === 0 && <NoExperience land={land} />}
        <Pagination page={page} pages={pages} hrefOf={address} />
      </>
    ),
  });
}

/** One note, told apart at a glance: verdict, what was tried, what is to be kept in mind. */
export function Experience({
  line,
  card,
  land,
  level = 2,
}: {
  readonly line: PublishedLine<'experience'>;
  readonly card: ContentCard;
  readonly land: Territory;
  readonly level?: 2 | 3;
}): JSX.Element {
  const Heading = `h${level}` as const;
  return (
    <article class="card wide experience">
      <PhotoOrRelief
        id={card.id}
        hue={card.hue}
        motif={land.motif}
        photo={card.picture ? photoOf(card.picture, '(min-width: 60em) 380px, 92vw', '') : undefined}
      />
      <div class="card-body">
        <Verdict verdict={line.content.verdict} />
        <Heading class="card-title">
          <a href={card.href}>{card.title}</a>
        </Heading>
        {card.text && <p class="card-text">{card.text}</p>}
        <p class="facts">{card.facts}</p>
      </div>
    </article>
  );
}

function NoExperience({ land }: { readonly land: Territory }): JSX.Element {
  return (
    <EmptyState
      title="La première expérience sera la vôtre"
      territory={land}
      actions={<ButtonLink href={proposePath('experience')}>La raconter</ButtonLink>}
    >
      <p>Réussie ou ratée, elle évitera à d’autres de repartir de zéro.</p>
    </EmptyState>
  );
}
