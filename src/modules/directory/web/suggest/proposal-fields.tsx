import type { JSX } from 'preact';
import { Combobox } from '#ui/fields/combobox.tsx';
import { FieldRow } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { Proposal } from '../../commands/moderation/proposal.ts';
import { townFromWords, townInWords } from '../../commands/moderation/town-from-words.ts';
import { suggestPath } from '../../commands/moderation/visitor-paths.ts';
import { shownPhone } from '../../domain/contact-values.ts';
import { missionLength } from '../../domain/organization-draft.ts';
import type { Typed } from './form-values.ts';

/** A proposal as the values of its form. */
export function proposalValues({ place, ...said }: Proposal): Record<string, string> {
  return {
    'proposed.name': said.name ?? '',
    'proposed.mission': said.mission ?? '',
    'proposed.description': said.description ?? '',
    'proposed.street': place?.street ?? '',
    'proposed.town': place ? townInWords(place) : '',
    'proposed.hours': said.hours ?? '',
    'proposed.phone': said.phone ? shownPhone(said.phone) : '',
    'proposed.email': said.email ?? '',
    'proposed.website': said.website ?? '',
  };
}

/** The values of the form as a proposal. A town written as it was drawn is the same town. */
export function proposalFromValues(values: Typed['values'], shown: Proposal): Proposal {
  const text = (field: string): string | undefined => values[`proposed.${field}`];
  const town = text('town');
  const before = shown.place;
  const isSameTown = before && town === townInWords(before);
  const place =
    town === undefined ? undefined : { ...(isSameTown ? before : townFromWords(town)), street: text('street') ?? '' };
  const said = {
    name: text('name'),
    mission: text('mission'),
    description: text('description'),
    hours: text('hours'),
    phone: text('phone'),
    email: text('email'),
    website: text('website'),
    place,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** The fields of a sheet that people outside the team may correct. */
export function ProposalFields({
  values,
  errors,
  emailHint,
  requiresName,
}: Typed & { readonly emailHint: string; readonly requiresName?: boolean }): JSX.Element {
  const field = (name: string) => ({
    name: `proposed.${name}`,
    value: values[`proposed.${name}`],
    error: errors[`proposed.${name}`],
  });
  return (
    <>
      <TextField {...field('name')} label="Nom" required={requiresName ?? true} />
      <TextArea {...field('mission')} label="Ce qu’elle fait, en une phrase" rows={3} limit={missionLength} />
      <TextArea {...field('description')} label="Présentation" rows={6} />
      <TextArea {...field('street')} label="Adresse" rows={2} />
      <Combobox
        {...field('town')}
        label="Commune"
        source={`${suggestPath}/communes`}
        error={errors['proposed.place']}
      />
      <TextArea {...field('hours')} label="Horaires" hint="Par exemple : lundi au vendredi de 9 h à 12 h" rows={3} />
      <FieldRow>
        <TextField {...field('phone')} label="Téléphone" type="tel" grow />
        <TextField {...field('website')} label="Site" type="url" grow />
      </FieldRow>
      <TextField {...field('email')} label="Adresse électronique" hint={emailHint} type="email" />
    </>
  );
}
