import type { JSX } from 'preact';
import type { Context } from '#platform/context/context.ts';
import type { SentForm } from '#platform/http/exchange.ts';
import { findMunicipality } from '#platform/geo/index.ts';
import { CheckboxGroup, RadioGroup } from '#ui/fields/checkbox.tsx';
import { FieldRow } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { eventTypeFacts, eventTypes } from '../../domain/event-types.ts';
import { perimeterNames, perimeters } from '../../domain/perimeters.ts';
import type { AgendaDependencies } from '../../ports.ts';
import type { AgendaSource } from '../queries/sources.ts';

/** What was typed of a source, as the form holds it. */
export interface TypedSource {
  values: Readonly<Record<string, string>>;
  types: readonly string[];
  themes: readonly string[];
  audiences: readonly string[];
}

export const emptySource: TypedSource = {
  values: { trust: 'propose', defaultType: 'other', perimeter: 'declared' },
  types: [],
  themes: [],
  audiences: [],
};

/** A source back in the words of its form. */
export function typedOf(source: AgendaSource, organizerName: string): TypedSource {
  const { name, url, trust, words, towns, defaultType, perimeter, types, themes, audiences } = source;
  const townNames = towns.map((insee) => findMunicipality({ insee })?.municipality.name ?? insee);
  return {
    values: {
      name,
      url: url ?? '',
      trust,
      words,
      towns: townNames.join(', '),
      defaultType,
      perimeter,
      organizer: organizerName,
    },
    types,
    themes,
    audiences,
  };
}

export function typedFrom(form: SentForm): TypedSource {
  return {
    values: form.values,
    types: form.all('types'),
    themes: form.all('themes'),
    audiences: form.all('audiences'),
  };
}

/** The fields of the command; names of towns that nobody knows are an error beside their field. */
export async function fieldsFrom(
  ctx: Context,
  deps: Pick<AgendaDependencies, 'organizations'>,
  { values, types, themes, audiences }: TypedSource,
): Promise<{ fields: Record<string, unknown>; errors: Record<string, string> }> {
  const names = (values['towns'] ?? '')
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter(Boolean);
  const towns = names.map(
    (name) =>
      findMunicipality({ name })?.municipality.insee ??
      (/^\d{5}$/.test(name) ? findMunicipality({ postcode: name })?.municipality.insee : undefined),
  );
  const unknown = names.filter((_name, index) => towns[index] === undefined);
  const organizer = (values['organizer'] ?? '').trim();
  const known = organizer === '' ? undefined : (await deps.organizations.byNames(ctx, [organizer])).get(organizer);
  return {
    fields: {
      name: values['name'] ?? '',
      url: values['url'] ?? '',
      apiKey: values['apiKey'] ? values['apiKey'] : null,
      trust: values['trust'],
      words: values['words'] ?? '',
      towns: towns.filter((insee) => insee !== undefined),
      types,
      defaultType: values['defaultType'],
      perimeter: values['perimeter'],
      organizationId: known?.id ?? null,
      organizerName: known ? '' : organizer,
      themes,
      audiences,
    },
    errors: unknown.length > 0 ? { towns: `Nous ne reconnaissons pas : ${unknown.join(', ')}.` } : {},
  };
}

export interface SourceChoicesLists {
  themes: readonly { id: string; label: string }[];
  audiences: readonly { tag: string; label: string }[];
}

/** Everything decided of a source but its address, the commonest first. */
export function SourceFieldsForm({
  typed,
  errors,
  lists,
}: {
  readonly typed: TypedSource;
  readonly errors: Readonly<Record<string, string>>;
  readonly lists: SourceChoicesLists;
}): JSX.Element {
  const { values } = typed;
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <>
      <TextField
        {...field('name')}
        label="Nom de cette source"
        hint="Il est écrit sur la page de chaque rendez-vous qui en vient."
        required
        maxlength={160}
      />
      <RadioGroup
        {...field('trust')}
        label="Ce qui en arrive"
        choices={[
          {
            value: 'propose',
            label: 'attend votre accord',
            hint: 'Chaque nouveau rendez-vous est proposé à l’équipe.',
          },
          { value: 'publish', label: 'paraît aussitôt', hint: 'Pour un partenaire que vous connaissez bien.' },
        ]}
      />
      <FieldRow>
        <TextField
          {...field('organizer')}
          label="Organisateur"
          hint="Quand le calendrier ne le dit pas : une structure de l’annuaire ou un nom."
          grow
        />
        <Select
          {...field('defaultType')}
          label="Type"
          hint="Quand rien ne le laisse deviner."
          choices={eventTypes.map((type) => ({ value: type, label: eventTypeFacts[type].label }))}
        />
      </FieldRow>
      <Select
        {...field('perimeter')}
        label="Pourquoi ces rendez-vous sont dans l’agenda"
        choices={perimeters.map((perimeter) => ({ value: perimeter, label: perimeterNames[perimeter] }))}
      />
      <details class="more" open={Boolean(values['words'] || values['towns'] || typed.types.length || errors['towns'])}>
        <summary>N’en prendre qu’une partie</summary>
        <TextField
          {...field('words')}
          label="Mots"
          hint="Séparés par des virgules : un seul suffit. Vide, tout est pris."
        />
        <TextField {...field('towns')} label="Communes" hint="Séparées par des virgules." />
        <CheckboxGroup
          name="types"
          label="Types"
          values={typed.types}
          inline
          choices={eventTypes.map((type) => ({ value: type, label: eventTypeFacts[type].label }))}
        />
      </details>
      {(lists.themes.length > 0 || lists.audiences.length > 0) && (
        <details class="more" open={typed.themes.length + typed.audiences.length > 0}>
          <summary>Domaines et publics</summary>
          {lists.themes.length > 0 && (
            <CheckboxGroup
              name="themes"
              label="Domaines"
              values={typed.themes}
              inline
              choices={lists.themes.map(({ id, label }) => ({ value: id, label }))}
            />
          )}
          {lists.audiences.length > 0 && (
            <CheckboxGroup
              name="audiences"
              label="Pour qui"
              values={typed.audiences}
              inline
              choices={lists.audiences.map(({ tag, label }) => ({ value: tag, label }))}
            />
          )}
        </details>
      )}
    </>
  );
}
