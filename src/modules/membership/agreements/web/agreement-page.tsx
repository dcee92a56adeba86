import type { JSX } from 'preact';
import { officeSheetPath } from '#modules/directory/index.ts';
import { amountTyped } from '#modules/payments/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatDate, formatMoney } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { acceptedFiles, fileFacts, fileHref, takeFile } from '#platform/stored-files/index.ts';
import { Button } from '#ui/components/button.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { FileField } from '#ui/fields/file-field.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { moneyPaths } from '../../money-paths.ts';
import { paths } from '../../paths.ts';
import type { MembershipDependencies } from '../../ports.ts';
import { errorsOf, nothingTyped, sentenceOf, type Typed } from '../../web/form-answer.ts';
import { addAgreementFile, addCommitment, saveAgreement, setCommitment } from '../commands/keep-agreements.ts';
import { agreementState, agreementStateNames } from '../domain/deadlines.ts';
import { agreementSheet, type AgreementSheet, type CommitmentRow } from '../queries/agreements.ts';
import { AgreementForm } from './agreement-form.tsx';

const trail = [
  { label: 'Adhésions', href: paths.office },
  { label: 'Conventions', href: moneyPaths.agreements },
];
const sides = { hub: 'Le pôle', partner: 'Le partenaire' } as const;

/** `GET /gestion/conventions/nouvelle`. */
export async function showNewAgreement(
  exchange: Exchange,
  typed: Typed = nothingTyped,
  status = 200,
): Promise<Response> {
  return exchange.page({
    title: 'Nouvelle convention',
    layout: 'office',
    section: paths.office,
    status,
    header: { trail },
    content: <AgreementForm exchange={exchange} action={moneyPaths.newAgreement} row={null} typed={typed} />,
  });
}

/** `GET /gestion/conventions/:id`. */
export async function showAgreement(exchange: Exchange, typed: Typed = nothingTyped, status = 200): Promise<Response> {
  const { ctx } = exchange;
  const id = exchange.param('id');
  const sheet = isId(id) ? await agreementSheet(ctx.db, id) : null;
  if (!sheet) return exchange.notFound();
  const { agreement, organization } = sheet;
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  return exchange.page({
    title: agreement.title,
    layout: 'office',
    section: paths.office,
    status,
    header: { trail, facts: `${agreement.partner} · ${agreementStateNames[agreementState(agreement, today)]}` },
    content: (
      <Columns
        main={
          <>
            <Commitments exchange={exchange} sheet={sheet} today={today} />
            <AgreementForm exchange={exchange} action={moneyPaths.agreement(id)} row={agreement} typed={typed} />
          </>
        }
        side={
          <>
            {organization && (
              <Panel title="Le partenaire">
                <a href={officeSheetPath(organization.id)}>{organization.name}</a>
              </Panel>
            )}
            <Panel title="Papiers">
              <ul>
                {sheet.files.map(({ title, file }) => (
                  <li>
                    <a href={fileHref(file)}>{title}</a> <span class="facts">{fileFacts(file)}</span>
                  </li>
                ))}
              </ul>
              <Form
                action={moneyPaths.agreementAct(id, 'papiers')}
                label="Ajouter un papier"
                withFiles
                hidden={{ [formKeyField]: ctx.newId() }}
              >
                <FileField
                  name="file_file"
                  label="Document"
                  accept={acceptedFiles}
                  hint="Seule l’équipe l’ouvre."
                  error={typed.errors['file_file']}
                />
                <TextField name="fileTitle" label="Titre du document" hint="Vide : le nom du fichier." />
                <SubmitBar kind="ghost" label="Garder" />
              </Form>
            </Panel>
          </>
        }
      />
    ),
  });
}

