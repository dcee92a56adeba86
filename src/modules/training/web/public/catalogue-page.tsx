import type { JSX } from 'preact';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import type { FilterChipProps } from '#ui/components/chip.tsx';
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
  const places = [...new Set(sessions.map(({ city }) => city).filter(Boolean))].sort((a, b) =>
    a.localeCompare(b, 'fr'),
  );
  const usedThemes = themes.filter(({ id }) => all.some((course) => course.themes.includes(id)));
  const usedAudiences = audiences.filter(({ tag }) => all.some((course) => course.audiences.includes(tag)));
  const fields: readonly FilterField[] = [
    {
      key: 'pour',
      label: 'Pour qui',
      placeholder: 'Tout le monde',
      choices: usedAudiences.map(({ tag, label }) => ({ value: tag, label })),
    },
    {
      key: 'theme',
      label: 'Thème',
      placeholder: 'Tous les thèmes',
      choices: usedThemes.map(({ id, label }) => ({ value: id, label })),
    },
    {
      key: 'format',
      label: 'Format',
      placeholder: 'Tous les formats',
      choices: courseFormats
        .filter((format) => all.some((course) => course.format === format))
        .map((value) => ({ value, label: formatNames[value] })),
    },
    { key: 'lieu', label: 'Lieu', placeholder: 'Partout', choices: places.map((value) => ({ value, label: value })) },
    {
      key: 'financement',
      label: 'Financement',
      placeholder: 'Tous',
      choices: financings
        .filter((way) => all.some((course) => (course.financing as readonly string[]).includes(way)))
        .map((value) => ({ value, label: financingNames[value] })),
    },
  ];
  // One way to choose alone is not worth a bar.
  const choosable = fields.filter(({ key, choices }) => choices.length > 1 || filters[key]);
  const isFiltered = Object.values(filters).some(Boolean);
  const offered = choosable.length > 1 || isFiltered ? choosable : [];
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
        {offered.length > 0 && (
          <FilterBar
            action={coursesPath}
            label="Choisir parmi les formations"
            submit="Choisir"
            auto
            active={chips(fields, filters)}
            resetHref={coursesPath}
          >
            {offered.map(({ key, label, placeholder, choices }) => (
              <Select name={key} label={label} placeholder={placeholder} value={filters[key]} choices={choices} />
            ))}
          </FilterBar>
        )}
        {coming.length > 0 && (
          <Section title="Prochaines sessions">
            <NextSessions sessions={coming.slice(0, 6)} withCourse />
          </Section>
        )}
        {kept.length > 0 ? (
          <Section title="Le catalogue">
            <div class="stack">
              <ResultCount count={plural(kept.length, 'formation')} />
              <ContentCards cards={await courseCards(ctx, kept)} land={land} />
            </div>
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

interface FilterField {
  readonly key: keyof Filters;
  readonly label: string;
  readonly placeholder: string;
  readonly choices: readonly Choice[];
}

/** Each choice made, with the catalogue as it is without it. */
function chips(fields: readonly FilterField[], filters: Filters): FilterChipProps[] {
  return fields.flatMap(({ key, choices }) => {
    const label = choices.find(({ value }) => value === filters[key])?.label;
    const others = Object.entries(filters).filter(([name, value]) => name !== key && value);
    const query = new URLSearchParams(others).toString();
    return label ? [{ label, removeHref: query ? `${coursesPath}?${query}` : coursesPath }] : [];
  });
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
