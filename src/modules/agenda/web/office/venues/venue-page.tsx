import { execute } from '#platform/command/execute.ts';
import type { Exchange, SentForm } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { parseCoordinates } from '#platform/geo/index.ts';
import { Button } from '#ui/components/button.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { CheckboxGroup } from '#ui/fields/checkbox.tsx';
import { Combobox } from '#ui/fields/combobox.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { mergeVenues } from '../../../commands/venues/merge-venues.ts';
import { saveVenue } from '../../../commands/venues/save-venue.ts';
import { accessKindNames, accessKinds } from '../../../domain/accessibility.ts';
import { officePaths } from '../../../paths.ts';
import type { AgendaDependencies } from '../../../ports.ts';
import { storedVenue, type StoredVenue } from '../../../queries/office/stored-venue.ts';
import { venueChoices, venueWords } from '../../../queries/office/venue-choices.ts';
import { refusalText } from '../../texts.ts';
import { organizerNames, organizersFrom } from '../editor/organizer-names.ts';

interface Typed {
  readonly values: Readonly<Record<string, string>>;
  readonly accessibility: readonly string[];
  readonly errors: Readonly<Record<string, string>>;
}

/** `GET /gestion/agenda/lieux/ajouter` and `/:id` */
export async function showVenue(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const stored = await venueOfAddress(exchange);
  if (stored === 'none') return exchange.notFound();
  // A place made one with another leads there.
  if (stored?.mergedIntoId) return exchange.redirect(officePaths.venue(stored.mergedIntoId));
  if (stored?.isTrashed) return exchange.notFound();
  const fields = stored?.fields;
  const [organization] = fields?.organizationId
    ? await organizerNames(exchange.ctx, deps, [{ organizationId: fields.organizationId, name: '' }])
    : [''];
  const values: Record<string, string> = {
    name: fields?.name ?? '',
    street: fields?.street ?? '',
    postalCode: fields?.postalCode ?? '',
    city: fields?.city ?? '',
    point: fields?.lat != null && fields.lon !== null ? `${fields.lat}, ${fields.lon}` : '',
    access: fields?.access ?? '',
    accessibilityNote: fields?.accessibilityNote ?? '',
    organization: organization ?? '',
  };
  return venuePage(exchange, stored, { values, accessibility: fields?.accessibility ?? [], errors: {} });
}

/** `POST /gestion/agenda/lieux/ajouter` and `/:id` */
export async function receiveVenue(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const stored = await venueOfAddress(exchange);
  if (stored === 'none' || stored?.isTrashed) return exchange.notFound();
  const form = await exchange.form();
  if (form.values['act'] === 'reunir' && stored) return receiveMerge(exchange, stored, form);
  const text = (name: string): string => (form.values[name] ?? '').trim();
  const typed = { values: { ...form.values }, accessibility: form.all('accessibility') };
  const point = text('point') === '' ? null : parseCoordinates(text('point'));
  if (text('point') !== '' && !point)
    return venuePage(exchange, stored, {
      ...typed,
      errors: { point: 'Écrivez deux nombres : « 47,841, -1,683 », comme les donnent les cartes.' },
    });
  const [organizer] =
    text('organization') === ''
      ? []
      : await organizersFrom(
          exchange.ctx,
          deps,
          [text('organization')],
          stored?.fields.organizationId ? [{ organizationId: stored.fields.organizationId, name: '' }] : [],
        );
  if (organizer && organizer.organizationId === null)
    return venuePage(exchange, stored, {
      ...typed,
      errors: {
        organization: 'Cette structure n’est pas dans l’annuaire : choisissez dans la liste, ou laissez vide.',
      },
    });
  const outcome = await execute(
    exchange.ctx,
    saveVenue,
    {
      id: stored?.id ?? null,
      version: Number(form.values['version']) || null,
      fields: {
        name: text('name'),
        organizationId: organizer?.organizationId ?? null,
        street: text('street'),
        postalCode: text('postalCode'),
        city: text('city'),
        lon: point?.longitude ?? null,
        lat: point?.latitude ?? null,
        access: text('access'),
        accessibility: accessKinds.filter((kind) => typed.accessibility.includes(kind)),
        accessibilityNote: text('accessibilityNote'),
      },
    },
    { key: form.key },
  );
  if (outcome.ok) return exchange.redirect(officePaths.venues, { tone: 'success', text: 'Le lieu est enregistré.' });
  const named = Object.fromEntries(
    Object.entries(outcome.fields).map(([path, message]) => [
      path.replace(/^fields\./, '').replace(/\.\d+$/, ''),
      message,
    ]),
  );
  return venuePage(exchange, stored, {
    ...typed,
    errors: Object.keys(named).length > 0 ? named : { '': refusalText(outcome.reason) },
  });
}

