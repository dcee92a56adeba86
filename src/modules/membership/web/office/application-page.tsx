import type { JSX } from 'preact';
import { officeSheetPath } from '#modules/directory/index.ts';
import { summaryOf } from '#modules/hub/index.ts';
import { chargeStateNames, paymentPaths, paymentWayNames } from '#modules/payments/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatDate, formatDateTime, formatMoney } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { acceptApplications, refuseApplication } from '../../commands/decide.ts';
import { applicationStateNames, isOpen, sourceNames } from '../../domain/application-states.ts';
import { memberName } from '../../domain/member-name.ts';
import { whoLabels } from '../../domain/who.ts';
import { paths } from '../../paths.ts';
import type { MembershipDependencies } from '../../ports.ts';
import { applicationSheet, type ApplicationSheet } from '../../queries/application-sheet.ts';
import { errorsOf, nothingTyped, sentenceOf, type Typed } from '../form-answer.ts';

/** `GET /gestion/adhesions/demandes/:id`: what was sent, paid and decided. */
export async function showApplication(
  exchange: Exchange,
  typed: Typed = nothingTyped,
  status = 200,
): Promise<Response> {
  const id = exchange.param('id');
  const sheet = isId(id) ? await applicationSheet(exchange.ctx, id) : null;
  if (!sheet) return exchange.notFound();
  const { application } = sheet;
  return exchange.page({
    title: memberName(application),
    layout: 'office',
    status,
    header: {
      trail: [
        { label: 'Adhésions', href: paths.office },
        { label: 'Demandes', href: paths.applications },
      ],
      facts: [applicationStateNames[application.state], sheet.campaign.name, sourceNames[application.source]].join(
        ' · ',
      ),
      ...(sheet.membership
        ? { actions: <ButtonLink href={paths.membership(sheet.membership.id)}>Voir l’adhésion</ButtonLink> }
        : {}),
    },
    content: (
      <Columns
        main={
          <>
            {application.stateNote && <Notice state="warning">{application.stateNote}</Notice>}
            {sheet.membership?.duesUnpaidSince && (
              <Notice
                state="warning"
                title={`Cotisation impayée depuis le ${formatDate(sheet.membership.duesUnpaidSince)}`}
              >
                <p>Elle avait été reçue, puis l’argent est reparti. L’adhésion court toujours : à vous de voir.</p>
              </Notice>
            )}
            <Said sheet={sheet} zone={exchange.hub.zone} />
            {isOpen(application.state) && <Decide exchange={exchange} sheet={sheet} typed={typed} />}
          </>
        }
        side={<Money sheet={sheet} />}
      />
    ),
  });
}

function Said({ sheet, zone }: { readonly sheet: ApplicationSheet; readonly zone: string }): JSX.Element {
  const { application, scale, campaign, college } = sheet;
  const label = (key: string): string => campaign.questions.find((one) => one.key === key)?.label ?? key;
  return (
    <Panel title="La demande">
      <DescriptionList
        rows={[
          {
            term: 'Structure',
            value:
              application.organizationName &&
              (application.organizationId ? (
                <a href={officeSheetPath(application.organizationId)}>{sheet.organization}</a>
              ) : (
                application.organizationName
              )),
            note:
              application.organizationName && !application.organizationId
                ? 'Pas encore dans l’annuaire : une fiche à compléter naîtra avec l’adhésion.'
                : undefined,
          },
          {
            term: 'Personne',
            value: [`${application.givenName} ${application.familyName}`.trim(), application.role]
              .filter(Boolean)
              .join(', '),
          },
          { term: 'E-mail', value: application.email },
          { term: 'Téléphone', value: application.phone },
          {
            term: 'Adresse',
            value: [application.street, [application.postcode, application.city].filter(Boolean).join(' ')]
              .filter(Boolean)
              .join(', '),
          },
          { term: 'SIREN', value: application.siren },
          {
            term: 'Autres personnes',
            value: application.otherPeople
              .map((one) => [`${one.givenName} ${one.familyName}`.trim(), one.role].filter(Boolean).join(', '))
              .join(' ; '),
          },
          {
            term: 'Cotisation',
            value: `${whoLabels[application.who]}, ${scale.label} : ${formatMoney(application.dues)}`,
            note:
              application.budget !== null
                ? `budget déclaré : ${formatMoney(application.budget * 100)}`
                : application.staff !== null
                  ? `salarié·es déclaré·es : ${String(application.staff).replace('.', ',')}`
                  : undefined,
          },
          { term: 'Don', value: application.donation > 0 ? formatMoney(application.donation) : '' },
          { term: 'Collège', value: college },
          ...Object.entries(application.answers).map(([key, answer]) => ({ term: label(key), value: answer })),
          { term: 'Son mot', value: application.note },
          {
            term: 'Charte',
            value: application.charterAt ? `acceptée, ${formatDateTime(application.charterAt, { zone })}` : '',
          },
          { term: 'Lettre', value: application.newsletterAt ? 'demandée' : 'non demandée' },
          {
            term: 'Reçue',
            value: formatDateTime(application.createdAt, { zone }),
            note: application.typedBy && `saisie par ${application.typedBy}`,
          },
          {
            term: 'Décision',
            value: application.decidedOn ? `${application.decidedBy}, ${formatDate(application.decidedOn)}` : '',
          },
        ]}
      />
    </Panel>
  );
}

