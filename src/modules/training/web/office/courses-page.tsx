import { formatDate, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Chip } from '#ui/components/chip.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { durationInWords } from '../../domain/course.ts';
import { coursesPath, officePaths } from '../../paths.ts';
import { courseCounts } from '../../queries/course-counts.ts';
import { todayIn } from '../../queries/session-list.ts';
import { allCourses } from '../../queries/stored-course.ts';
import { trail } from './trail.ts';

/** `GET /gestion/formations/catalogue`. */
export async function showCourses(exchange: Exchange): Promise<Response> {
  const { ctx } = exchange;
  const [courses, counts] = await Promise.all([allCourses(ctx.db), courseCounts(ctx.db, todayIn(ctx))]);
  return exchange.page({
    title: 'Catalogue des formations',
    layout: 'office',
    section: officePaths.home,
    publicHref: coursesPath,
    header: {
      lead: 'Les formations du pôle et celles des autres, qui se distinguent d’un coup d’œil.',
      trail: trail({ label: 'Catalogue', href: officePaths.courses }),
      actions: (
        <ButtonLink icon="plus" href={officePaths.addCourse}>
          Ajouter une formation
        </ButtonLink>
      ),
    },
    content: (
      <DataTable
        id="catalogue"
        caption="Formations"
        quietCaption
        rows={courses}
        rowId={(row) => row.id}
        rowName={(row) => row.title}
        columns={[
          {
            key: 'titre',
            label: 'Formation',
            heads: true,
            cell: (row) => <a href={officePaths.course(row.id)}>{row.title}</a>,
          },
          {
            key: 'par',
            label: 'Proposée par',
            cell: (row) => (row.isOwn ? 'Le pôle' : row.providerName || 'Une structure'),
          },
          { key: 'duree', label: 'Durée', whole: true, cell: (row) => durationInWords(row.minutes) },
          {
            key: 'session',
            label: 'Prochaine session',
            cell: (row) => {
              const next = counts.get(row.id)?.next;
              return next ? formatDate(next) : 'Aucune';
            },
          },
          {
            key: 'interesses',
            label: 'À prévenir',
            cell: (row) => plural(counts.get(row.id)?.interested ?? 0, 'personne'),
          },
          {
            key: 'etat',
            label: 'État',
            cell: (row) => <Chip>{row.status === 'published' ? 'Publiée' : 'Brouillon'}</Chip>,
          },
        ]}
        empty={
          <EmptyState
            title="Le catalogue est vide"
            actions={
              <ButtonLink icon="plus" href={officePaths.addCourse}>
                Ajouter une formation
              </ButtonLink>
            }
          >
            <p>Décrivez une formation une fois : chaque session reprend ses textes, ses prix, ses documents.</p>
          </EmptyState>
        }
      />
    ),
  });
}
