import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatDate, formatMoney } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { policyHeader } from '#platform/http/security-headers.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { RadioGroup } from '#ui/fields/checkbox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { chooseWay } from '../../commands/choose-way.ts';
import { leftToPay } from '../../domain/ledger.ts';
import { offeredWays } from '../../domain/offered-ways.ts';
import { wayNames, type Way } from '../../domain/ways.ts';
import { hasAccount } from '../../online/account-of.ts';
import { beginCheckout } from '../../online/begin-checkout.ts';
import { paths } from '../../paths.ts';
import type { PaymentDependencies } from '../../ports.ts';
import { chargeByLink } from '../../queries/charge-by-link.ts';
import { invoicesOf, type InvoiceView } from '../../queries/invoices-of.ts';
import { readPaymentSettings } from '../../queries/payment-settings.ts';
import { errorsOf, nothingTyped, type Typed } from '../form-answer.ts';
import { sealed } from './private-page.ts';
import { HowToPay } from './how-to-pay.tsx';
import { WhereItStands } from './where-it-stands.tsx';

export type OwnCharge = NonNullable<Awaited<ReturnType<typeof chargeByLink>>>;

/** `GET /payer/:secret`: what is owed, and how to pay it. */
export async function showPay(exchange: Exchange, deps: PaymentDependencies): Promise<Response> {
  return payPage(exchange, deps, nothingTyped);
}

/** `POST /payer/:secret`: chooses a way; online, leads to the provider. */
export async function receivePay(exchange: Exchange, deps: PaymentDependencies): Promise<Response> {
  const form = await exchange.form();
  const secret = exchange.param('secret');
  const { way = '' } = form.values;
  if (way === 'online') return payOnline(exchange, deps, form.values);
  const outcome = await execute(exchange.ctx, chooseWay, { secret, way }, { key: form.key });
  if (outcome.ok)
    return sealed(exchange.redirect(paths.pay(secret), { tone: 'success', text: 'C’est noté. Voici comment faire.' }));
  if (outcome.reason === 'not_found') return exchange.notFound();
  return payPage(exchange, deps, { values: form.values, errors: errorsOf(outcome) }, 422);
}

async function payOnline(
  exchange: Exchange,
  deps: PaymentDependencies,
  values: Readonly<Record<string, string>>,
): Promise<Response> {
  const secret = exchange.param('secret');
  const begun = await beginCheckout(exchange.ctx, deps, { secret, origin: exchange.hub.origin });
  switch (begun.kind) {
    case 'redirect':
      return sealed(new Response(null, { status: 303, headers: { location: begun.url } }));
    case 'not_found':
      return exchange.notFound();
    case 'nothing_owed':
      return sealed(exchange.redirect(paths.pay(secret)));
    case 'not_offered':
      return payPage(exchange, deps, { values, errors: { way: 'Le paiement par carte n’est pas proposé ici.' } }, 422);
    case 'unavailable':
      return payPage(
        exchange,
        deps,
        {
          values,
          errors: {
            way: 'Le service de paiement ne répond pas en ce moment. Rien n’a été pris : réessayez dans quelques minutes, ou choisissez un autre moyen.',
          },
        },
        503,
      );
  }
}

async function payPage(exchange: Exchange, deps: PaymentDependencies, typed: Typed, status = 200): Promise<Response> {
  const { ctx } = exchange;
  const charge = await chargeByLink(ctx.db, exchange.param('secret'));
  if (!charge) return exchange.notFound();
  const [settings, papers] = await Promise.all([readPaymentSettings(ctx.db), invoicesOf(ctx.db, [charge.id])]);
  const left = leftToPay(charge);
  const offered = offeredWays(charge.ways, {
    hasAccount: hasAccount(settings),
    isSecure: exchange.hub.origin.startsWith('https://'),
    iban: settings?.iban ?? '',
    chequeOrder: settings?.chequeOrder ?? '',
    takesOnSite: settings?.takesOnSite ?? true,
  });
  const response = await exchange.page({
    title: left > 0 ? `Payer ${formatMoney(left)}` : 'Votre paiement',
    status,
    indexed: false,
    content: (
      <>
        <PageHeader title={titleOf(charge, left)} facts={charge.label} />
        <Columns
          main={
            <>
              <WhereItStands charge={charge} secret={exchange.param('secret')} formKey={ctx.newId()} />
              {left > 0 && <Choice exchange={exchange} charge={charge} offered={offered} typed={typed} />}
              {left > 0 && charge.chosenWay && <HowToPay charge={charge} settings={settings} left={left} />}
            </>
          }
          side={<Side exchange={exchange} charge={charge} papers={papers} />}
        />
      </>
    ),
  });
  // The form may lead to the provider: some browsers check the whole way it goes.
  if (offered.includes('online')) {
    const policy = exchange.http.get('commonHeaders')[policyHeader] ?? '';
    const allowed = `form-action 'self' ${deps.gateway.formOrigins.join(' ')}`;
    response.headers.set(policyHeader, policy.replace(`form-action 'self'`, allowed));
  }
  return sealed(response);
}