async function receiveMerge(exchange: Exchange, stored: StoredVenue, form: SentForm): Promise<Response> {
  const mergedId = form.values['autre'] ?? '';
  const here = officePaths.venue(stored.id);
  if (!isId(mergedId)) return exchange.redirect(here, { tone: 'warning', text: 'Choisissez d’abord l’autre lieu.' });
  const outcome = await execute(exchange.ctx, mergeVenues, { keptId: stored.id, mergedId }, { key: form.key });
  return exchange.redirect(
    here,
    outcome.ok
      ? { tone: 'success', text: 'Les deux lieux n’en font plus qu’un, avec tous leurs rendez-vous.' }
      : { tone: 'danger', text: refusalText(outcome.reason) },
  );
}

async function venueOfAddress(exchange: Exchange): Promise<StoredVenue | null | 'none'> {
  if (exchange.url.pathname === officePaths.addVenue) return null;
  const id = exchange.param('id');
  return (isId(id) ? await storedVenue(exchange.ctx.db, id) : null) ?? 'none';
}

async function venuePage(exchange: Exchange, stored: StoredVenue | null, typed: Typed): Promise<Response> {
  const { values, accessibility, errors } = typed;
  const field = (name: string) => ({ name, value: values[name] ?? '', error: errors[name] });
  const others = (await venueChoices(exchange.ctx.db, { publicOnly: false })).filter(({ id }) => id !== stored?.id);
  const action = stored ? officePaths.venue(stored.id) : officePaths.addVenue;
  return exchange.page({
    title: stored?.fields.name ?? 'Nouveau lieu',
    layout: 'office',
    section: officePaths.list,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    header: {
      trail: [
        { label: 'Agenda', href: officePaths.list },
        { label: 'Lieux', href: officePaths.venues },
      ],
    },
    content: (
      <>
        <Form
          action={action}
          label="Ce lieu"
          errors={Object.entries(errors).map(([name, message]) => (name ? { field: name, message } : { message }))}
          hidden={{
            [formKeyField]: exchange.formKey,
            ...(stored ? { version: values['version'] ?? String(stored.version) } : {}),
          }}
        >
          <TextField {...field('name')} label="Nom" required maxlength={160} />
          <TextField {...field('street')} label="Rue" maxlength={200} />
          <FieldRow>
            <TextField {...field('postalCode')} label="Code postal" inputmode="numeric" size="short" />
            <TextField {...field('city')} label="Commune" maxlength={120} />
          </FieldRow>
          <TextField
            {...field('point')}
            label="Point sur la carte"
            hint="Latitude et longitude, copiées d’une carte. Vide : le centre de la commune."
            inputmode="text"
          />
          <Combobox
            {...field('organization')}
            label="La structure dont c’est le lieu"
            hint="Si elle est dans l’annuaire."
            source={officePaths.organizations}
          />
          <TextArea
            {...field('access')}
            label="Comment venir"
            hint="Parking, arrêt de bus, vélos, entrée à trouver."
            rows={3}
            limit={1000}
          />
          <CheckboxGroup
            name="accessibility"
            label="Accessibilité"
            values={accessibility}
            choices={accessKinds.map((kind) => ({ value: kind, label: accessKindNames[kind] }))}
          />
          <TextArea
            {...field('accessibilityNote')}
            label="Précisions sur l’accessibilité"
            hint="Marche à l’entrée, toilettes, places de stationnement."
            rows={2}
            limit={1000}
          />
          <SubmitBar label="Enregistrer ce lieu" cancelHref={officePaths.venues} />
        </Form>
        {stored && others.length > 0 && (
          <Panel title="C’est le même qu’un autre ?">
            <p>Ses rendez-vous passent ici, et ce que celui-ci ne disait pas est repris de l’autre.</p>
            <Form
              action={action}
              label="Réunir deux lieux"
              hidden={{ [formKeyField]: exchange.formKey, act: 'reunir' }}
            >
              <Select
                name="autre"
                label="L’autre lieu, qui disparaît"
                placeholder="Choisir"
                choices={others.map((one) => ({ value: one.id, label: venueWords(one) }))}
              />
              <p class="actions">
                <Button kind="ghost" icon="merge">
                  Réunir les deux
                </Button>
              </p>
            </Form>
          </Panel>
        )}
      </>
    ),
  });
}
