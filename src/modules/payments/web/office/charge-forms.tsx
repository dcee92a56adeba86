import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import { formatMoney } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { RadioGroup } from '#ui/fields/checkbox.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { notedWays, wayNames, type Way } from '../../domain/ways.ts';
import { paths } from '../../paths.ts';
import type { ChargeSheet } from '../../queries/charge-sheet.ts';
import type { Typed } from '../form-answer.ts';

interface ChargeFormProps {
  readonly exchange: Exchange;
  readonly sheet: ChargeSheet;
  readonly typed: Typed;
}

const hasErrors = ({ errors }: Typed): boolean => Object.keys(errors).length > 0;
const isNoted = (way: Way | null): way is (typeof notedWays)[number] => notedWays.some((one) => one === way);
const ways = notedWays.map((way) => ({ value: way, label: wayNames[way] }));
/** « 1234,50 », as it is typed back. */
const typedAmount = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',');

/** Notes what the team received. Filled with what is left and the way announced: one click most of the time. */
export function NoteForm({
  exchange,
  sheet: { charge, left },
  typed: { values, errors },
}: ChargeFormProps): JSX.Element {
  const today = exchange.ctx.clock.now().toZonedDateTimeISO(exchange.ctx.zone).toPlainDate().toString();
  return (
    <Panel title="Noter ce qui est reçu">
      <Form
        action={paths.note(charge.id)}
        label="Noter ce qui est reçu"
        errors={summaryOf(errors)}
        hidden={{ [formKeyField]: exchange.ctx.newId() }}
      >
        <RadioGroup
          name="way"
          label="Reçu par"
          inline
          required
          value={values['way'] ?? (isNoted(charge.chosenWay) ? charge.chosenWay : 'cheque')}
          choices={ways}
          error={errors['way']}
        />
        <FieldRow>
          <TextField
            name="amount"
            label="Somme, en euros"
            inputmode="decimal"
            size="short"
            required
            value={values['amount'] ?? typedAmount(left)}
            error={errors['amount']}
          />
          <DateField
            name="receivedOn"
            label="Le"
            required
            max={today}
            value={values['receivedOn'] ?? today}
            error={errors['receivedOn']}
          />
        </FieldRow>
        <FieldRow>
          <TextField
            name="number"
            label="Numéro du chèque ou du virement"
            value={values['number']}
            error={errors['number']}
          />
          <TextField name="bank" label="Banque" value={values['bank']} error={errors['bank']} />
        </FieldRow>
        <TextField name="note" label="Note pour l’équipe" value={values['note']} error={errors['note']} />
        <SubmitBar label="Noter reçu" />
      </Form>
    </Panel>
  );
}

/** Gives money back: online when it came from there, whole or in part; by hand otherwise. */
export function GiveBackForm({
  exchange,
  sheet,
  typed: { values, errors },
  typedOnline,
}: ChargeFormProps & {
  /** What was typed and refused in the form of a payment that came online. */
  readonly typedOnline: (paymentId: number) => Typed;
}): JSX.Element {
  const { charge, lines, toReturn } = sheet;
  const kept = charge.received - charge.returned;
  const byCheckout = lines.filter(({ isByCheckout, providerPaymentId }) => isByCheckout && providerPaymentId !== null);
  const heldOnline = [...Map.groupBy(byCheckout, (line) => Number(line.providerPaymentId))]
    .map(([paymentId, own]) => ({
      paymentId,
      held: Math.min(
        kept,
        own.reduce((sum, { amount }) => sum + amount, 0),
      ),
    }))
    .filter(({ held }) => held > 0);
  const isWrong =
    Object.keys(errors).length > 0 || heldOnline.some(({ paymentId }) => hasErrors(typedOnline(paymentId)));
  return (
    <details class="more-fields" open={toReturn > 0 || isWrong}>
      <summary>Rendre de l’argent</summary>
      {heldOnline.map(({ paymentId, held }) => {
        const online = typedOnline(paymentId);
        return (
          <Form
            action={paths.refund(charge.id)}
            label="Rembourser par HelloAsso"
            errors={summaryOf(online.errors)}
            hidden={{
              [formKeyField]: exchange.ctx.newId(),
              way: 'online',
              paymentId: String(paymentId),
              version: String(charge.version),
            }}
          >
            <TextField
              name="amount"
              id={`rembourser-${paymentId}`}
              label="Somme à rendre par HelloAsso, en euros"
              hint={`${formatMoney(held)} reçus par carte : une partie peut suffire.`}
              inputmode="decimal"
              size="short"
              required
              value={online.values['amount'] ?? typedAmount(toReturn > 0 ? Math.min(toReturn, held) : held)}
              error={online.errors['amount']}
            />
            <SubmitBar
              kind="ghost"
              label="Rembourser par HelloAsso"
              note="Sur la carte de la personne, en quelques jours. HelloAsso lui écrit."
            />
          </Form>
        );
      })}
      <Form
        action={paths.refund(charge.id)}
        label="Rendre par un autre moyen"
        errors={summaryOf(errors)}
        hidden={{ [formKeyField]: exchange.ctx.newId() }}
      >
        <FieldRow>
          <Select
            name="way"
            id="rendre-moyen"
            label="Rendu par"
            choices={ways}
            value={values['way'] ?? 'transfer'}
            error={errors['way']}
          />
          <TextField
            name="amount"
            id="rendre-somme"
            label="Somme, en euros"
            inputmode="decimal"
            size="short"
            value={values['amount'] ?? typedAmount(toReturn || kept)}
            error={errors['amount']}
          />
        </FieldRow>
        <TextField name="note" id="rendre-note" label="Pourquoi" value={values['note']} error={errors['note']} />
        <SubmitBar kind="ghost" label="Noter rendu" />
      </Form>
    </details>
  );
}

/** Stops asking for a sum. */
export function CancelForm({ exchange, sheet: { charge }, typed: { values, errors } }: ChargeFormProps): JSX.Element {
  return (
    <details class="more-fields" open={Object.keys(errors).length > 0}>
      <summary>Ne plus demander cette somme</summary>
      <Form
        action={paths.cancel(charge.id)}
        label="Ne plus demander cette somme"
        errors={summaryOf(errors)}
        hidden={{ [formKeyField]: exchange.ctx.newId() }}
      >
        <TextField
          name="reason"
          label="Pourquoi"
          hint="Par exemple : geste du pôle, erreur de tarif."
          required
          value={values['reason']}
          error={errors['reason']}
        />
        <SubmitBar kind="danger" label="Annuler la somme" />
      </Form>
    </details>
  );
}

/** Asks the provider again. */
export function VerifyForm({ exchange, id }: { readonly exchange: Exchange; readonly id: string }): JSX.Element {
  return (
    <form method="post" action={paths.verify(id)}>
      <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
      <Button kind="ghost" small>
        Relire chez HelloAsso
      </Button>
    </form>
  );
}
