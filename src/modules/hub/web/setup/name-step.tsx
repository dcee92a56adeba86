import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { presentHub } from '../../commands/present-hub.ts';
import { summaryOf, type FieldErrors } from '../form-errors.ts';
import { currentSettings } from '../hub-look.ts';
import { paths } from '../paths.ts';
import { presentationTab } from '../settings/presentation-tab.tsx';
import { refusalText } from '../texts.ts';
import type { HubDependencies } from '../../ports.ts';
import { nextStep, setupPage } from './setup-steps.tsx';

const here = paths.setupStep('nom');

/** `GET /gestion/demarrer/nom`. */
export async function showNameStep(exchange: Exchange, dependencies: HubDependencies): Promise<Response> {
  return nameStep(exchange, presentationTab.filled(await currentSettings(exchange.ctx), dependencies), {});
}

/** `POST /gestion/demarrer/nom`: the name and the promise; what was said elsewhere stays. */
export async function saveNameStep(exchange: Exchange, dependencies: HubDependencies): Promise<Response> {
  const form = await exchange.form();
  const { name = '', promise = '' } = form.values;
  const said = presentationTab.filled(await currentSettings(exchange.ctx), dependencies);
  const outcome = await execute(exchange.ctx, presentHub, { ...said, name, promise }, { key: form.key });
  if (outcome.ok) return exchange.redirect(nextStep('nom'));
  const errors = outcome.reason === 'invalid' ? outcome.fields : { '': refusalText(outcome.reason) };
  return nameStep(exchange, form.values, errors, 422);
}

function nameStep(
  exchange: Exchange,
  values: Readonly<Record<string, string>>,
  errors: FieldErrors,
  status = 200,
): Promise<Response> {
  return setupPage(exchange, {
    step: 'nom',
    title: 'Comment vous appelez-vous ?',
    lead: 'Tout pourra changer plus tard. On va au plus court.',
    status,
    content: (
      <Form action={here} label="Nom du pôle" errors={summaryOf(errors)} hidden={{ [formKeyField]: exchange.formKey }}>
        <TextField
          name="name"
          label="Nom du pôle"
          required
          autocomplete="organization"
          value={values['name']}
          error={errors['name']}
        />
        <TextArea
          name="promise"
          label="En une phrase, si vous l’avez déjà"
          hint="Ce que vous faites, pour qui, et où. Vous pouvez passer."
          rows={3}
          limit={280}
          value={values['promise']}
          error={errors['promise']}
        />
        <SubmitBar label="Continuer" />
      </Form>
    ),
  });
}
