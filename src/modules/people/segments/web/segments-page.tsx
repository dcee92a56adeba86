import type { SegmentCondition } from '#platform/contributions/module.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PeopleTabs } from '../../list/web/people-tabs.tsx';
import { segmentPaths } from '../paths.ts';
import { countedSegments } from '../queries/segments.ts';

/** `GET /gestion/segments` */
export const showSegments = (known: () => readonly SegmentCondition[]) => async (exchange: Exchange) => {
  const segments = await countedSegments(exchange.ctx, known());
  return exchange.page({
    title: 'Segments',
    layout: 'office',
    section: '/gestion/personnes',
    header: {
      trail: [{ label: 'Personnes', href: '/gestion/personnes' }],
      lead: 'Des groupes de personnes qui se tiennent à jour seuls : pour écrire, étiqueter, télécharger.',
      actions: <ButtonLink href={segmentPaths.add}>Nouveau segment</ButtonLink>,
    },
    content: (
      <>
        <PeopleTabs current={segmentPaths.list} />
        <DataTable
          id="segments"
          caption="Segments"
          quietCaption
          rows={segments}
          rowId={({ id }) => id}
          rowName={({ name }) => name}
          columns={[
            { key: 'name', label: 'Nom', cell: ({ id, name }) => <a href={segmentPaths.segment(id)}>{name}</a> },
            { key: 'who', label: 'Qui', cell: ({ read }) => read.sentence },
            {
              key: 'count',
              label: 'Personnes',
              numeric: true,
              cell: ({ read, count }) => (read.people ? plural(count.total, 'personne') : 'à compléter'),
            },
            {
              key: 'mail',
              label: 'Par mail',
              numeric: true,
              cell: ({ read, count }) => (read.people ? String(count.withEmail) : '–'),
            },
          ]}
          empty={
            <EmptyState
              title="Aucun segment pour l’instant"
              actions={<ButtonLink href={segmentPaths.add}>Composer un segment</ButtonLink>}
            >
              <p>
                Un segment dit qui, avec des mots : « adhérentes de Bain-de-Bretagne jamais venues à une formation ». Il
                se recompte à chaque fois qu’on l’ouvre.
              </p>
            </EmptyState>
          }
        />
      </>
    ),
  });
};
