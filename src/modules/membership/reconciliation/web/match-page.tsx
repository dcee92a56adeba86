import { pagesFor, summaryOf } from '#modules/hub/index.ts';
import { amountTyped } from '#modules/payments/index.ts';
import { execute } from '#platform/command/execute.ts';
import { foldForSearch, formatDate, formatMoney } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar } from '#ui/components/filter-bar.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { SearchField } from '#ui/fields/search-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { moneyPaths } from '../../money-paths.ts';
import { paths } from '../../paths.ts';
import { errorsOf, nothingTyped, type Typed } from '../../web/form-answer.ts';
import { matchIncoming } from '../commands/match-incoming.ts';
import { sourceLabels } from '../domain/incoming.ts';
import { proposalsFor } from '../domain/match.ts';
import { incomingOf } from '../queries/incoming.ts';
import { owedDues } from '../queries/owed.ts';

const mostShown = 30;
const euros = (cents: number): string => (cents / 100).toFixed(cents % 100 === 0 ? 0 : 2).replace('.', ',');

/** `GET /gestion/adhesions/rapprochement/:id`: for whom, and how much for each. */
export async function showMatch(exchange: Exchange, typed: Typed = nothingTyped, status = 200): Promise<Response> {
  const { ctx } = exchange;
  const id = exchange.param('id');
  const row = isId(id) ? await incomingOf(ctx.db, id) : null;
  if (!row || row.state === 'matched' || row.state === 'returned') return exchange.notFound();
  const q = exchange.query('q').trim().slice(0, 100);
  const all = await owedDues(ctx.db);
  const proposed = proposalsFor(row, all).map(({ owed }) => owed);
  const chosen = exchange.query('pour');
  const isTyped = (chargeId: string): boolean => Boolean(typed.values[`somme-${chargeId}`]);
  const found = q
    ? all.filter((one) => foldForSearch([...one.names, ...one.emails].join(' ')).includes(foldForSearch(q)))
    : [...proposed, ...all.filter((one) => !proposed.includes(one))];
  const shown = [
    ...all.filter(({ chargeId }) => isTyped(chargeId) || chargeId === chosen),
    ...found.filter(({ chargeId }) => !isTyped(chargeId) && chargeId !== chosen),
  ].slice(0, mostShown);
  const more = pagesFor(found.length, mostShown) > 1;
  const prefilled = new URLSearchParams({
    givenName: row.payerName.split(' ')[0] ?? '',
    familyName: row.payerName.split(' ').slice(1).join(' '),
    email: row.payerEmail ?? '',
    'received.way': 'rien',
  });
  return exchange.page({
    title: `${formatMoney(row.amount)}, ${row.payerName || row.words || 'sans nom'}`,
    layout: 'office',
    status,
    header: {
      trail: [
        { label: 'Adhésions', href: paths.office },
        { label: 'Rapprochement', href: moneyPaths.inbox },
      ],
      facts: [formatDate(row.receivedOn), sourceLabels[row.source], row.payerEmail, row.words]
        .filter(Boolean)
        .join(' · '),
      actions: (
        <ButtonLink kind="ghost" icon="plus" href={`${paths.type}?${prefilled.toString()}`}>
          Saisir son bulletin
        </ButtonLink>
      ),
    },
    content: (
      <>
        <FilterBar
          action={moneyPaths.incoming(id)}
          label="Chercher qui doit payer"
          submit="Chercher"
          active={q ? [{ label: `« ${q} »`, removeHref: moneyPaths.incoming(id) }] : []}
        >
          <SearchField name="q" label="Un nom, une structure, un e-mail" value={q} />
        </FilterBar>
        {shown.length === 0 ? (
          <EmptyState title="Personne ne doit cette somme">
            <p>S’il n’y a pas encore de demande, saisissez le bulletin : le paiement se rapproche ensuite.</p>
          </EmptyState>
        ) : (
          <Form
            action={moneyPaths.incomingAct(id, 'partager')}
            label="Dire pour qui"
            errors={summaryOf(typed.errors)}
            hidden={{ [formKeyField]: exchange.formKey }}
          >
            <Panel title="Pour qui, et combien ?">
              {shown.map((one) => (
                <TextField
                  name={`somme-${one.chargeId}`}
                  label={one.members}
                  hint={[
                    `doit ${formatMoney(one.left)}`,
                    one.payer !== one.members ? `payé par ${one.payer}` : '',
                    one.campaign,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                  inputmode="decimal"
                  size="short"
                  value={
                    typed.values[`somme-${one.chargeId}`] ??
                    (one.chargeId === chosen ? euros(Math.min(one.left, row.amount)) : '')
                  }
                  error={typed.errors[`somme-${one.chargeId}`]}
                />
              ))}
              {more && <p class="facts">Il y en a d’autres : cherchez par nom.</p>}
            </Panel>
            <TextField
              name="note"
              label="S’il reste quelque chose, ce que c’est"
              hint="Un don en plus, un trop-perçu à rendre…"
              value={typed.values['note']}
              error={typed.errors['note']}
            />
            <SubmitBar label="Rapprocher" cancelHref={moneyPaths.inbox} />
          </Form>
        )}
      </>
    ),
  });
}

/** `POST /gestion/adhesions/rapprochement/:id/partager`. */
export async function receiveShares(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const errors: Record<string, string> = {};
  const shares = Object.entries(form.values).flatMap(([name, text]) => {
    const chargeId = /^somme-(.+)$/.exec(name)?.[1];
    if (!chargeId || text.trim() === '') return [];
    const amount = amountTyped(text);
    if (amount === null || amount === 0) errors[name] = 'Écrivez une somme en euros.';
    return [{ chargeId, amount: amount ?? 0 }];
  });
  if (Object.keys(errors).length > 0) return showMatch(exchange, { values: form.values, errors }, 422);
  const input = { id: exchange.param('id'), shares, note: form.values['note'] ?? '' };
  const outcome = await execute(exchange.ctx, matchIncoming, input, { key: form.key });
  if (outcome.ok)
    return exchange.redirect(moneyPaths.inbox, { tone: 'success', text: 'C’est rapproché : les adhésions suivent.' });
  if (outcome.reason === 'already_matched')
    return exchange.redirect(moneyPaths.inbox, { tone: 'info', text: 'Quelqu’un l’a déjà rapproché.' });
  return showMatch(exchange, { values: form.values, errors: errorsOf(outcome) }, 422);
}
