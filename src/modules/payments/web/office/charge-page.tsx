import type { JSX } from 'preact';
import { formatDate, formatDateTime, formatMoney } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import type { CheckoutProblem } from '../../domain/reading.ts';
import { wayNames } from '../../domain/ways.ts';
import { paths } from '../../paths.ts';
import type { PaymentDependencies } from '../../ports.ts';
import { chargeSheet, type ChargeSheet } from '../../queries/charge-sheet.ts';
import { nothingTyped, type Typed } from '../form-answer.ts';
import { chargeReference } from '../public/how-to-pay.tsx';
import { problemTexts, stateInWords } from '../texts.ts';
import { CancelForm, GiveBackForm, NoteForm, VerifyForm } from './charge-forms.tsx';
import { LedgerTable } from './ledger-table.tsx';
import { PapersPanel } from './papers-panel.tsx';

/** `GET /gestion/paiements/:id`: one sum, what came in, and what can be done. */
export async function showCharge(exchange: Exchange, deps: PaymentDependencies): Promise<Response> {
  return chargePage(exchange, deps, nothingTyped);
}

/** The form that gives back a payment that came online. */
export const onlineForm = (paymentId: number): string => `rembourser-${paymentId}`;

/** The page, with what was typed and refused; `form` names the form it was typed in. */
export async function chargePage(
  exchange: Exchange,
  deps: PaymentDependencies,
  typed: Typed & { form?: string },
  status = 200,
): Promise<Response> {
  const id = exchange.param('id');
  const sheet = isId(id) ? await chargeSheet(exchange.ctx, id) : null;
  if (!sheet) return exchange.notFound();
  const { charge, left, toReturn } = sheet;
  const typedIn = (form: string): Typed => (typed.form === form ? typed : nothingTyped);
  return exchange.page({
    title: `${charge.payerName} : ${formatMoney(charge.amount)}`,
    layout: 'office',
    section: paths.list,
    status,
    header: {
      lead: charge.label,
      facts: [stateInWords(charge), left > 0 && left < charge.amount && `reste ${formatMoney(left)}`]
        .filter(Boolean)
        .join(' · '),
      trail: [
        { label: 'Paiements', href: paths.list },
        { label: charge.payerName, href: paths.charge(charge.id) },
      ],
    },
    content: (
      <Columns
        main={
          <>
            <Alerts sheet={sheet} />
            {left > 0 && <NoteForm exchange={exchange} sheet={sheet} typed={typedIn('encaisser')} />}
            {(toReturn > 0 || charge.received > charge.returned) && (
              <GiveBackForm
                exchange={exchange}
                sheet={sheet}
                typed={typedIn('rendre')}
                typedOnline={(paymentId) => typedIn(onlineForm(paymentId))}
              />
            )}
            <LedgerTable exchange={exchange} sheet={sheet} />
          </>
        }
        side={
          <>
            <Facts exchange={exchange} sheet={sheet} deps={deps} />
            <PapersPanel exchange={exchange} sheet={sheet} typed={typedIn('papier')} />
            {!charge.cancelledAt && <CancelForm exchange={exchange} sheet={sheet} typed={typedIn('annuler')} />}
          </>
        }
      />
    ),
  });
}

function Alerts({ sheet }: { readonly sheet: ChargeSheet }): JSX.Element {
  const problems = [...new Set(sheet.checkouts.flatMap((checkout) => checkout.problem ?? []))];
  return (
    <>
      {problems.map((problem) => (
        <Notice state="warning">
          <p>{problemTexts[problem as CheckoutProblem]}</p>
        </Notice>
      ))}
      {sheet.toReturn > 0 && (
        <Notice state="warning" title={`${formatMoney(sheet.toReturn)} à rendre`}>
          <p>
            {sheet.charge.cancelledAt
              ? 'La somme n’est plus due, et elle a été payée.'
              : 'Il a été payé plus que ce qui est dû aujourd’hui : une place annulée, ou un paiement en trop.'}
          </p>
        </Notice>
      )}
    </>
  );
}

function Facts({
  exchange,
  sheet: { charge, checkouts },
  deps,
}: {
  readonly exchange: Exchange;
  readonly sheet: ChargeSheet;
  readonly deps: PaymentDependencies;
}): JSX.Element {
  const { zone } = exchange.ctx;
  return (
    <Panel title="La somme">
      <DescriptionList
        rows={[
          ...charge.lines.map((line) => ({
            term: line.quantity === 1 ? line.label : `${line.label} × ${line.quantity}`,
            value: formatMoney(line.quantity * line.unitPrice, { cents: 'always' }),
          })),
          {
            term: 'E-mail',
            value: charge.payerEmail && <a href={`mailto:${charge.payerEmail}`}>{charge.payerEmail}</a>,
          },
          { term: 'Adresse', value: charge.payerAddress },
          { term: 'Moyen annoncé', value: charge.chosenWay && wayNames[charge.chosenWay] },
          { term: 'Échéance', value: charge.dueOn && formatDate(charge.dueOn) },
          { term: 'Référence', value: chargeReference(charge) },
          { term: 'Demandée', value: formatDateTime(charge.createdAt, { style: 'short', zone }) },
          {
            term: 'Annulée',
            value: charge.cancelledAt && formatDateTime(charge.cancelledAt, { style: 'short', zone }),
            note: charge.cancelReason,
          },
        ]}
      />
      <p class="actions">
        <ButtonLink kind="ghost" small href={deps.links.payPath(exchange.hub.id, charge.id)}>
          Page de paiement de la personne
        </ButtonLink>
      </p>
      {checkouts.some((checkout) => checkout.state !== 'expired') && <VerifyForm exchange={exchange} id={charge.id} />}
    </Panel>
  );
}
