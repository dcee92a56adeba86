import type { ComponentChildren, JSX } from 'preact';
import { formatMoney, formatNumber } from '#platform/french/index.ts';
import { Checkbox, RadioGroup } from '#ui/fields/checkbox.tsx';
import { Combobox } from '#ui/fields/combobox.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { FieldRow } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { rangeOf } from '../domain/dues.ts';
import { questionsFor, type CampaignQuestion } from '../domain/questions.ts';
import { isStructure, type Who } from '../domain/who.ts';
import { paths } from '../paths.ts';
import type { DuesScale } from '../queries/campaigns.ts';
import type { Typed } from './form-answer.ts';

interface PartProps {
  readonly typed: Typed;
}

interface ScaleFieldsProps extends PartProps {
  readonly scales: readonly DuesScale[];
}

/** « 15 € », « de 20 € à 120 € », « à partir de 10 € ». */
export function priceWords(scale: DuesScale): string {
  const { least, most } = rangeOf(scale);
  if (most === null) return least > 0 ? `prix libre, à partir de ${formatMoney(least)}` : 'prix libre';
  if (least === most) return least === 0 ? 'gratuit' : formatMoney(least);
  return `de ${formatMoney(least)} à ${formatMoney(most)}`;
}

/** The price: which one when there are several, and what it is computed from. */
export function ScaleFields({ scales, typed: { values, errors } }: ScaleFieldsProps): JSX.Element {
  const [only, ...others] = scales;
  const has = (kind: DuesScale['kind']) => scales.some((scale) => scale.kind === kind);
  return (
    <>
      {only && others.length === 0 ? (
        <input type="hidden" name="scaleId" value={only.id} />
      ) : (
        <RadioGroup
          name="scaleId"
          label="Votre cotisation"
          required
          value={values['scaleId'] ?? only?.id}
          error={errors['scaleId']}
          choices={scales.map((scale) => ({
            value: scale.id,
            label: `${scale.label} : ${priceWords(scale)}`,
            ...(scale.hint ? { hint: scale.hint } : {}),
          }))}
        />
      )}
      {scales
        .filter(({ kind }) => kind === 'budget' || kind === 'staff')
        .slice(0, 1)
        .map((scale) => (
          <BracketField scale={scale} typed={{ values, errors }} />
        ))}
      {has('free') && (
        <TextField
          name="chosen"
          label="La somme que vous choisissez, en euros"
          hint={others.length > 0 ? 'Pour le prix libre.' : undefined}
          inputmode="decimal"
          size="short"
          value={values['chosen'] ?? suggested(scales)}
          error={errors['chosen']}
        />
      )}
      {has('reduced') && (
        <Checkbox
          name="declares"
          label="Je déclare sur l’honneur avoir droit au prix réduit"
          hint={others.length > 0 ? 'Pour le prix réduit seulement ; aucun papier n’est demandé.' : undefined}
          checked={values['declares'] === 'oui'}
          error={errors['declares']}
        />
      )}
    </>
  );
}

const suggested = (scales: readonly DuesScale[]): string | undefined => {
  const free = scales.find(({ kind, suggested: amount }) => kind === 'free' && amount > 0);
  return free && String(free.suggested / 100).replace('.', ',');
};

/** What the price stands on, by bracket: one choice rather than a figure to look for. */
function BracketField({ scale, typed: { values, errors } }: PartProps & { readonly scale: DuesScale }): JSX.Element {
  const name = scale.kind === 'budget' ? 'budget' : 'staff';
  const sorted = scale.brackets.toSorted((a, b) => (a.upTo ?? Infinity) - (b.upTo ?? Infinity));
  const unit = (count: number): string =>
    scale.kind === 'budget' ? formatMoney(count * 100) : `${formatNumber(count)} salarié·es`;
  const choices = sorted.map(({ upTo, amount }, index) => {
    const before = sorted[index - 1]?.upTo ?? 0;
    const range = upTo === null ? `plus de ${unit(before)}` : `jusqu’à ${unit(upTo)}`;
    return { value: String(upTo ?? before + 1), label: `${range} : ${formatMoney(amount)}` };
  });
  const typed = values[name] ?? '';
  const chosen =
    choices.find(({ value }) => typed !== '' && Number(typed) <= Number(value)) ??
    (typed === '' ? undefined : choices.at(-1));
  return (
    <Select
      name={name}
      label={scale.kind === 'budget' ? 'Votre budget de l’an passé' : 'Combien de salarié·es ?'}
      hint={scale.hint || 'Il donne le montant de la cotisation.'}
      required
      placeholder="Choisir"
      value={chosen?.value}
      error={errors[name]}
      choices={choices}
    />
  );
}