function Commitments({
  exchange,
  sheet: { agreement, commitments },
  today,
}: {
  readonly exchange: Exchange;
  readonly sheet: AgreementSheet;
  readonly today: Temporal.PlainDate;
}): JSX.Element {
  const isLate = ({ dueOn, doneOn }: CommitmentRow): boolean =>
    dueOn !== null && doneOn === null && Temporal.PlainDate.compare(dueOn, today) < 0;
  return (
    <Panel title="Engagements">
      {commitments.length > 0 && (
        <ul class="stack plain">
          {commitments.map((one) => (
            <li>
              <strong>{one.label}</strong>
              <p class="facts">
                {[
                  sides[one.side],
                  one.dueOn && `pour le ${formatDate(one.dueOn)}`,
                  one.amount !== null && formatMoney(one.amount),
                  one.doneOn ? `tenu le ${formatDate(one.doneOn)}` : isLate(one) ? 'en retard' : 'à tenir',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <form method="post" action={moneyPaths.agreementAct(agreement.id, 'engagement')}>
                <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
                <input type="hidden" name="id" value={one.id} />
                <Button kind="ghost" small name="to" value={one.doneOn ? 'due' : 'done'}>
                  {one.doneOn ? 'À tenir de nouveau' : 'C’est tenu'}
                  <span class="visually-hidden"> : {one.label}</span>
                </Button>
                <Button kind="quiet" small name="to" value="removed">
                  Retirer<span class="visually-hidden"> : {one.label}</span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <Form
        action={moneyPaths.agreementAct(agreement.id, 'engagements')}
        label="Ajouter un engagement"
        hidden={{ [formKeyField]: exchange.ctx.newId() }}
      >
        <FieldRow>
          <Select
            name="side"
            label="Qui s’engage"
            choices={(['hub', 'partner'] as const).map((value) => ({ value, label: sides[value] }))}
          />
          <TextField name="label" id="engagement" label="À quoi" grow />
          <DateField name="dueOn" label="Pour le" />
          <TextField name="due" label="Somme, en euros" inputmode="decimal" size="short" />
        </FieldRow>
        <SubmitBar kind="ghost" label="Ajouter" />
      </Form>
    </Panel>
  );
}

/** `POST /gestion/conventions/nouvelle` and `/gestion/conventions/:id`. */
export async function receiveAgreement(exchange: Exchange, id: string | null): Promise<Response> {
  const form = await exchange.form();
  const { amount = '', isEnded, noticeDays, ...values } = form.values;
  const typed = amount.trim() === '' ? null : amountTyped(amount);
  const draw = (errors: Typed['errors']): Promise<Response> =>
    id === null
      ? showNewAgreement(exchange, { values: form.values, errors }, 422)
      : showAgreement(exchange, { values: form.values, errors }, 422);
  if (amount.trim() !== '' && typed === null) return draw({ amount: 'Écrivez une somme en euros.' });
  const outcome = await execute(
    exchange.ctx,
    saveAgreement,
    {
      ...values,
      title: values['title'] ?? '',
      partner: values['partner'] ?? '',
      startsOn: values['startsOn'] ?? '',
      noticeDays: noticeDays || 90,
      id,
      amount: typed,
      isEnded: isEnded === 'oui',
    },
    { key: form.key },
  );
  if (outcome.ok)
    return exchange.redirect(moneyPaths.agreement(outcome.value.id), {
      tone: 'success',
      text: 'La convention est enregistrée.',
    });
  return outcome.reason === 'not_found' ? exchange.notFound() : draw(errorsOf(outcome));
}

type Done = Awaited<ReturnType<typeof execute<never, null, 'not_found'>>>;

function back(exchange: Exchange, agreementId: string, outcome: Done): Response {
  return exchange.redirect(
    moneyPaths.agreement(agreementId),
    outcome.ok ? { tone: 'success', text: 'C’est noté.' } : { tone: 'warning', text: sentenceOf(outcome) },
  );
}

/** `POST …/engagements`: one more. */
export async function receiveCommitment(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const agreementId = exchange.param('id');
  if (!isId(agreementId)) return exchange.notFound();
  const { side, label = '', dueOn = '', due = '' } = form.values;
  const input = {
    agreementId,
    side: side === 'partner' ? side : ('hub' as const),
    label,
    dueOn,
    amount: due ? amountTyped(due) : null,
  };
  return back(exchange, agreementId, await execute(exchange.ctx, addCommitment, input, { key: form.key }));
}

/** `POST …/engagement`: kept, due again, taken off. */
export async function receiveCommitmentState(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const agreementId = exchange.param('id');
  if (!isId(agreementId)) return exchange.notFound();
  const to = form.values['to'] === 'removed' ? 'removed' : form.values['to'] === 'due' ? 'due' : 'done';
  const input = { agreementId, id: form.values['id'] ?? '', to } as const;
  return back(exchange, agreementId, await execute(exchange.ctx, setCommitment, input, { key: form.key }));
}

/** `POST …/papiers`. */
export async function receiveAgreementFile(exchange: Exchange, { ports }: MembershipDependencies): Promise<Response> {
  const form = await exchange.form();
  const agreementId = exchange.param('id');
  if (!isId(agreementId)) return exchange.notFound();
  const taken = await takeFile(exchange.ctx, ports.files, form, 'file', { visibility: 'staff' });
  const errors = taken.ok ? { file_file: 'Choisissez un fichier.' } : taken.fields;
  if (!taken.ok || taken.value.fileId === null) return showAgreement(exchange, { values: {}, errors }, 422);
  const input = { agreementId, fileId: taken.value.fileId, title: form.values['fileTitle'] ?? '' };
  return back(exchange, agreementId, await execute(exchange.ctx, addAgreementFile, input, { key: form.key }));
}