function titleOf({ state, amount }: OwnCharge, left: number): string {
  switch (state) {
    case 'paid':
      return 'C’est payé, merci';
    case 'refunded':
      return 'Vous avez été remboursé·e';
    case 'cancelled':
      return 'Il n’y a rien à payer';
    default:
      return left < amount ? `Il reste ${formatMoney(left)} à payer` : `${formatMoney(amount)} à payer`;
  }
}

const wayHints: Readonly<Partial<Record<Way, string>>> = {
  online:
    'Paiement sécurisé sur le site de HelloAsso. Il vous propose de lui laisser une contribution : elle est libre, vous pouvez la mettre à zéro.',
  transfer: 'Les coordonnées bancaires s’affichent à l’étape d’après.',
  cheque: 'L’ordre et l’adresse s’affichent à l’étape d’après.',
  cash: 'À apporter le jour même.',
  on_site: 'Le jour même, à l’accueil.',
};

function Choice({
  exchange,
  charge,
  offered,
  typed: { values, errors },
}: {
  readonly exchange: Exchange;
  readonly charge: OwnCharge;
  readonly offered: readonly Way[];
  readonly typed: Typed;
}): JSX.Element {
  if (offered.length === 0)
    return <p>Le paiement se règle directement avec {exchange.hub.name} : écrivez ou appelez, on vous dira comment.</p>;
  // Said already where one comes from, as in a form to join.
  const said = offered.find((way) => way === exchange.query('par'));
  return (
    <Form
      action={paths.pay(exchange.param('secret'))}
      label="Comment payer"
      errors={summaryOf(errors)}
      hidden={{ [formKeyField]: exchange.formKey }}
    >
      <RadioGroup
        name="way"
        label="Comment voulez-vous payer ?"
        required
        value={values['way'] ?? charge.chosenWay ?? said ?? (offered.length === 1 ? offered[0] : undefined)}
        choices={offered.map((way) => ({
          value: way,
          label: wayNames[way],
          ...(wayHints[way] ? { hint: wayHints[way] } : {}),
        }))}
        error={errors['way']}
      />
      <SubmitBar label="Continuer" />
    </Form>
  );
}

function Side({
  exchange,
  charge,
  papers,
}: {
  readonly exchange: Exchange;
  readonly charge: OwnCharge;
  readonly papers: readonly InvoiceView[];
}): JSX.Element {
  return (
    <>
      <Panel title="Le détail">
        <DescriptionList
          rows={[
            ...charge.lines.map((line) => ({
              term: line.quantity === 1 ? line.label : `${line.label} × ${line.quantity}`,
              value: formatMoney(line.quantity * line.unitPrice, { cents: 'always' }),
            })),
            { term: 'Total', value: <b>{formatMoney(charge.amount, { cents: 'always' })}</b> },
            { term: 'Au nom de', value: charge.payerName },
            { term: 'À payer avant le', value: charge.dueOn && formatDate(charge.dueOn) },
          ]}
        />
        {charge.backPath && (
          <p class="actions">
            <ButtonLink kind="ghost" small href={charge.backPath}>
              Revoir de quoi il s’agit
            </ButtonLink>
          </p>
        )}
      </Panel>
      {papers.length > 0 && (
        <Panel title="Vos papiers">
          <ul>
            {papers.map((paper) => (
              <li>
                <a href={paths.receipt(exchange.param('secret'), paper.id)}>{paper.number} (PDF)</a>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
