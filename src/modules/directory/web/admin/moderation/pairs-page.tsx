import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { tellApart } from '../../../commands/moderation/tell-apart.ts';
import { officePath, officeSheetPath } from '../../../paths.ts';
import { likelyPairs, type LikelyPair } from '../../../queries/moderation/likely-pairs.ts';
import { mergeHref, pairsPath } from './moderation-paths.ts';
import { moderationRefusal } from './texts.ts';

const reasons: Readonly<Record<LikelyPair['because'], string>> = {
  siret: 'même SIRET',
  rna: 'même numéro RNA',
  website: 'même site',
  phone: 'même téléphone',
  name: 'noms très proches, même commune',
};

/** `GET /gestion/annuaire/doublons`: pairs of sheets that may be of one structure. */
export async function showPairs(exchange: Exchange): Promise<Response> {
  const pairs = await likelyPairs(exchange.ctx.db);
  return exchange.page({
    title: 'Doublons possibles',
    layout: 'office',
    section: officePath,
    header: {
      trail: [{ label: 'Le réseau', href: officePath }],
      lead: 'Deux fiches pour une même structure ? Réunissez-les, ou dites qu’elles sont bien deux.',
    },
    content: (
      <DataTable<LikelyPair>
        id="doublons"
        caption="Doublons possibles"
        quietCaption
        rows={pairs}
        rowId={({ aId, bId }) => `${aId} ${bId}`}
        rowName={({ aName, bName }) => `${aName} et ${bName}`}
        columns={[
          {
            key: 'a',
            label: 'Une fiche',
            heads: true,
            cell: ({ aId, aName }) => <a href={officeSheetPath(aId)}>{aName}</a>,
          },
          { key: 'b', label: 'L’autre', cell: ({ bId, bName }) => <a href={officeSheetPath(bId)}>{bName}</a> },
          {
            key: 'why',
            label: 'Ce qui les rapproche',
            cell: ({ because, city }) => [reasons[because], city].filter(Boolean).join(', '),
          },
          {
            key: 'acts',
            label: 'Que faire',
            cell: ({ aId, bId, aName, bName }) => (
              <form method="post" action={pairsPath} class="row">
                <ButtonLink small href={mergeHref(aId, bId)} icon="merge" aria-label={`Comparer ${aName} et ${bName}`}>
                  Comparer
                </ButtonLink>
                <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
                <input type="hidden" name="a" value={aId} />
                <input type="hidden" name="b" value={bId} />
                <Button small kind="quiet" aria-label={`Ce sont deux structures : ${aName} et ${bName}`}>
                  Ce sont deux structures
                </Button>
              </form>
            ),
          },
        ]}
        empty={
          <EmptyState title="Aucun doublon en vue">
            <p>Chaque structure a sa fiche, une seule.</p>
          </EmptyState>
        }
      />
    ),
  });
}

/** `POST /gestion/annuaire/doublons`: these two are two. */
export async function receiveApart(exchange: Exchange): Promise<Response> {
  const { values, key } = await exchange.form();
  const outcome = await execute(exchange.ctx, tellApart, { aId: values['a'], bId: values['b'] }, { key });
  return exchange.redirect(
    pairsPath,
    outcome.ok
      ? { tone: 'success', text: 'C’est noté : ce sont deux structures.' }
      : { tone: 'warning', text: moderationRefusal(outcome.reason) },
  );
}
