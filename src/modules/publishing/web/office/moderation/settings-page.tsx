import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { CheckboxGroup } from '#ui/fields/checkbox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { setPublishingRules, trustableRoles } from '../../../commands/moderation/set-publishing-rules.ts';
import { officePaths } from '../../../paths.ts';
import { readPublishingSettings } from '../../../queries/publishing-settings.ts';
import { refusalText } from '../../texts.ts';

interface Typed {
  trustedRoles: readonly string[];
  websubHub: string;
  errors: Readonly<Record<string, string>>;
}

const roleChoices: Readonly<Record<(typeof trustableRoles)[number], { label: string; hint: string }>> = {
  contributor: { label: 'Les contributeurs et contributrices', hint: 'Les personnes à qui vous avez confié ce rôle.' },
  board_member: {
    label: 'Les membres du conseil d’administration',
    hint: 'Pour les actualités, la veille, les ressources, les projets.',
  },
  member: { label: 'Les adhérentes et adhérents', hint: 'Toute personne adhérente qui a un compte.' },
};

/** `GET /gestion/contenus/reglages`: who publishes without validation, whom the feeds tell. */
export async function showSettings(exchange: Exchange): Promise<Response> {
  const { trustedRoles, websubHub } = await readPublishingSettings(exchange.ctx.db);
  return settingsPage(exchange, { trustedRoles, websubHub: websubHub ?? '', errors: {} });
}

/** `POST /gestion/contenus/reglages` */
export async function receiveSettings(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const typed = { trustedRoles: form.all('trustedRoles'), websubHub: form.values['websubHub'] ?? '' };
  const trustedRoles = trustableRoles.filter((role) => typed.trustedRoles.includes(role));
  const outcome = await execute(exchange.ctx, setPublishingRules, { ...typed, trustedRoles }, { key: form.key });
  if (outcome.ok) return exchange.redirect(officePaths.settings, { tone: 'success', text: 'C’est enregistré.' });
  const errors = outcome.reason === 'invalid' ? outcome.fields : { '': refusalText(outcome.reason) };
  return settingsPage(exchange, { ...typed, errors });
}

async function settingsPage(exchange: Exchange, { trustedRoles, websubHub, errors }: Typed): Promise<Response> {
  return exchange.page({
    title: 'Réglages de publication',
    layout: 'office',
    section: officePaths.list,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    header: {
      trail: [
        { label: 'Publications', href: officePaths.list },
        { label: 'Réglages', href: officePaths.settings },
      ],
    },
    content: (
      <Form
        action={officePaths.settings}
        label="Réglages de publication"
        errors={Object.entries(errors).map(([field, message]) => (field ? { field, message } : { message }))}
        hidden={{ [formKeyField]: exchange.formKey }}
      >
        <CheckboxGroup
          name="trustedRoles"
          label="Qui publie sans validation"
          hint="L’équipe salariée publie toujours. Les propositions des autres attendent d’être relues."
          choices={trustableRoles.map((role) => ({ value: role, ...roleChoices[role] }))}
          values={trustedRoles}
        />
        <TextField
          name="websubHub"
          label="Serveur WebSub"
          hint="Pour que les lecteurs de flux reçoivent tout à la minute. Laissez vide si vous ne connaissez pas : les flux marchent aussi sans."
          type="url"
          placeholder="https://"
          value={websubHub}
          error={errors['websubHub']}
        />
        <SubmitBar label="Enregistrer" cancelHref={officePaths.list} cancelLabel="Revenir aux publications" />
      </Form>
    ),
  });
}
