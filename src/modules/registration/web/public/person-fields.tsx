import type { JSX } from 'preact';
import { formatMoney, plural } from '#platform/french/index.ts';
import { Checkbox, RadioGroup } from '#ui/fields/checkbox.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { Typed } from '../../domain/answers.ts';
import { partsOf } from '../../domain/workshops.ts';
import type { DateSeats } from '../../queries/seats-of.ts';
import { QuestionField } from '../question-field.tsx';
import { WorkshopFields } from '../workshop-fields.tsx';

interface PersonFieldsProps {
  readonly seats: DateSeats;
  readonly prefix: string;
  /** The one who types: her mail is needed. */
  readonly isFirst: boolean;
  readonly typed: Typed;
  readonly errors: Readonly<Record<string, string>>;
}

/** What is asked of one person. */
export function PersonFields({ seats, prefix, isFirst, typed, errors }: PersonFieldsProps): JSX.Element {
  const { offer } = seats;
  const parts = partsOf(offer.seatKinds);
  const [name, email, kind, price, member] = ['name', 'email', 'seatKind', 'priceKey', 'isMember'].map(
    (field) => typed(field)[0],
  );
  return (
    <>
      <TextField
        name={`${prefix}name`}
        label="Prénom et nom"
        required
        autocomplete={isFirst ? 'name' : 'off'}
        value={name}
        error={errors['name']}
      />
      <TextField
        name={`${prefix}email`}
        label="E-mail"
        type="email"
        required={isFirst}
        hint={isFirst ? undefined : 'Si elle en a un, elle reçoit sa propre confirmation.'}
        autocomplete={isFirst ? 'email' : 'off'}
        value={email}
        error={errors['email']}
      />
      {parts.length > 0 && (
        <RadioGroup
          name={`${prefix}seatKind`}
          label="Vous venez"
          required
          value={kind}
          error={errors['seatKind']}
          choices={parts.map(({ key, label }) => {
            const left = seats.leftByKind.get(key);
            const hint =
              left === 0 ? 'complet, liste d’attente' : typeof left === 'number' ? plural(left, 'place') : '';
            return { value: key, label, ...(hint ? { hint } : {}) };
          })}
        />
      )}
      <WorkshopFields
        kinds={offer.seatKinds}
        prefix={prefix}
        values={typed('workshops')}
        error={errors['workshops']}
        left={seats.leftByKind}
        mayWait={offer.hasWaitingList}
      />
      {offer.prices.length > 0 && (
        <RadioGroup
          name={`${prefix}priceKey`}
          label="Tarif"
          required
          value={price ?? (offer.prices.length === 1 ? offer.prices[0]?.key : undefined)}
          error={errors['priceKey']}
          choices={offer.prices.map(({ key, label, cents }) => ({
            value: key,
            label: `${label} : ${cents === 0 ? 'gratuit' : formatMoney(cents)}`,
          }))}
        />
      )}
      {offer.waitingRule === 'members' && !offer.prices.some(({ isMember }) => isMember) && (
        <Checkbox
          name={`${prefix}isMember`}
          label="J’adhère au pôle, ou ma structure adhère"
          checked={member === 'oui'}
        />
      )}
      {offer.questions.map((question) => (
        <QuestionField question={question} prefix={prefix} typed={typed} errors={errors} />
      ))}
    </>
  );
}
