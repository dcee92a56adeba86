import { execute } from '#platform/command/execute.ts';
import { formatMoney, listing, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { GatewayRefused, GatewayUnavailable } from '#platform/payment-gateway/payment-gateway.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { moneyPaths } from '../../money-paths.ts';
import { paths } from '../../paths.ts';
import type { MembershipSurroundings } from '../../ports.ts';
import { sentenceOf } from '../../web/form-answer.ts';
import { matchIncoming, setIncomingAside } from '../commands/match-incoming.ts';
import { takeBackMatch } from '../commands/take-back-match.ts';
import type { IncomingState } from '../domain/incoming.ts';
import { proposalsFor, type Proposal } from '../domain/match.ts';
import { incomingCounts, incomingList, incomingOf, sharesOfIncoming, type IncomingRow } from '../queries/incoming.ts';
import { owedDues, type OwedDues } from '../queries/owed.ts';
import { takeOnline } from '../take-online.ts';
import { IncomingLine, NothingHere } from './incoming-line.tsx';

const views = { 'a-rapprocher': 'waiting', rapproches: 'matched', 'de-cote': 'aside', repartis: 'returned' } as const;
type View = keyof typeof views;
const viewLabels: Readonly<Record<View, string>> = {
  'a-rapprocher': 'À rapprocher',
  rapproches: 'Rapprochés',
  'de-cote': 'De côté',
  repartis: 'Repartis',
};
const allViews = Object.keys(views) as View[];
const hrefOf = (view: View): string => (view === 'a-rapprocher' ? moneyPaths.inbox : `${moneyPaths.inbox}?vue=${view}`);

/** `GET /gestion/adhesions/rapprochement`: money that came by itself, and whose it may be. */
export async function showInbox(exchange: Exchange): Promise<Response> {
  const { ctx } = exchange;
  const view = allViews.find((one) => one === exchange.query('vue')) ?? 'a-rapprocher';
  const state: IncomingState = views[view];
  const [rows, counts] = await Promise.all([incomingList(ctx.db, state), incomingCounts(ctx.db)]);
  const owed = state === 'waiting' ? await owedDues(ctx.db) : [];
  const shares =
    state === 'matched' || state === 'returned'
      ? await sharesOfIncoming(
          ctx.db,
          rows.map(({ id }) => id),
        )
      : new Map();
  const proposed = new Map(rows.map((row) => [row.id, state === 'waiting' ? proposalsFor(row, owed) : []]));
  const sure = sureMatches(rows, proposed);
  return exchange.page({
    title: 'Rapprochement',
    layout: 'office',
    header: {
      trail: [{ label: 'Adhésions', href: paths.office }],
      lead: <p>L’argent arrivé sans passer par le site : dites pour qui, en un clic.</p>,
      actions: (
        <>
          <ButtonLink icon="plus" href={moneyPaths.addIncoming}>
            Ajouter des paiements
          </ButtonLink>
          <form method="post" action={moneyPaths.readOnline}>
            <input type="hidden" name={formKeyField} value={ctx.newId()} />
            <Button kind="ghost">Relire HelloAsso</Button>
          </form>
        </>
      ),
    },
    content: (
      <>
        <Tabs
          label="Où en sont les paiements"
          tabs={allViews.map((one) => ({
            label: viewLabels[one],
            href: hrefOf(one),
            current: one === view,
            count: counts[views[one]],
          }))}
        />
        {sure.length > 1 && (
          <form method="post" action={`${moneyPaths.inbox}/surs`}>
            <input type="hidden" name={formKeyField} value={ctx.newId()} />
            {sure.map(({ id, chargeId }) => (
              <input type="hidden" name="paires" value={`${id} ${chargeId}`} />
            ))}
            <p class="actions">
              <Button icon="check">Accepter les {sure.length} rapprochements sûrs</Button>
            </p>
          </form>
        )}
        {rows.map((row) => (
          <IncomingLine
            exchange={exchange}
            row={row}
            proposals={proposed.get(row.id) ?? []}
            shares={shares.get(row.id) ?? []}
          />
        ))}
        {rows.length === 0 && <NothingHere state={state} />}
      </>
    ),
  });
}

/** Payments that one charge only surely answers, each charge once. */
function sureMatches(
  rows: readonly IncomingRow[],
  proposed: ReadonlyMap<string, readonly Proposal<OwedDues>[]>,
): { id: string; chargeId: string }[] {
  const taken = new Set<string>();
  return rows.flatMap((row) => {
    const sure = (proposed.get(row.id) ?? []).filter(({ isSure }) => isSure);
    const chargeId = sure.length === 1 ? sure[0]?.owed.chargeId : undefined;
    if (!chargeId || taken.has(chargeId)) return [];
    taken.add(chargeId);
    return [{ id: row.id, chargeId }];
  });
}

/** `POST /gestion/adhesions/rapprochement/:id/accepter`: all of it is for one. */
export async function receiveAcceptOne(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const id = exchange.param('id');
  const row = isId(id) ? await incomingOf(exchange.ctx.db, id) : null;
  if (!row) return exchange.notFound();
  const shares = [{ chargeId: form.values['chargeId'] ?? '', amount: row.amount }];
  const outcome = await execute(exchange.ctx, matchIncoming, { id, shares }, { key: form.key });
  return exchange.redirect(
    moneyPaths.inbox,
    outcome.ok
      ? { tone: 'success', text: `${formatMoney(row.amount)} rapprochés : l’adhésion suit son chemin.` }
      : { tone: 'warning', text: sentenceOf(outcome) },
  );
}

/** `POST /gestion/adhesions/rapprochement/surs`: each pair the page showed as sure. */
export async function receiveSure(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  let done = 0;
  for (const pair of form.all('paires').slice(0, 100)) {
    const [id = '', chargeId = ''] = pair.split(' ');
    const row = isId(id) ? await incomingOf(exchange.ctx.db, id) : null;
    if (!row) continue;
    const outcome = await execute(exchange.ctx, matchIncoming, { id, shares: [{ chargeId, amount: row.amount }] });
    if (outcome.ok) done += 1;
  }
  return exchange.redirect(moneyPaths.inbox, {
    tone: done > 0 ? 'success' : 'warning',
    text: `${plural(done, 'paiement rapproché', 'paiements rapprochés')}.`,
  });
}

/** `POST /gestion/adhesions/rapprochement/:id/defaire`. */
export async function receiveTakeBackMatch(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const id = exchange.param('id');
  const outcome = await execute(
    exchange.ctx,
    takeBackMatch,
    { id, reason: form.values['reason'] ?? '' },
    { key: form.key },
  );
  if (!outcome.ok && (outcome.reason === 'not_found' || !isId(id))) return exchange.notFound();
  return exchange.redirect(
    outcome.ok ? moneyPaths.inbox : hrefOf('rapproches'),
    outcome.ok
      ? { tone: 'success', text: 'C’est défait : ce paiement attend de nouveau, et la cotisation est due.' }
      : { tone: 'warning', text: sentenceOf(outcome) },
  );
}

/** `POST …/ecarter` and `…/reprendre`. */
export const receiveAside =
  (isAside: boolean) =>
  async (exchange: Exchange): Promise<Response> => {
    const form = await exchange.form();
    const input = { ids: [exchange.param('id')], isAside, note: form.values['note'] ?? '' };
    const outcome = await execute(exchange.ctx, setIncomingAside, input, { key: form.key });
    return exchange.redirect(
      moneyPaths.inbox,
      outcome.ok
        ? { tone: 'success', text: isAside ? 'Mis de côté.' : 'Remis à rapprocher.' }
        : { tone: 'warning', text: sentenceOf(outcome) },
    );
  };

/** `POST /gestion/adhesions/rapprochement/helloasso`. */
export async function receiveReadOnline(exchange: Exchange, deps: MembershipSurroundings): Promise<Response> {
  await exchange.form();
  try {
    const taken = await takeOnline(exchange.ctx, deps);
    return exchange.redirect(
      moneyPaths.inbox,
      taken === null
        ? { tone: 'info', text: 'Reliez d’abord le compte HelloAsso, dans les réglages des paiements.' }
        : {
            tone: 'success',
            text:
              listing(
                [
                  taken.added > 0 ? plural(taken.added, 'nouveau paiement', 'nouveaux paiements') : '',
                  taken.returned > 0 ? plural(taken.returned, 'paiement reparti', 'paiements repartis') : '',
                ].filter(Boolean),
              ) || 'Rien de nouveau.',
          },
    );
  } catch (error) {
    if (!(error instanceof GatewayUnavailable || error instanceof GatewayRefused)) throw error;
    return exchange.redirect(moneyPaths.inbox, {
      tone: 'warning',
      text: 'HelloAsso ne répond pas, ou refuse. Réessayez dans un moment ; rien n’est perdu.',
    });
  }
}
