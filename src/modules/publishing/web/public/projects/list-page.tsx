import type { JSX } from 'preact';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar, ResultCount } from '#ui/components/filter-bar.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { CallOut, Section } from '#ui/components/section.tsx';
import { Select } from '#ui/fields/select.tsx';
import type { Territory } from '#ui/relief/landscapes.ts';
import { askPath } from '../../../ask-path.ts';
import { publicationCards } from '../../../cards/publication-cards.ts';
import { needFamilies } from '../../../domain/need-families.ts';
import { listPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { allPublished } from '../../../queries/all-published.ts';
import type { PublishedLine } from '../../../queries/published-list.ts';
import { needWords } from '../../need-words.ts';
import { stageNames } from '../../texts.ts';
import { askedPage, pageOf } from '../item/list-address.ts';
import { usedThemes } from '../item/used-themes.ts';
import { ProjectCard } from './project-card.tsx';
import { answersTo, projectsHref, readProjectQuery, type ProjectQuery } from './project-query.ts';
import { stagePath, stageSlugs } from './stages.ts';

const path = listPath('project');
const perPage = 12;
const announce = askPath({ profile: 'projet', from: path, subject: 'Annoncer un projet' });

/** `GET /projets`: what is being built, how far it is, what it looks for. */
export async function showProjects(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const { ctx } = exchange;
  const query = readProjectQuery(exchange.url.searchParams);
  const all = await allPublished(ctx, deps, 'project');
  const matching = all.filter((line) => answersTo(query, line));
  const emerging = matching.filter((line) => line.content.isEmerging);
  const { shown, pages, page } = pageOf(
    matching.filter((line) => !line.content.isEmerging),
    askedPage(exchange.query('page')),
    perPage,
  );
  const seen = page === 1 ? emerging.slice(0, perPage) : [];
  const [{ land }, themes, projects, spotted] = await Promise.all([
    deps.hubLook(ctx.hubId),
    usedThemes(ctx, deps, all),
    withCards(exchange, deps, shown),
    withCards(exchange, deps, seen),
  ]);
  const isNarrowed = matching.length < all.length || query.stage !== null || query.need !== null || query.theme !== '';
  return exchange.page({
    title: 'Projets d’ici',
    description: 'Ce qui se prépare sur le territoire : où en est chaque projet, ce qu’il cherche, et à qui en parler.',
    canonical: projectsHref(query, { page }),
    indexed: !isNarrowed,
    content: (
      <>
        <PageHeader
          title="Projets d’ici"
          lead={<p>Ce qui se prépare, où ça en est, et ce que vous pouvez y apporter.</p>}
          actions={<ButtonLink href={announce}>Annoncer un projet</ButtonLink>}
        />
        {all.length > 0 && <Stages query={query} all={all} />}
        {all.length > 3 && <ProjectFilters query={query} themes={themes} />}
        {isNarrowed && (
          <ResultCount count={plural(matching.length, 'projet')} links={[{ label: 'Tous les projets', href: path }]} />
        )}
        {projects.length > 0 && (
          <Section title={query.need ? `Ils cherchent ${needWords[query.need].label}` : 'En chemin'}>
            <Grid projects={projects} land={land} />
            <Pagination page={page} pages={pages} hrefOf={(at) => projectsHref(query, { page: at })} />
          </Section>
        )}
        {spotted.length > 0 && (
          <Section title="Ça frémit">
            <p class="section-lead">Des idées repérées par la veille du pôle, avant même qu’un projet soit écrit.</p>
            <Grid projects={spotted} land={land} />
          </Section>
        )}
        {matching.length === 0 && (
          <EmptyState
            title={
              all.length === 0
                ? 'Le premier projet, c’est peut-être le vôtre'
                : 'Aucun projet de ce genre pour l’instant'
            }
            actions={<ButtonLink href={announce}>Annoncer un projet</ButtonLink>}
          >
            <p>Même flou, même tout petit : parlez-en, d’autres y pensent sans doute.</p>
          </EmptyState>
        )}
        {matching.length > 0 && (
          <CallOut title="Vous avez une idée en tête ?">
            <p>Deux minutes pour voir si elle relève de l’ESS, ou un café pour en parler.</p>
            <p class="actions">
              <ButtonLink kind="dark" href="/mon-projet-est-il-ess">
                Mon projet est-il de l’ESS ?
              </ButtonLink>
              <a href={announce}>Annoncer un projet</a>
            </p>
          </CallOut>
        )}
      </>
    ),
  });
}

type Carded = { line: PublishedLine<'project'>; card: Awaited<ReturnType<typeof publicationCards>>[number] };

async function withCards(
  { ctx }: Exchange,
  deps: PublishingDependencies,
  lines: readonly PublishedLine<'project'>[],
): Promise<Carded[]> {
  const cards = await publicationCards(ctx, deps, lines);
  return lines.flatMap((line, rank) => (cards[rank] ? [{ line, card: cards[rank] }] : []));
}

function Grid({ projects, land }: { readonly projects: readonly Carded[]; readonly land: Territory }): JSX.Element {
  return (
    <div class="project-cards">
      {projects.map(({ line, card }) => (
        <ProjectCard line={line} card={card} land={land} />
      ))}
    </div>
  );
}

/** The way from idea to done, with how many projects stand at each step: each leads to them. */
function Stages({
  query,
  all,
}: {
  readonly query: ProjectQuery;
  readonly all: readonly PublishedLine<'project'>[];
}): JSX.Element {
  return (
    <nav class="stage-links" aria-label="Projets par étape">
      <ol>
        {[...stagePath, 'paused' as const].map((stage) => {
          const count = all.filter((line) => line.content.stage === stage).length;
          if (stage === 'paused' && count === 0) return null;
          return (
            <li>
              <a
                href={projectsHref(query, { stage: query.stage === stage ? null : stage })}
                aria-current={query.stage === stage ? 'true' : undefined}
              >
                <b>{count}</b>
                <span>{stageNames[stage]}</span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function ProjectFilters({
  query,
  themes,
}: {
  readonly query: ProjectQuery;
  readonly themes: readonly { id: string; label: string }[];
}): JSX.Element {
  const active = [
    ...(query.need
      ? [{ label: `cherche ${needWords[query.need].label}`, removeHref: projectsHref(query, { need: null }) }]
      : []),
    ...(query.theme
      ? [
          {
            label: themes.find(({ id }) => id === query.theme)?.label ?? 'thème',
            removeHref: projectsHref(query, { theme: '' }),
          },
        ]
      : []),
  ];
  return (
    <FilterBar action={path} label="Choisir des projets" submit="Voir" auto active={active}>
      <Select
        name="cherche"
        label="Ils cherchent"
        placeholder="Peu importe"
        value={query.need ? needWords[query.need].slug : ''}
        choices={needFamilies.map((family) => ({ value: needWords[family].slug, label: needWords[family].label }))}
      />
      {themes.length > 0 && (
        <Select
          name="theme"
          label="Thème"
          placeholder="Tous les thèmes"
          value={query.theme}
          choices={themes.map(({ id, label }) => ({ value: id, label }))}
        />
      )}
      {query.stage && <input type="hidden" name="etape" value={stageSlugs[query.stage]} />}
    </FilterBar>
  );
}
