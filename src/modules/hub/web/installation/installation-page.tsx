import { formatDate } from '#platform/french/index.ts';
import type { KeyFigure } from '#platform/contributions/module.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Chip } from '#ui/components/chip.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { mayOperate } from '../../policy.ts';
import type { HubDependencies } from '../../ports.ts';
import { listHubs, type InstalledHub } from '../../queries/hub-list.ts';
import { readHubSettings } from '../../queries/hub-settings.ts';
import { paths } from '../paths.ts';

interface HubRow extends InstalledHub {
  name: string;
  figures: readonly KeyFigure[];
}

/** `/gestion/installation`: the hubs of the installation, each with its own counts. */
export async function showInstallation(exchange: Exchange, dependencies: HubDependencies): Promise<Response> {
  if (!mayOperate(exchange.actor)) return exchange.notFound();
  const rows: HubRow[] = [];
  for (const hub of await listHubs(exchange.ctx.db)) rows.push(await hubRow(exchange, dependencies, hub));
  return exchange.page({
    title: 'Installation',
    layout: 'office',
    header: {
      lead: <p>Les pôles servis par cette machine.</p>,
      actions: <ButtonLink href={paths.newHub}>Créer un pôle</ButtonLink>,
    },
    content: (
      <DataTable<HubRow>
        id="poles"
        caption="Pôles"
        quietCaption
        rows={rows}
        rowId={(hub) => hub.id}
        rowName={(hub) => hub.name}
        columns={[
          { key: 'name', label: 'Pôle', cell: (hub) => <a href={paths.installedHub(hub.id)}>{hub.name}</a> },
          { key: 'state', label: 'État', cell: (hub) => <Chip>{stateOf(hub)}</Chip> },
          {
            key: 'domains',
            label: 'Domaines',
            cell: (hub) => hub.domains.map((domain) => domain.host).join(', ') || '(aucun)',
          },
          {
            key: 'figures',
            label: 'Chiffres',
            cell: (hub) => hub.figures.map(({ value, label }) => `${value} ${label}`).join(', '),
          },
          { key: 'since', label: 'Depuis', cell: (hub) => formatDate(hub.createdAt, { zone: exchange.ctx.zone }) },
        ]}
        empty={<p>Aucun pôle.</p>}
      />
    ),
  });
}

/** How a hub stands. */
export function stateOf(hub: InstalledHub): string {
  if (hub.closedAt) return 'Fermé';
  return hub.isDemo ? 'Démonstration' : 'Ouvert';
}

async function hubRow(
  exchange: Exchange,
  { contextIn, keyFigures }: HubDependencies,
  hub: InstalledHub,
): Promise<HubRow> {
  const there = await contextIn(exchange.ctx, hub.id);
  const [settings, figures] = await Promise.all([readHubSettings(there.db, hub.id), keyFigures(there)]);
  return { ...hub, name: settings?.name ?? hub.slug, figures };
}
