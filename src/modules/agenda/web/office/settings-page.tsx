import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { CheckboxGroup, RadioGroup } from '#ui/fields/checkbox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { setAgendaRules, trustableRoles } from '../../commands/set-agenda-rules.ts';
import { officePaths } from '../../paths.ts';
import { readAgendaSettings } from '../../queries/agenda-settings.ts';
import { refusalText } from '../texts.ts';

interface Typed {
  readonly trustedRoles: readonly string[];
  readonly perimeterNote: string;
  readonly schoolZone: string;
  readonly errors: Readonly<Record<string, string>>;
}

const roleChoices: Readonly<Record<string, { label: string; hint: string }>> = {
  contributor: { label: 'Les contributeurs et contributrices', hint: 'Les personnes à qui vous avez confié ce rôle.' },
  board_member: { label: 'Les membres du conseil d’administration', hint: 'Les personnes élues.' },
  member: { label: 'Les adhérentes et adhérents', hint: 'Toute personne adhérente qui a un compte.' },
};

/** `GET /gestion/agenda/reglages` */
export async function showAgendaSettings(exchange: Exchange): Promise<Response> {
  const { trustedRoles, perimeterNote, schoolZone } = await readAgendaSettings(exchange.ctx.db);
  return settingsPage(exchange, { trustedRoles, perimeterNote, schoolZone: schoolZone ?? '', errors: {} });
}

/** `POST /gestion/agenda/reglages` */
export async function receiveAgendaSettings(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const typed = {
    trustedRoles: form.all('trustedRoles'),
    perimeterNote: form.values['perimeterNote'] ?? '',
    schoolZone: form.values['schoolZone'] ?? '',
  };
  const outcome = await execute(
    exchange.ctx,
    setAgendaRules,
    {
      trustedRoles: trustableRoles.filter((role) => typed.trustedRoles.includes(role)),
      perimeterNote: typed.perimeterNote,
      schoolZone: typed.schoolZone || null,
    },
    { key: form.key },
  );
  if (outcome.ok) return exchange.redirect(officePaths.settings, { tone: 'success', text: 'C’est enregistré.' });
  const errors = Object.keys(outcome.fields).length > 0 ? outcome.fields : { '': refusalText(outcome.reason) };
  return settingsPage(exchange, { ...typed, errors });
}

async function settingsPage(exchange: Exchange, typed: Typed): Promise<Response> {
  const { errors } = typed;
  return exchange.page({
    title: 'Réglages de l’agenda',
    layout: 'office',
    section: officePaths.list,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    header: { trail: [{ label: 'Agenda', href: officePaths.list }] },
    content: (
      <Form
        action={officePaths.settings}
        label="Réglages de l’agenda"
        errors={Object.entries(errors).map(([field, message]) => (field ? { field, message } : { message }))}
        hidden={{ [formKeyField]: exchange.formKey }}
      >
        <CheckboxGroup
          name="trustedRoles"
          label="Qui publie sans validation"
          hint="L’équipe salariée publie toujours. Les propositions des autres attendent d’être relues."
          choices={trustableRoles.map((role) => ({ value: role, label: role, ...roleChoices[role] }))}
          values={typed.trustedRoles}
        />
        <TextArea
          name="perimeterNote"
          label="Qui peut figurer dans l’agenda"
          hint="Affiché à qui propose un rendez-vous. Vide : la phrase commune."
          value={typed.perimeterNote}
          rows={3}
          limit={600}
          error={errors['perimeterNote']}
        />
        <RadioGroup
          name="schoolZone"
          label="Vacances scolaires montrées"
          hint="Dates recopiées à la main jusqu’à l’été 2027 : un repère, à vérifier auprès de l’académie avant de vous y fier."
          inline
          value={typed.schoolZone}
          error={errors['schoolZone']}
          choices={[
            { value: 'A', label: 'Zone A' },
            { value: 'B', label: 'Zone B' },
            { value: 'C', label: 'Zone C' },
            { value: '', label: 'Aucune' },
          ]}
        />
        <SubmitBar label="Enregistrer" cancelHref={officePaths.list} cancelLabel="Revenir à l’agenda" />
      </Form>
    ),
  });
}
