import type { JSX } from 'preact';
import { chargeStateNames, paymentPaths, paymentWayNames } from '#modules/payments/index.ts';
import { formatDate, formatMoney } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { isOpen } from '../../domain/application-states.ts';
import { memberName } from '../../domain/member-name.ts';
import { whoWords } from '../../domain/who.ts';
import { moneyPaths } from '../../money-paths.ts';
import { paths } from '../../paths.ts';
import type { MembershipDependencies } from '../../ports.ts';
import { ownApplication, type OwnApplication } from '../../queries/own-application.ts';
import { taxReceiptNumber } from '../../receipts/domain/gift.ts';
import { privatePage } from '../private-page.ts';

/** `GET /adhesion/:secret`: where one’s own application stands, what is left to do, its papers. */
export async function showOwn(exchange: Exchange, deps: MembershipDependencies): Promise<Response> {
  const secret = exchange.param('secret');
  const own = await ownApplication(exchange.ctx.db, secret);
  if (!own) return exchange.notFound();
  const { application, campaign, charge, papers, beside, membership, college, taxReceipts } = own;
  const open = isOpen(application.state);
  const mayChange = open && (charge?.received ?? 0) === 0 && application.decidedOn === null;
  const paySecret = charge && deps.payments.secretOf(exchange.hub.id, charge.id);
  return privatePage(exchange, {
    title: 'Votre adhésion',
    section: paths.join,
    content: (
      <>
        <PageHeader title={titleOf(own, exchange.query('merci') === 'oui')} facts={campaign.name} />
        <Columns
          main={
            <>
              <WhatNext own={own} payHref={paySecret && charge.left > 0 ? paymentPaths.pay(paySecret) : null} />
              <Panel title="Votre demande">
                <DescriptionList
                  rows={[
                    { term: 'Pour', value: memberName(application) },
                    {
                      term: 'Par',
                      value: application.organizationName
                        ? [`${application.givenName} ${application.familyName}`.trim(), application.role]
                            .filter(Boolean)
                            .join(', ')
                        : '',
                    },
                    { term: 'Cotisation', value: `${own.scale.label} : ${formatMoney(application.dues)}` },
                    { term: 'Don', value: application.donation > 0 ? formatMoney(application.donation) : '' },
                    { term: 'Collège de vote', value: college },
                    {
                      term: 'Dates',
                      value: membership
                        ? `du ${formatDate(membership.startsOn)} au ${formatDate(membership.endsOn)}`
                        : '',
                    },
                    {
                      term: 'Payée avec',
                      value: beside.length > 0 ? beside.map((one) => memberName(one)).join(', ') : '',
                    },
                  ]}
                />
                {mayChange && (
                  <p class="actions">
                    <ButtonLink kind="ghost" icon="edit" href={paths.ownChange(secret)}>
                      Changer mes réponses
                    </ButtonLink>
                  </p>
                )}
              </Panel>
            </>
          }
          side={
            <>
              {charge && paySecret && (
                <Panel title="Le paiement">
                  <p>
                    {chargeStateNames[charge.state]} : {formatMoney(charge.left > 0 ? charge.left : charge.amount)}
                    {charge.left > 0 && charge.chosenWay && `, ${paymentWayNames[charge.chosenWay].toLowerCase()}`}
                  </p>
                  {papers.length > 0 && (
                    <ul>
                      {papers.map((paper) => (
                        <li>
                          <a href={paymentPaths.receipt(paySecret, paper.id)}>Reçu {paper.number} (PDF)</a>
                        </li>
                      ))}
                      {taxReceipts.map((receipt) => (
                        <li>
                          <a href={moneyPaths.ownReceipt(secret, receipt.id)}>
                            Reçu fiscal {taxReceiptNumber(receipt)} (PDF)
                          </a>
                        </li>
                      ))}
                    </ul>
                  )}
                </Panel>
              )}
              {application.state === 'awaiting_payment' && (charge?.received ?? 0) === 0 && (
                <Panel title="Payer aussi pour quelqu’un d’autre">
                  <p>Une deuxième adhésion peut se payer en même temps, en une fois.</p>
                  <p class="actions">
                    <ButtonLink kind="ghost" small href={`${paths.joinAs(whoWords[application.who])}?avec=${secret}`}>
                      Ajouter une adhésion
                    </ButtonLink>
                  </p>
                </Panel>
              )}
              {open && (
                <Panel title="Vous changez d’avis ?">
                  <Form
                    action={paths.ownWithdraw(secret)}
                    label="Retirer ma demande"
                    hidden={{ [formKeyField]: exchange.ctx.newId() }}
                  >
                    <SubmitBar kind="ghost" label="Retirer ma demande" />
                  </Form>
                </Panel>
              )}
            </>
          }
        />
      </>
    ),
  });
}

function titleOf({ application, charge }: OwnApplication, isNew: boolean): string {
  switch (application.state) {
    case 'accepted':
      return isNew ? 'C’est fait, bienvenue !' : 'Votre adhésion est acceptée';
    case 'awaiting_board':
      return 'C’est réglé, il reste la validation';
    case 'refused':
      return 'Cette demande n’a pas été acceptée';
    case 'withdrawn':
      return 'Cette demande est retirée';
    default:
      return charge && charge.received > 0
        ? `Il reste ${formatMoney(charge.left)} à régler`
        : isNew
          ? 'Merci, c’est noté !'
          : 'Votre demande d’adhésion';
  }
}

function WhatNext({
  own,
  payHref,
}: {
  readonly own: OwnApplication;
  readonly payHref: string | null;
}): JSX.Element | null {
  const { application, charge } = own;
  if (application.state === 'refused' && application.stateNote)
    return <Notice state="warning">{application.stateNote}</Notice>;
  if (application.state === 'awaiting_board')
    return (
      <Notice title="Il n’y a plus rien à faire">
        Le conseil d’administration valide les adhésions à sa prochaine séance. Vous recevrez un mail.
      </Notice>
    );
  if (payHref && application.state === 'accepted' && own.membership?.duesUnpaidSince && charge && charge.left > 0)
    return (
      <Notice
        state="warning"
        title={`Il reste ${formatMoney(charge.left)} à régler`}
        actions={<ButtonLink href={payHref}>Voir comment payer</ButtonLink>}
      >
        Votre règlement n’a pas tenu : la banque l’a repris. Votre adhésion court toujours. Une difficulté ?
        Appelez-nous.
      </Notice>
    );
  if (!payHref || !isOpen(application.state)) return null;
  const said = charge?.chosenWay && charge.chosenWay !== 'online' ? charge.chosenWay : null;
  return (
    <Notice
      title={said ? `Paiement annoncé : ${paymentWayNames[said].toLowerCase()}` : 'Il reste à payer'}
      actions={<ButtonLink href={payHref}>{said ? 'Voir comment faire' : 'Payer, ou dire comment'}</ButtonLink>}
    >
      {said
        ? 'Dès que nous le recevons, l’adhésion est enregistrée et le reçu arrive par mail.'
        : 'Carte, chèque, virement ou espèces : comme cela vous arrange.'}
    </Notice>
  );
}
