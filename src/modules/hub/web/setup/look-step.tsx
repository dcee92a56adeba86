import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Columns } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { dressHub } from '../../commands/dress-hub.ts';
import { summaryOf, type FieldErrors } from '../form-errors.ts';
import { currentSettings } from '../hub-look.ts';
import { paths } from '../paths.ts';
import { askedLook, sentLook } from '../preview/asked-look.ts';
import { HubPreview } from '../preview/hub-preview.tsx';
import { LookFields, type Look } from '../preview/look-fields.tsx';
import { refusalText } from '../texts.ts';
import { nextStep, setupPage } from './setup-steps.tsx';

const here = paths.setupStep('couleurs');

/** `GET /gestion/demarrer/couleurs`. */
export async function showLookStep(exchange: Exchange): Promise<Response> {
  return lookStep(exchange, askedLook(exchange, await currentSettings(exchange.ctx)), {});
}

/** `POST /gestion/demarrer/couleurs`. */
export async function saveLookStep(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const look = sentLook(form.values);
  const outcome = await execute(exchange.ctx, dressHub, look, { key: form.key });
  if (outcome.ok) return exchange.redirect(nextStep('couleurs'));
  return lookStep(
    exchange,
    look,
    outcome.reason === 'invalid' ? outcome.fields : { '': refusalText(outcome.reason) },
    422,
  );
}

async function lookStep(exchange: Exchange, look: Look, errors: FieldErrors, status = 200): Promise<Response> {
  const settings = await currentSettings(exchange.ctx);
  return setupPage(exchange, {
    step: 'couleurs',
    title: 'Donnez-lui vos couleurs',
    lead: 'Choisissez, l’accueil change à côté. Osez : tout restera lisible.',
    status,
    content: (
      <div>
        <es-theme-preview data-brand="brandColor" data-accent="accentColor">
          <Columns
            main={
              <Form
                action={here}
                label="Couleurs"
                errors={summaryOf(errors)}
                hidden={{ [formKeyField]: exchange.formKey }}
              >
                <LookFields look={look} errors={errors} previewPath={here} />
                <SubmitBar label="Continuer" />
              </Form>
            }
            side={<HubPreview settings={settings} look={look} />}
          />
        </es-theme-preview>
      </div>
    ),
  });
}
