import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PeopleTabs } from '../../list/web/people-tabs.tsx';
import { paths } from '../../paths.ts';
import { sharedAddresses } from '../../queries/own-address.ts';
import { likelyTwins, type TwinReason } from '../../queries/twins.ts';
import { SharedAddresses } from './shared-addresses.tsx';

export const reasonWords: Readonly<Record<TwinReason, string>> = {
  email: 'même mail',
  phone: 'même téléphone',
  name: 'même nom',
};

/** `GET /gestion/personnes/doublons`: people who may be written down twice. */
export async function showTwins(exchange: Exchange): Promise<Response> {
  const pairs = await likelyTwins(exchange.ctx.db, null);
  return exchange.page({
    title: 'Doublons possibles',
    layout: 'office',
    section: paths.people,
    header: {
      trail: [{ label: 'Personnes', href: paths.people }],
      lead: 'Le site ne réunit jamais deux fiches de lui-même : comparez, puis choisissez.',
    },
    content: (
      <>
        <PeopleTabs current={paths.twins} />
        <SharedAddresses shared={await sharedAddresses(exchange.ctx)} formKey={exchange.formKey} />
        <DataTable
          id="doublons"
          caption={plural(pairs.length, 'paire à regarder', 'paires à regarder')}
          rows={pairs}
          rowId={(pair) => `${pair.one.id}-${pair.other.id}`}
          rowName={(pair) => `${pair.one.name} et ${pair.other.name}`}
          columns={[
            { key: 'one', label: 'Une fiche', cell: (pair) => <a href={paths.person(pair.one.id)}>{pair.one.name}</a> },
            {
              key: 'other',
              label: 'L’autre',
              cell: (pair) => <a href={paths.person(pair.other.id)}>{pair.other.name}</a>,
            },
            {
              key: 'why',
              label: 'Pourquoi',
              cell: (pair) => pair.reasons.map((reason) => reasonWords[reason]).join(', '),
            },
            {
              key: 'act',
              label: 'Choisir',
              cell: (pair) => (
                <a href={paths.compare(pair.one.id, pair.other.id)}>
                  Comparer
                  <span class="visually-hidden">
                    {' '}
                    {pair.one.name} et {pair.other.name}
                  </span>
                </a>
              ),
            },
          ]}
          empty={
            <EmptyState title="Aucun doublon en vue">
              Même mail, même téléphone ou même nom : rien de tel entre deux personnes, hors d’un même foyer.
            </EmptyState>
          }
        />
      </>
    ),
  });
}
