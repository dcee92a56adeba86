import { readHubSettings, summaryOf } from '#modules/hub/index.ts';
import { paymentPaths, paymentWayNames, standingPayments, type StandingPayment } from '#modules/payments/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatDate, formatMoney } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Checkbox, RadioGroup } from '#ui/fields/checkbox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { noteUnpaidDues } from '../../commands/note-unpaid.ts';
import { memberName } from '../../domain/member-name.ts';
import { proposedLetter, unpaidCauseNames, unpaidCauses, type UnpaidCause } from '../../domain/unpaid.ts';
import { paths } from '../../paths.ts';
import type { MembershipDependencies } from '../../ports.ts';
import { applicationSheet } from '../../queries/application-sheet.ts';
import { errorsOf, nothingTyped, type Typed } from '../form-answer.ts';

/** « le chèque n° 77 du 10 novembre 2026 », as the letter says it. */
function inWords({ way, number, receivedOn }: StandingPayment): string {
  const what = way === 'cheque' ? 'le chèque' : way === 'transfer' ? 'le virement' : 'le règlement';
  return [what, number && `n° ${number}`, `du ${formatDate(receivedOn)}`].filter(Boolean).join(' ');
}

/** What most likely happened: only the bank takes a cheque or a transfer back. */
function causeOf(payment: StandingPayment | undefined): UnpaidCause {
  if (payment?.way === 'transfer') return 'transfer';
  return payment === undefined || payment.way === 'cheque' ? 'cheque' : 'mistake';
}

/** `GET /gestion/adhesions/demandes/:id/impaye`: which payment did not hold, and what is written to its payer. */
export async function showUnpaid(
  exchange: Exchange,
  { values, errors }: Typed = nothingTyped,
  status = 200,
): Promise<Response> {
  const { ctx } = exchange;
  const id = exchange.param('id');
  const sheet = isId(id) ? await applicationSheet(ctx, id) : null;
  if (!sheet?.charge) return exchange.notFound();
  const { application, charge } = sheet;
  const standing = (await standingPayments(ctx.db, charge.id)).filter(({ isReadOnline }) => !isReadOnline);
  const [only] = standing.length === 1 ? standing : [];
  const hub = await readHubSettings(ctx.db, ctx.hubId);
  const letter = proposedLetter({
    hub: hub?.name ?? '',
    member: memberName(application),
    payment: only && causeOf(only) !== 'mistake' ? inWords(only) : '',
    amount: formatMoney(only?.amount ?? charge.left),
  });
  const isTyped = Object.keys(values).length > 0;
  const nothing = standing.length === 0 && charge.left === 0;
  return exchange.page({
    title: 'Un règlement n’a pas tenu',
    layout: 'office',
    status,
    header: {
      trail: [
        { label: 'Adhésions', href: paths.office },
        { label: 'Demandes', href: paths.applications },
        { label: memberName(application), href: paths.application(id) },
      ],
      lead: 'Un chèque revenu, un virement rappelé : le registre garde la ligne et son contraire, la cotisation est due à nouveau, le reçu est annulé avec son numéro.',
    },
    content: nothing ? (
      <EmptyState
        title="Rien à reprendre ici"
        actions={<ButtonLink href={paymentPaths.charge(charge.id)}>Voir le paiement</ButtonLink>}
      >
        <p>Ce qui est payé par carte sur le site se lit chez HelloAsso : la ligne s’écrit d’elle-même.</p>
      </EmptyState>
    ) : (
      <Form
        action={paths.unpaid(id)}
        label="Un règlement n’a pas tenu"
        errors={summaryOf(errors)}
        hidden={{ [formKeyField]: exchange.formKey }}
      >
        {standing.length > 0 && (
          <Panel title="Le règlement">
            <RadioGroup
              name="entryId"
              label="Lequel ?"
              value={values['entryId'] ?? only?.entryId}
              choices={standing.map((one) => ({
                value: one.entryId,
                label: [
                  `${paymentWayNames[one.way]} de ${formatMoney(one.amount)}`,
                  one.number && `n° ${one.number}`,
                  `le ${formatDate(one.receivedOn)}`,
                ]
                  .filter(Boolean)
                  .join(', '),
              }))}
              error={errors['entryId']}
            />
            <RadioGroup
              name="cause"
              label="Ce qui s’est passé"
              value={values['cause'] ?? causeOf(only)}
              choices={unpaidCauses.map((value) => ({ value, label: unpaidCauseNames[value] }))}
              error={errors['cause']}
            />
            <TextField
              name="note"
              label="Une précision, pour le registre"
              hint="Le motif de la banque, des frais à prévoir. La personne ne la lit pas."
              value={values['note']}
              error={errors['note']}
            />
          </Panel>
        )}
        {application.email ? (
          <Panel title="Le mail">
            <Checkbox
              name="write"
              value="oui"
              label={`Écrire à ${application.email}`}
              hint="Décochez pour le dire vous-même, par téléphone ou de vive voix."
              checked={isTyped ? values['write'] === 'oui' : causeOf(only) !== 'mistake'}
            />
            <TextField
              name="subject"
              label="Objet"
              value={values['subject'] ?? letter.subject}
              error={errors['letter.subject']}
            />
            <TextArea
              name="text"
              label="Ce que la personne lira"
              hint="« Bonjour » et le lien pour payer s’ajoutent d’eux-mêmes."
              rows={9}
              value={values['text'] ?? letter.text}
              error={errors['letter.text']}
            />
          </Panel>
        ) : (
          <Panel title="Pas d’adresse e-mail">
            <p>
              {application.phone
                ? `À dire par téléphone : ${application.phone}.`
                : 'À dire de vive voix : ni e-mail, ni téléphone.'}
            </p>
          </Panel>
        )}
        <SubmitBar
          label={standing.length > 0 ? 'Reprendre ce règlement' : 'Envoyer'}
          cancelHref={paths.application(id)}
        />
      </Form>
    ),
  });
}

/** `POST /gestion/adhesions/demandes/:id/impaye`. */
export async function receiveUnpaid(exchange: Exchange, deps: MembershipDependencies): Promise<Response> {
  const form = await exchange.form();
  const id = exchange.param('id');
  const { entryId, cause, note = '', write, subject = '', text = '' } = form.values;
  const outcome = await execute(
    exchange.ctx,
    noteUnpaidDues(deps),
    {
      id,
      entryId: entryId || null,
      cause: entryId ? cause : null,
      note,
      letter: write === 'oui' ? { subject, text } : null,
    },
    { key: form.key },
  );
  if (outcome.ok)
    return exchange.redirect(paths.application(id), {
      tone: 'success',
      text: [
        entryId ? `C’est repris : ${formatMoney(outcome.value.left)} restent dus.` : '',
        outcome.value.isTold ? 'Le mail part.' : '',
      ]
        .filter(Boolean)
        .join(' '),
    });
  if (outcome.reason === 'not_found' || !isId(id)) return exchange.notFound();
  return showUnpaid(exchange, { values: form.values, errors: errorsOf(outcome) }, 422);
}
