import type { JSX } from 'preact';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { ContentCards } from '#ui/components/content-cards.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar, ResultCount } from '#ui/components/filter-bar.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Section } from '#ui/components/section.tsx';
import { Select, type Choice } from '#ui/fields/select.tsx';
import { courseFormats, financingNames, financings, formatNames } from '../../domain/course.ts';
import { coursesPath, officePaths } from '../../paths.ts';
import type { TrainingDependencies } from '../../ports.ts';
import { courseCards } from '../../queries/course-cards.ts';
import { sessionList, todayIn } from '../../queries/session-list.ts';
import { publicCourses, type StoredCourse } from '../../queries/stored-course.ts';
import { NextSessions } from './next-sessions.tsx';

/** `GET /formations`: what one may learn here, by the hub and by others. */
export async function showCatalogue(exchange: Exchange, deps: TrainingDependencies): Promise<Response> {
  const { ctx } = exchange;
  const today = todayIn(ctx);
  const [{ land, name }, all, themes, audiences, sessions] = await Promise.all([
    deps.hubLook(exchange.hub.id),
    publicCourses(ctx.db),
    deps.themes(ctx),
    deps.audiences(ctx),
    sessionList(ctx.db, { from: today, publicOnly: true }, { limit: 200, today }),
  ]);
  const filters = filtersOf(exchange);
  const kept = all.filter((course) => isKept(course, filters, sessions));
  const ids = new Set(kept.map(({ id }) => id));
  const coming = sessions.filter(({ courseId, state }) => ids.has(courseId) && state !== 'cancelled');
  const seats = await deps.registration.seats(ctx, []);
  const places = [...new Set(sessions.map(({ city }) => city).filter(Boolean))].sort((a, b) =>
    a.localeCompare(b, 'fr'),
  );
  const usedThemes = themes.filter(({ id }) => all.some((course) => course.themes.includes(id)));
  const usedAudiences = audiences.filter(({ tag }) => all.some((course) => course.audiences.includes(tag)));
  const choice = (key: keyof Filters, label: string, placeholder: string, choices: readonly Choice[]) =>
    choices.length > 0 && (
      <Select name={key} label={label} placeholder={placeholder} value={filters[key]} choices={choices} />
    );
  const isFiltered = Object.values(filters).some(Boolean);
  return exchange.page({
    title: 'Formations',
    description: `Les formations de ${name} et de ses partenaires : prochaines sessions, programmes, inscriptions.`,
    sheets: ['agenda'],
    canonical: coursesPath,
    indexed: !isFiltered,
    edit: { href: officePaths.courses, roles: ['employee'] },
    content: (
      <>
        <PageHeader
          title="Formations"
          lead="Pour apprendre près de chez vous, entre gens du coin : celles du pôle, et celles que d’autres proposent."
        />
        {all.length > 0 && (
          <FilterBar
            action={coursesPath}
            label="Choisir parmi les formations"
            submit="Choisir"
            auto
            {...(isFiltered
              ? { resetHref: coursesPath, active: [{ label: 'Choix en cours', removeHref: coursesPath }] }
              : {})}
          >
            {choice(
              'pour',
              'Pour qui',
              'Tout le monde',
              usedAudiences.map(({ tag, label }) => ({ value: tag, label })),
            )}
            {choice(
              'theme',
              'Thème',
              'Tous les thèmes',
              usedThemes.map(({ id, label }) => ({ value: id, label })),
            )}
            {choice(
              'format',
              'Format',
              'Tous les formats',
              courseFormats.map((value) => ({ value, label: formatNames[value] })),
            )}
            {choice(
              'lieu',
              'Lieu',
              'Partout',
              places.map((value) => ({ value, label: value })),
            )}
            {choice(
              'financement',
              'Financement',
              'Tous',
              financings.map((value) => ({ value, label: financingNames[value] })),
            )}
          </FilterBar>
        )}
        {coming.length > 0 && (
          <Section title="Prochaines sessions">
            <NextSessions sessions={coming.slice(0, 6)} seats={seats} withCourse />
          </Section>
        )}
        {kept.length > 0 ? (
          <Section title="Le catalogue">
            <ResultCount count={plural(kept.length, 'formation')} />
            <ContentCards cards={await courseCards(ctx, kept)} land={land} />
          </Section>
        ) : (
          <Nothing isFiltered={isFiltered} />
        )}
      </>
    ),
  });
}

function Nothing({ isFiltered }: { readonly isFiltered: boolean }): JSX.Element {
  return isFiltered ? (
    <EmptyState
      title="Aucune formation ne répond à ce choix"
      actions={<ButtonLink href={coursesPath}>Tout le catalogue</ButtonLink>}
    >
      <p>Élargissez le choix, ou dites-nous ce que vous cherchez.</p>
    </EmptyState>
  ) : (
    <EmptyState
      title="Le catalogue se prépare"
      actions={<ButtonLink href="/contact">Dire ce que vous voudriez apprendre</ButtonLink>}
    >
      <p>Dites-nous de quoi vous auriez besoin : c’est souvent ainsi que naît une formation.</p>
    </EmptyState>
  );
}

interface Filters {
  pour: string;
  theme: string;
  format: string;
  lieu: string;
  financement: string;
}

function filtersOf(exchange: Exchange): Filters {
  const asked = (name: keyof Filters) => exchange.query(name).slice(0, 80);
  return {
    pour: asked('pour'),
    theme: asked('theme'),
    format: asked('format'),
    lieu: asked('lieu'),
    financement: asked('financement'),
  };
}

function isKept(
  course: StoredCourse,
  { pour, theme, format, lieu, financement }: Filters,
  sessions: readonly { courseId: string; city: string }[],
): boolean {
  if (pour && !course.audiences.includes(pour)) return false;
  if (theme && !course.themes.includes(theme)) return false;
  if (format && course.format !== format) return false;
  if (financement && !(course.financing as readonly string[]).includes(financement)) return false;
  return !lieu || sessions.some(({ courseId, city }) => courseId === course.id && city === lieu);
}
