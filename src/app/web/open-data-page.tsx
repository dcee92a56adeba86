import type { Module, OpenDataset } from '#platform/contributions/module.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Panel } from '#ui/components/panel.tsx';

/** `/gestion/donnees`: the public tables that anyone may take away, to be given to a partner. */
export async function showOpenData(exchange: Exchange, modules: readonly Module[]): Promise<Response> {
  const datasets = modules.flatMap((module) => module.openData ?? []);
  return exchange.page({
    title: 'Données ouvertes',
    layout: 'office',
    header: {
      lead: (
        <p>
          Ce que vous rendez public, en fichiers que d’autres peuvent reprendre. Donnez ces adresses à vos partenaires.
        </p>
      ),
    },
    content:
      datasets.length > 0 ? (
        <>
          {datasets.map((dataset) => (
            <Dataset dataset={dataset} origin={exchange.hub.origin} />
          ))}
        </>
      ) : (
        <EmptyState title="Rien à partager pour l’instant">
          <p>Les structures de l’annuaire seront les premières.</p>
        </EmptyState>
      ),
  });
}

function Dataset({ dataset, origin }: { readonly dataset: OpenDataset; readonly origin: string }) {
  return (
    <Panel title={dataset.title}>
      <p>{dataset.description}</p>
      <div class="row">
        {dataset.formats.map(({ label, path }) => (
          <ButtonLink kind="ghost" small icon="download" href={path} aria-label={`${dataset.title}, ${label}`}>
            {label}
          </ButtonLink>
        ))}
      </div>
      <ul class="facts">
        {dataset.formats.map(({ path }) => (
          <li>{`${origin}${path}`}</li>
        ))}
      </ul>
    </Panel>
  );
}
