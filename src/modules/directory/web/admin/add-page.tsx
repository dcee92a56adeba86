import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { Combobox } from '#ui/fields/combobox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { addOrganization } from '../../commands/add-organization.ts';
import { suggestPath } from '../../commands/moderation/visitor-paths.ts';
import { missionLength } from '../../domain/organization-draft.ts';
import { officePath, officeSheetPath, organizationPath } from '../../paths.ts';
import { likelySame, type LikelySame } from '../../queries/likely-same.ts';
import { readThemeTree, type IndexedTheme } from '../../queries/index/theme-tree.ts';
import { checkPhone, checkWebsite } from '../../domain/contact-values.ts';
import { refusalText } from '../texts.ts';
import { LookAlikes } from './look-alikes.tsx';
import { formErrors, summaryOf, type FieldErrors } from './sheet-values.ts';

const addPath = `${officePath}/nouvelle`;

interface Typed {
  values: Readonly<Record<string, string>>;
  errors: FieldErrors;
  alike: readonly LikelySame[];
}

/** `GET /gestion/annuaire/nouvelle`: the fewest fields that put a structure on the map. */
export function showAdd(exchange: Exchange): Promise<Response> {
  return addPage(exchange, { values: { name: exchange.query('nom') }, errors: {}, alike: [] });
}

/** `POST /gestion/annuaire/nouvelle` */
export async function receiveAdd(exchange: Exchange): Promise<Response> {
  const { values, key } = await exchange.form();
  const status = values['act'] === 'brouillon' ? 'draft' : 'published';
  const outcome = await execute(
    exchange.ctx,
    addOrganization,
    { profile: profileFrom(values), status, isAnother: values['isAnother'] === 'oui' },
    { key },
  );
  if (outcome.ok) {
    const { id, slug } = outcome.value;
    if (values['act'] === 'completer')
      return exchange.redirect(officeSheetPath(id), {
        tone: 'success',
        text: 'La structure est sur la carte. Complétez sa fiche.',
      });
    return exchange.redirect(organizationPath(slug), {
      tone: 'success',
      text: status === 'draft' ? 'Brouillon gardé.' : 'La structure est dans l’annuaire et sur la carte.',
    });
  }
  if (outcome.reason === 'looks_alike')
    return addPage(exchange, { values, errors: {}, alike: outcome.details as LikelySame[] }, 422);
  const errors = outcome.reason === 'invalid' ? formErrors(outcome.fields) : { '': refusalText(outcome.reason) };
  return addPage(exchange, { values, errors, alike: [] }, 422);
}

/** `GET /gestion/annuaire/ressemblances?name=&town=&phone=&website=`: what is being typed may be there already. */
export async function sendLookAlikes(exchange: Exchange): Promise<Response> {
  const [name, phone, website] = [
    exchange.query('name').slice(0, 200),
    checkPhone(exchange.query('phone')),
    checkWebsite(exchange.query('website')),
  ];
  if (name.trim().length < 3 && phone.kind !== 'valid' && website.kind !== 'valid') return exchange.http.json([]);
  const found = await likelySame(exchange.ctx.db, {
    name,
    phone: phone.kind === 'valid' ? phone.value : '',
    website: website.kind === 'valid' ? website.value : '',
    locations: [{ ...emptyPlace, ...townOf(exchange.query('town')) }],
  });
  return exchange.http.json(
    found.map(({ id, name: known, city, because }) => ({ href: officeSheetPath(id), name: known, city, because })),
  );
}

const emptyPlace = {
  label: '',
  street: '',
  postcode: '',
  city: '',
  municipalityInsee: null,
  inseeYear: null,
  lon: null,
  lat: null,
  isApproximate: false,
  visibility: 'public',
  openingHours: '',
  openingHoursNote: '',
} as const;

function townOf(typed: string): { postcode: string; city: string } {
  return { postcode: /\b\d{5}\b/.exec(typed)?.[0] ?? '', city: typed.replace(/\b\d{5}\b|\([^)]*\)/g, '').trim() };
}

function profileFrom(values: Typed['values']) {
  const town = townOf(values['town'] ?? '');
  return {
    name: values['name'] ?? '',
    mission: values['mission'] ?? '',
    phone: values['phone'] ?? '',
    themes: values['theme'] ? [values['theme']] : [],
    isMember: values['isMember'] === 'oui',
    locations: town.city || town.postcode ? [town] : [],
  };
}

async function addPage(exchange: Exchange, typed: Typed, status = 200): Promise<Response> {
  const themes = await readThemeTree(exchange.ctx.db);
  return exchange.page({
    title: 'Ajouter une structure',
    layout: 'office',
    status,
    section: officePath,
    header: {
      trail: [{ label: 'Réseau', href: officePath }],
      lead: 'Un nom et une commune suffisent : la structure est aussitôt sur la carte.',
    },
    content: <AddForm exchange={exchange} typed={typed} themes={themes} />,
  });
}

function AddForm({
  exchange,
  typed: { values, errors, alike },
  themes,
}: {
  readonly exchange: Exchange;
  readonly typed: Typed;
  readonly themes: readonly IndexedTheme[];
}): JSX.Element {
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <Form
      action={addPath}
      errors={summaryOf(errors)}
      hidden={{ [formKeyField]: exchange.formKey }}
      draft="nouvelle-structure"
    >
      {alike.length > 0 && <LookAlikes alike={alike} />}
      <es-look-alikes data-source={`${officePath}/ressemblances`}>
        <TextField {...field('name')} label="Nom" required />
        <Combobox {...field('town')} label="Commune" source={`${suggestPath}/communes`} error={errors['locations']} />
        <TextField {...field('phone')} label="Téléphone" type="tel" size="medium" />
      </es-look-alikes>
      <TextArea
        {...field('mission')}
        label="En une phrase"
        hint="Ce qu’elle fait, dit simplement."
        rows={2}
        limit={missionLength}
      />
      {themes.length > 0 && (
        <Select
          {...field('theme')}
          label="Domaine"
          placeholder="À choisir plus tard"
          choices={themes.map(({ id, label, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${label}` }))}
        />
      )}
      <Checkbox name="isMember" label="Adhérente du pôle" checked={values['isMember'] === 'oui'} />
      {alike.length > 0 && <Checkbox name="isAnother" label="C’est bien une autre structure" />}
      <SubmitBar label="Ajouter à l’annuaire" cancelHref={officePath}>
        <Button kind="ghost" name="act" value="completer">
          Ajouter et compléter
        </Button>
        <Button kind="quiet" name="act" value="brouillon">
          Garder en brouillon
        </Button>
      </SubmitBar>
    </Form>
  );
}
