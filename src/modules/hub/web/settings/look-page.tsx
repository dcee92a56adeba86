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
import { settingsFrame } from './settings-frame.tsx';

const here = paths.settingsTab('couleurs');

/** `GET /gestion/reglages/couleurs`: colours and landscape, with the home page they make. */
export async function showLook(exchange: Exchange): Promise<Response> {
  const settings = await currentSettings(exchange.ctx);
  return lookPage(exchange, askedLook(exchange, settings), {});
}

/** `POST /gestion/reglages/couleurs`. */
export async function saveLook(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const look = sentLook(form.values);
  const outcome = await execute(
    exchange.ctx,
    dressHub,
    { ...look, version: form.values['version'] },
    { key: form.key },
  );
  if (outcome.ok)
    return exchange.redirect(here, { tone: 'success', text: 'Voilà vos couleurs, sur toutes les pages.' });
  const errors = outcome.reason === 'invalid' ? outcome.fields : { '': refusalText(outcome.reason) };
  return lookPage(exchange, look, errors, 422);
}

async function lookPage(exchange: Exchange, look: Look, errors: FieldErrors, status = 200): Promise<Response> {
  const settings = await currentSettings(exchange.ctx);
  return settingsFrame(exchange, {
    slug: 'couleurs',
    lead: 'Une couleur qui ose, un éclat, un paysage. Le reste s’en déduit, lisible pour tout le monde.',
    status,
    content: (
      <div>
        <es-theme-preview data-brand="brandColor" data-accent="accentColor">
          <Columns
            main={
              <Form
                action={here}
                label="Couleurs et paysage"
                errors={summaryOf(errors)}
                hidden={{ [formKeyField]: exchange.formKey, version: String(settings.version) }}
              >
                <LookFields look={look} errors={errors} previewPath={here} />
                <SubmitBar label="Enregistrer" cancelHref={here} />
              </Form>
            }
            side={<HubPreview settings={settings} look={look} />}
          />
        </es-theme-preview>
      </div>
    ),
  });
}