function Money({
  sheet: { charge, payer, papers, together, application, membership },
}: {
  readonly sheet: ApplicationSheet;
}): JSX.Element {
  return (
    <Panel title="Le règlement">
      {charge ? (
        <>
          <DescriptionList
            rows={[
              { term: 'État', value: chargeStateNames[charge.state] },
              { term: 'Somme', value: formatMoney(charge.amount) },
              { term: 'Reste', value: charge.left > 0 ? formatMoney(charge.left) : '' },
              { term: 'Moyen annoncé', value: charge.chosenWay ? paymentWayNames[charge.chosenWay] : '' },
              { term: 'Qui paie', value: payer.name },
              {
                term: 'Papiers',
                value: papers.map((paper) => `${paper.number}${paper.isCancelled ? ' (annulé)' : ''}`).join(', '),
              },
            ]}
          />
          {together.length > 1 && (
            <>
              <p>Ce paiement couvre :</p>
              <ul>
                {together.map(({ application: one, share }) => (
                  <li>
                    {one.id === application.id ? (
                      memberName(one)
                    ) : (
                      <a href={paths.application(one.id)}>{memberName(one)}</a>
                    )}
                    , {formatMoney(share)} reçus sur {formatMoney(one.dues + one.donation)}
                  </li>
                ))}
              </ul>
            </>
          )}
          <p class="actions">
            <ButtonLink kind={charge.left > 0 ? 'primary' : 'ghost'} href={paymentPaths.charge(charge.id)}>
              {charge.left > 0 ? 'Noter le règlement' : 'Voir le paiement'}
            </ButtonLink>
            {(charge.received > charge.returned || membership?.duesUnpaidSince) && (
              <ButtonLink kind="quiet" href={paths.unpaid(application.id)}>
                {charge.received > charge.returned ? 'Un chèque est revenu ?' : 'Écrire que c’est impayé'}
              </ButtonLink>
            )}
          </p>
        </>
      ) : (
        <p>Rien à payer.</p>
      )}
    </Panel>
  );
}

function Decide({
  exchange,
  sheet: { application, charge },
  typed: { values, errors },
}: {
  readonly exchange: Exchange;
  readonly sheet: ApplicationSheet;
  readonly typed: Typed;
}): JSX.Element {
  const today = exchange.ctx.clock.now().toZonedDateTimeISO(exchange.ctx.zone).toPlainDate().toString();
  const waits = charge !== null && charge.left > 0;
  return (
    <>
      <Panel title="Valider">
        <Form
          action={paths.applicationAct(application.id, 'valider')}
          label="Valider la demande"
          hidden={{ [formKeyField]: exchange.formKey }}
        >
          <DateField
            name="meetingOn"
            label="Au nom du conseil d’administration du"
            hint="Vide : en votre nom."
            max={today}
          />
          {waits && (
            <Checkbox
              name="waive"
              label="Sans attendre le règlement"
              hint="L’adhésion commence tout de suite ; la somme reste due."
            />
          )}
          <SubmitBar label="Valider" />
        </Form>
      </Panel>
      <Panel title="Refuser">
        <Form
          action={paths.applicationAct(application.id, 'refuser')}
          label="Refuser la demande"
          errors={summaryOf(errors)}
          hidden={{ [formKeyField]: exchange.ctx.newId() }}
        >
          <TextArea
            name="reason"
            label="La raison, que la personne lira"
            rows={3}
            limit={400}
            value={values['reason']}
            error={errors['reason']}
          />
          <SubmitBar kind="danger" label="Refuser" />
        </Form>
      </Panel>
    </>
  );
}

/** `POST /gestion/adhesions/demandes/:id/valider`. */
export async function receiveAccept(exchange: Exchange, deps: MembershipDependencies): Promise<Response> {
  const form = await exchange.form();
  const id = exchange.param('id');
  const input = {
    ids: [id],
    meetingOn: form.values['meetingOn'] || null,
    waive: form.values['waive'] === 'oui',
  };
  const outcome = await execute(exchange.ctx, acceptApplications(deps), input, { key: form.key });
  if (!outcome.ok && !isId(id)) return exchange.notFound();
  return exchange.redirect(
    paths.application(id),
    outcome.ok
      ? {
          tone: 'success',
          text:
            outcome.value.accepted > 0 ? 'L’adhésion est acceptée.' : 'C’est validé ; il manque encore le règlement.',
        }
      : { tone: 'warning', text: sentenceOf(outcome) },
  );
}

/** `POST /gestion/adhesions/demandes/:id/refuser`. */
export async function receiveRefuse(exchange: Exchange, deps: MembershipDependencies): Promise<Response> {
  const form = await exchange.form();
  const id = exchange.param('id');
  const input = { id, reason: form.values['reason'] ?? '' };
  const outcome = await execute(exchange.ctx, refuseApplication(deps), input, { key: form.key });
  if (outcome.ok)
    return exchange.redirect(paths.application(id), { tone: 'success', text: 'C’est refusé, et dit à la personne.' });
  if (outcome.reason === 'not_found') return exchange.notFound();
  return showApplication(exchange, { values: form.values, errors: errorsOf(outcome) }, 422);
}
