import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import { formatMoney } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Panel } from '#ui/components/panel.tsx';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { Typed } from '../../domain/answers.ts';
import { partsOf } from '../../domain/workshops.ts';
import { paths } from '../../paths.ts';
import { QuestionField } from '../question-field.tsx';
import { WorkshopFields } from '../workshop-fields.tsx';
import type { RegistrationList } from './read-list.ts';

export interface TypedPersonForm {
  readonly all: Typed;
  readonly errors: Readonly<Record<string, string>>;
}

/** The line that registers someone who phoned: a name is enough, no address is asked for. */
export function AddForm({
  exchange,
  list,
  typed: { all, errors },
}: {
  readonly exchange: Exchange;
  readonly list: RegistrationList;
  readonly typed: TypedPersonForm;
}): JSX.Element | null {
  const { event, offer, date } = list;
  if (!offer) return null;
  const parts = partsOf(offer.seatKinds);
  const value = (name: string) => all(name)[0];
  return (
    <Panel title="Inscrire quelqu’un">
      <Form
        action={paths.officeAdd(event.id)}
        label="Inscrire quelqu’un"
        errors={summaryOf(errors)}
        hidden={{ [formKeyField]: exchange.formKey, date: date?.id ?? '' }}
      >
        <FieldRow>
          <TextField name="name" label="Prénom et nom" required grow value={value('name')} error={errors['name']} />
          <TextField name="phone" label="Téléphone" type="tel" value={value('phone')} error={errors['phone']} />
          <TextField
            name="email"
            label="E-mail, s’il y en a un"
            type="email"
            value={value('email')}
            error={errors['email']}
          />
        </FieldRow>
        {(parts.length > 0 || offer.prices.length > 0) && (
          <FieldRow>
            {parts.length > 0 && (
              <Select
                name="seatKind"
                label="Place"
                value={value('seatKind') ?? parts[0]?.key}
                error={errors['seatKind']}
                choices={parts.map(({ key, label }) => ({ value: key, label }))}
              />
            )}
            {offer.prices.length > 0 && (
              <Select
                name="priceKey"
                label="Tarif"
                value={value('priceKey') ?? offer.prices[0]?.key}
                error={errors['priceKey']}
                choices={offer.prices.map(({ key, label, cents }) => ({
                  value: key,
                  label: `${label}, ${formatMoney(cents)}`,
                }))}
              />
            )}
          </FieldRow>
        )}
        <WorkshopFields
          kinds={offer.seatKinds}
          prefix=""
          values={all('workshops')}
          error={errors['workshops']}
          {...(list.seats ? { left: list.seats.leftByKind, mayWait: true } : {})}
        />
        <details class="more-fields" open={Object.keys(errors).some((key) => key !== '' && key !== 'name')}>
          <summary>Plus de réponses</summary>
          <div>
            {!offer.questions.some(({ kind }) => kind === 'organization') && (
              <TextField
                name="organization"
                label="Structure"
                value={value('organization')}
                error={errors['organization']}
              />
            )}
            {!offer.questions.some(({ kind }) => kind === 'municipality') && (
              <TextField
                name="municipality"
                label="Commune"
                value={value('municipality')}
                error={errors['municipality']}
              />
            )}
            {offer.questions
              .filter(({ kind }) => kind !== 'phone')
              .map((question) => (
                <QuestionField question={{ ...question, isRequired: false }} prefix="" typed={all} errors={errors} />
              ))}
            <Checkbox name="isMember" label="Adhérent·e" checked={value('isMember') === 'oui'} />
          </div>
        </details>
        <SubmitBar label="Inscrire" note="Sans e-mail, un reçu s’imprime ; rien n’est à inventer." />
      </Form>
    </Panel>
  );
}
