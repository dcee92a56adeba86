import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { SwitchField } from '#ui/fields/checkbox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { saveProgramme } from '../../commands/save-programme.ts';
import { officePaths } from '../../paths.ts';
import { readProgramme } from '../../queries/stored-programme.ts';
import { errorsOf, type Typed } from '../typed.ts';
import { eventHere, officePage } from './frame.tsx';

/** `GET …/programme/reglages` */
export async function showSettings(exchange: Exchange): Promise<Response> {
  const event = await eventHere(exchange);
  if (!event) return exchange.notFound();
  const programme = await readProgramme(exchange.ctx.db, event.id);
  const yes = (on: boolean | undefined): string => (on ? 'oui' : '');
  return settingsPage(exchange, {
    values: {
      version: programme ? String(programme.version) : '',
      isPublished: yes(programme?.isPublished),
      intro: programme?.intro ?? '',
      takesStands: yes(programme?.takesStands),
      standNote: programme?.standNote ?? '',
      takesVolunteers: yes(programme?.takesVolunteers),
      volunteerNote: programme?.volunteerNote ?? '',
    },
    errors: {},
  });
}

/** `POST` to the same. */
export async function receiveSettings(exchange: Exchange): Promise<Response> {
  const event = await eventHere(exchange);
  if (!event) return exchange.notFound();
  const { values, key } = await exchange.form();
  const { intro = '', standNote = '', volunteerNote = '' } = values;
  const on = (name: string): boolean => values[name] === 'oui';
  const outcome = await execute(
    exchange.ctx,
    saveProgramme,
    {
      eventId: event.id,
      version: Number(values['version']) || null,
      isPublished: on('isPublished'),
      intro,
      takesStands: on('takesStands'),
      standNote,
      takesVolunteers: on('takesVolunteers'),
      volunteerNote,
    },
    { key },
  );
  if (!outcome.ok) return settingsPage(exchange, { values, errors: errorsOf(outcome) }, 422);
  return exchange.redirect(officePaths.programme(event.id), { tone: 'success', text: 'Réglages enregistrés.' });
}

async function settingsPage(exchange: Exchange, { values, errors }: Typed, status = 200): Promise<Response> {
  const event = await eventHere(exchange);
  if (!event) return exchange.notFound();
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  const on = (name: string): boolean => values[name] === 'oui';
  return officePage(exchange, event, {
    title: 'Réglages',
    tab: 'settings',
    status,
    content: (
      <Form
        action={officePaths.settings(event.id)}
        label="Réglages du programme"
        errors={summaryOf(errors)}
        hidden={{ [formKeyField]: exchange.formKey, version: values['version'] ?? '' }}
      >
        <SwitchField
          name="isPublished"
          label="Le programme est public"
          hint="Il paraît aussi sur la page du rendez-vous, si elle est publiée."
          checked={on('isPublished')}
        />
        <TextArea {...field('intro')} label="Présentation" rows={3} limit={600} />
        <SwitchField
          name="takesStands"
          label="Les structures peuvent demander un stand"
          hint="L’équipe accepte ou refuse chaque demande."
          checked={on('takesStands')}
        />
        <TextArea {...field('standNote')} label="À dire à qui demande un stand" rows={3} limit={600} />
        <SwitchField
          name="takesVolunteers"
          label="Chacun peut proposer son coup de main"
          checked={on('takesVolunteers')}
        />
        <TextArea {...field('volunteerNote')} label="À dire aux bénévoles" rows={3} limit={600} />
        <SubmitBar label="Enregistrer" cancelHref={officePaths.programme(event.id)} />
      </Form>
    ),
  });
}
