import { slugify } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { CopyButton } from '#ui/components/copy-button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { mayOperate } from '../../policy.ts';
import type { HubDependencies } from '../../ports.ts';
import { summaryOf, type FieldErrors } from '../form-errors.ts';
import { currentSettings } from '../hub-look.ts';
import { paths } from '../paths.ts';
import { refusalText } from '../texts.ts';

type Values = Readonly<Record<string, string>>;

/** `GET /gestion/nouveau-pole`: a name and the person who will run it; the assistant does the rest. */
export function showNewHub(exchange: Exchange): Promise<Response> {
  return newHubPage(exchange, {}, {});
}

/** `POST /gestion/nouveau-pole`: creates the hub, then leads its first employee into it. */
export async function createNewHub(exchange: Exchange, { openHub }: HubDependencies): Promise<Response> {
  if (!mayOperate(exchange.actor)) return exchange.notFound();
  const { values } = await exchange.form();
  const [name = '', givenName = '', familyName = '', email = ''] = ['name', 'givenName', 'familyName', 'email'].map(
    (field) => values[field]?.trim(),
  );
  const slug = values['slug']?.trim() || slugify(name, 60);
  const missing = missingFields({ name, givenName, familyName });
  if (Object.keys(missing).length > 0) return newHubPage(exchange, values, missing, 422);
  const outcome = await openHub(exchange.ctx, {
    name,
    slug,
    firstEmployee: { givenName, familyName, email: email || null },
  });
  if (!outcome.ok) {
    const errors = Object.keys(outcome.fields).length > 0 ? outcome.fields : { '': refusalText(outcome.reason) };
    return newHubPage(exchange, { ...values, slug }, errors, 422);
  }
  const settings = await currentSettings(exchange.ctx);
  const { protocol, host } = new URL(exchange.hub.origin);
  // The first real hub takes the installation's own address, where the demonstration answered until now.
  if (settings.isDemo && !host.startsWith(`${settings.slug}.`)) return exchange.redirect(outcome.value.path);
  const main = host.startsWith(`${settings.slug}.`) ? host.slice(settings.slug.length + 1) : host;
  return openedPage(exchange, name, `${protocol}//${settings.isDemo ? main : `${slug}.${main}`}${outcome.value.path}`);
}

function missingFields({
  name,
  givenName,
  familyName,
}: {
  name: string;
  givenName: string;
  familyName: string;
}): FieldErrors {
  return {
    ...(name.length < 2 ? { name: 'Donnez le nom du pôle.' } : {}),
    ...(givenName ? {} : { givenName: 'Donnez le prénom de la personne qui l’animera.' }),
    ...(familyName ? {} : { familyName: 'Donnez son nom.' }),
  };
}

function newHubPage(exchange: Exchange, values: Values, errors: FieldErrors, status = 200): Promise<Response> {
  return exchange.page({
    title: 'Créer un pôle',
    layout: 'office',
    status,
    header: { lead: <p>Un nom, une personne. Son lien de connexion s’ouvre juste après, et l’assistant la guide.</p> },
    content: (
      <Form
        action={paths.newHub}
        label="Créer un pôle"
        errors={summaryOf(errors)}
        hidden={{ [formKeyField]: exchange.formKey }}
      >
        <TextField
          name="name"
          label="Nom du pôle"
          required
          autocomplete="organization"
          value={values['name']}
          error={errors['name']}
        />
        <FieldRow>
          <TextField
            name="givenName"
            label="Prénom de qui l’animera"
            required
            autocomplete="given-name"
            value={values['givenName']}
            error={errors['givenName']}
          />
          <TextField
            name="familyName"
            label="Nom"
            required
            autocomplete="family-name"
            value={values['familyName']}
            error={errors['familyName']}
          />
        </FieldRow>
        <TextField
          name="email"
          label="Son adresse e-mail"
          hint="Pour se reconnecter plus tard. Peut attendre."
          type="email"
          autocomplete="email"
          value={values['email']}
          error={errors['email']}
        />
        {(errors['slug'] !== undefined || values['slug']) && (
          <TextField
            name="slug"
            label="Nom dans les adresses"
            hint="Lettres sans accent, chiffres et tirets."
            value={values['slug']}
            error={errors['slug']}
          />
        )}
        <SubmitBar label="Créer le pôle" cancelHref={paths.day} />
      </Form>
    ),
  });
}

function openedPage(exchange: Exchange, name: string, link: string): Promise<Response> {
  return exchange.page({
    title: `${name} est né`,
    layout: 'office',
    section: paths.installation,
    content: (
      <Notice
        state="success"
        title="Le pôle est ouvert"
        actions={
          <>
            <ButtonLink href={link}>Y entrer</ButtonLink>
            <CopyButton text={link} label="Copier le lien" />
          </>
        }
      >
        <p>Donnez ce lien à la personne qui l’animera : il sert une seule fois.</p>
        <p class="facts">{link}</p>
      </Notice>
    ),
  });
}