/** Who joins: the person, or the structure and who speaks for it. */
export function WhoFields({
  who,
  typed: { values, errors },
  isLocked,
}: PartProps & { readonly who: Who; readonly isLocked?: boolean }): JSX.Element {
  const structure = isStructure(who);
  const text = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <>
      {structure && isLocked && (
        <TextField {...text('organizationName')} label="La structure" readonly autocomplete="organization" />
      )}
      {structure && !isLocked && (
        <Combobox
          {...text('organizationName')}
          label="Le nom de la structure"
          hint="Déjà dans l’annuaire ? Choisissez-la dans la liste : rien d’autre à remplir sur elle."
          required
          source={`${paths.join}/structures`}
          autocomplete="organization"
        />
      )}
      <FieldRow>
        <TextField
          {...text('givenName')}
          label={structure ? 'Votre prénom' : 'Prénom'}
          required
          autocomplete="given-name"
          grow
        />
        <TextField
          {...text('familyName')}
          label={structure ? 'Votre nom' : 'Nom'}
          required
          autocomplete="family-name"
          grow
        />
      </FieldRow>
      <TextField
        {...text('email')}
        label="E-mail"
        hint="La confirmation et le reçu y arrivent."
        required
        type="email"
        autocomplete="email"
      />
    </>
  );
}

/** What few need: folded, opened when something was typed or refused there. */
export function MoreFields({
  who,
  typed: { values, errors },
  children,
}: PartProps & { readonly who: Who; readonly children?: ComponentChildren }): JSX.Element {
  const structure = isStructure(who);
  const text = (name: string) => ({ name, value: values[name], error: errors[name] });
  const names = [
    'role',
    'phone',
    'street',
    'postcode',
    'city',
    'siren',
    'payer.name',
    'payer.email',
    'payer.address',
    'donation',
    'note',
  ];
  const isOpen = Object.keys(errors).some((name) => names.includes(name) || name.startsWith('otherPeople'));
  return (
    <details class="more-fields" open={isOpen}>
      <summary>
        {structure ? 'Téléphone, adresse, autres personnes, autre payeur' : 'Téléphone, adresse, autre payeur'}
      </summary>
      <div>
        {structure && <TextField {...text('role')} label="Votre rôle" hint="Présidente, trésorier, salariée…" />}
        <TextField {...text('phone')} label="Téléphone" type="tel" autocomplete="tel" size="medium" />
        <TextField {...text('street')} label="Adresse" autocomplete="address-line1" />
        <FieldRow>
          <TextField {...text('postcode')} label="Code postal" autocomplete="postal-code" size="short" />
          <TextField {...text('city')} label="Commune" autocomplete="address-level2" grow />
        </FieldRow>
        {structure && <TextField {...text('siren')} label="SIREN ou SIRET" inputmode="numeric" size="medium" />}
        {structure && (
          <Fieldset legend="Une autre personne à connaître" hint="Qui suit l’adhésion, qui vient aux réunions…">
            <FieldRow>
              <TextField {...text('otherPeople.0.givenName')} label="Son prénom" grow />
              <TextField {...text('otherPeople.0.familyName')} label="Son nom" grow />
            </FieldRow>
            <FieldRow>
              <TextField {...text('otherPeople.0.role')} label="Son rôle" grow />
              <TextField {...text('otherPeople.0.email')} label="Son e-mail" type="email" grow />
            </FieldRow>
          </Fieldset>
        )}
        <Fieldset legend="Quelqu’un d’autre paie" hint="Le reçu sera à son nom.">
          <TextField {...text('payer.name')} label="Nom de qui paie" />
          <TextField {...text('payer.email')} label="E-mail de qui paie" type="email" />
          <TextArea {...text('payer.address')} label="Adresse de qui paie" rows={2} />
        </Fieldset>
        <TextField {...text('donation')} label="Ajouter un don, en euros" inputmode="decimal" size="short" />
        <TextArea {...text('note')} label="Un mot pour nous" rows={3} limit={1000} />
        {children}
      </div>
    </details>
  );
}

/** What this campaign asks beside the rest. */
export function QuestionFields({
  questions,
  who,
  typed: { values, errors },
}: PartProps & { readonly questions: readonly CampaignQuestion[]; readonly who: Who }): JSX.Element {
  return (
    <>
      {questionsFor(questions, who).map((question) => {
        const name = `answers.${question.key}`;
        const common = {
          name,
          label: question.label,
          required: question.isRequired,
          value: values[name],
          error: errors[name],
        };
        switch (question.kind) {
          case 'long':
            return <TextArea {...common} rows={3} />;
          case 'choice':
            return (
              <RadioGroup {...common} choices={question.choices.map((choice) => ({ value: choice, label: choice }))} />
            );
          case 'yes':
            return <Checkbox {...common} value="oui" checked={values[name] === 'oui'} />;
          default:
            return <TextField {...common} />;
        }
      })}
    </>
  );
}
