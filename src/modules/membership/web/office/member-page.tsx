import type { JSX } from 'preact';
import { officeSheetPath } from '#modules/directory/index.ts';
import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatDate, formatDateTime, formatMoney } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { CopyButton } from '#ui/components/copy-button.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { usePanel } from '../../benefits/web/use-panel.tsx';
import { endMembership, stopReminders } from '../../commands/end-membership.ts';
import { standingNames, standingOf } from '../../domain/standing.ts';
import { whoLabels } from '../../domain/who.ts';
import { paths } from '../../paths.ts';
import type { MembershipDependencies } from '../../ports.ts';
import { memberSheet, type MemberSheet } from '../../queries/membership-sheet.ts';
import { errorsOf, nothingTyped, type Typed } from '../form-answer.ts';

/** `GET /gestion/adhesions/adherents/:id`: a member and all her memberships. */
export async function showMember(
  exchange: Exchange,
  deps: MembershipDependencies,
  typed: Typed = nothingTyped,
  status = 200,
): Promise<Response> {
  const id = exchange.param('id');
  const { ctx, hub } = exchange;
  const sheet = isId(id) ? await memberSheet(ctx, id) : null;
  if (!sheet) return exchange.notFound();
  const { membership } = sheet;
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const standing = standingOf(membership, today);
  const secret = deps.links.secretOf('renewal', hub.id, membership.id, membership.linkTurn);
  const benefits = await usePanel(exchange, membership.id, secret);
  return exchange.page({
    title: sheet.name,
    layout: 'office',
    status,
    header: {
      trail: [{ label: 'Adhésions', href: paths.office }],
      facts: [standingNames[standing], whoLabels[membership.who]].join(' · '),
      actions: (
        <ButtonLink
          kind="ghost"
          href={
            membership.organizationId
              ? officeSheetPath(membership.organizationId)
              : `/gestion/personnes/${membership.personId}`
          }
        >
          {membership.organizationId ? 'Sa fiche' : 'La personne'}
        </ButtonLink>
      ),
    },
    content: (
      <Columns
        main={
          <>
            {membership.duesUnpaidSince && (
              <Notice
                state="warning"
                title={`Cotisation impayée depuis le ${formatDate(membership.duesUnpaidSince)}`}
                actions={
                  membership.applicationId && (
                    <ButtonLink href={paths.application(membership.applicationId)}>Voir le règlement</ButtonLink>
                  )
                }
              >
                <p>Elle avait été reçue, puis l’argent est reparti. L’adhésion court toujours : à vous de voir.</p>
              </Notice>
            )}
            <DataTable
              id="historique"
              caption="Adhésions, la plus récente d’abord"
              keyboardScroll
              rows={sheet.history}
              rowId={(row) => row.id}
              rowName={(row) => row.campaign}
              columns={[
                {
                  key: 'campaign',
                  label: 'Campagne',
                  heads: true,
                  cell: (row) => (
                    <>
                      {row.applicationId ? (
                        <a href={paths.application(row.applicationId)}>{row.campaign}</a>
                      ) : (
                        row.campaign
                      )}
                      {row.stateNote && <p class="facts">{row.stateNote}</p>}
                    </>
                  ),
                },
                {
                  key: 'dates',
                  label: 'Dates',
                  cell: (row) =>
                    `${formatDate(row.startsOn, { style: 'short' })} – ${formatDate(row.endsOn, { style: 'short' })}`,
                },
                { key: 'college', label: 'Collège', cell: (row) => row.college },
                { key: 'dues', label: 'Cotisation', numeric: true, whole: true, cell: (row) => formatMoney(row.dues) },
                {
                  key: 'state',
                  label: 'État',
                  whole: true,
                  cell: (row) =>
                    row.duesUnpaidSince && row.state === 'running'
                      ? 'Impayée'
                      : row.state === 'renewed'
                        ? 'Renouvelée'
                        : row.state === 'left'
                          ? 'Arrêtée'
                          : standingNames[standingOf(row, today)],
                },
              ]}
              empty={null}
            />
            <Reminders sheet={sheet} zone={hub.zone} />
          </>
        }
        side={
          <>
            <Panel title={membership.organizationId ? 'Qui la représente' : 'La personne'}>
              <ul>
                {sheet.people.map((person) => (
                  <li>
                    <a href={`/gestion/personnes/${person.personId}`}>{person.name}</a>
                    {[person.role, person.email, person.isContact ? 'reçoit les mails' : '']
                      .filter(Boolean)
                      .map((part) => `, ${part}`)}
                  </li>
                ))}
              </ul>
            </Panel>
            {benefits}
            {membership.state === 'running' && (
              <>
                <Panel title="Renouveler">
                  <p>Un lien personnel, tout prérempli : à donner au téléphone, à coller dans un mail.</p>
                  <p class="typed">{`${hub.origin}${paths.renew(secret)}`}</p>
                  <CopyButton text={`${hub.origin}${paths.renew(secret)}`} label="Copier le lien" />
                </Panel>
                {membership.remindersStoppedAt === null ? (
                  <Panel title="Ne plus relancer">
                    <Form
                      action={paths.membershipAct(membership.id, 'ne-plus-relancer')}
                      label="Ne plus relancer"
                      hidden={{ [formKeyField]: ctx.newId() }}
                    >
                      <TextField name="stopReason" label="Pourquoi" />
                      <SubmitBar kind="ghost" label="Ne plus relancer" />
                    </Form>
                  </Panel>
                ) : (
                  <Panel title="Relances arrêtées">
                    <p>
                      Depuis le {formatDate(membership.remindersStoppedAt)}
                      {membership.stopReason && ` : « ${membership.stopReason} »`}
                    </p>
                  </Panel>
                )}
                <Panel title="Arrêter l’adhésion">
                  <Form
                    action={paths.membershipAct(membership.id, 'arreter')}
                    label="Arrêter l’adhésion"
                    errors={summaryOf(typed.errors)}
                    hidden={{ [formKeyField]: exchange.formKey }}
                  >
                    <TextField
                      name="reason"
                      label="La raison, gardée dans l’historique"
                      value={typed.values['reason']}
                      error={typed.errors['reason']}
                    />
                    <SubmitBar kind="danger" label="Arrêter" />
                  </Form>
                </Panel>
              </>
            )}
          </>
        }
      />
    ),
  });
}

const channels = { mail: 'Mail', letter: 'Lettre', phone: 'Appel' } as const;

function Reminders({ sheet, zone }: { readonly sheet: MemberSheet; readonly zone: string }): JSX.Element | null {
  if (sheet.reminders.length === 0) return null;
  return (
    <Panel title="Relances">
      <ul>
        {sheet.reminders.map((one) => (
          <li>
            {channels[one.channel]} à {one.name}, {formatDateTime(one.sentAt, { zone })}
            {one.sentBy ? `, par ${one.sentBy}` : ', d’elle-même'}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** `POST /gestion/adhesions/adherents/:id/arreter`. */
export async function receiveEnd(exchange: Exchange, deps: MembershipDependencies): Promise<Response> {
  const form = await exchange.form();
  const id = exchange.param('id');
  const outcome = await execute(
    exchange.ctx,
    endMembership,
    { id, reason: form.values['reason'] ?? '' },
    { key: form.key },
  );
  if (outcome.ok) return exchange.redirect(paths.membership(id), { tone: 'success', text: 'L’adhésion est arrêtée.' });
  if (outcome.reason === 'not_found') return exchange.notFound();
  return showMember(exchange, deps, { values: form.values, errors: errorsOf(outcome) }, 422);
}

/** `POST /gestion/adhesions/adherents/:id/ne-plus-relancer`. */
export async function receiveStopFor(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const id = exchange.param('id');
  const outcome = await execute(
    exchange.ctx,
    stopReminders,
    { id, reason: form.values['stopReason'] ?? '' },
    { key: form.key },
  );
  if (!outcome.ok) return exchange.notFound();
  return exchange.redirect(paths.membership(id), { tone: 'success', text: 'C’est noté : plus de relance.' });
}
