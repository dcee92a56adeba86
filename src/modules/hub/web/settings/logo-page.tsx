import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { FileField } from '#ui/fields/file-field.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { setHubLogo } from '../../commands/set-hub-logo.ts';
import { maySetHub } from '../../policy.ts';
import type { HubDependencies } from '../../ports.ts';
import { summaryOf, type FieldErrors } from '../form-errors.ts';
import { currentSettings } from '../hub-look.ts';
import { paths } from '../paths.ts';
import { refusalText } from '../texts.ts';
import { settingsFrame } from './settings-frame.tsx';

/** Largest picture taken, in bytes. */
export const largestLogo = 12_000_000;

/** `GET /gestion/reglages/logo`. */
export async function showLogo(exchange: Exchange): Promise<Response> {
  return logoPage(exchange, {});
}

/** `POST /gestion/reglages/logo`: puts the picture sent, or goes back to the mark drawn from the colours. */
export async function saveLogo(exchange: Exchange, { keepImage }: HubDependencies): Promise<Response> {
  const form = await exchange.form();
  if (!maySetHub(exchange.actor)) return exchange.notFound();
  if (form.values['act'] === 'remove') return putLogo(exchange, null, form.key);
  const file = form.file('file');
  if (!file) return logoPage(exchange, { file: 'Choisissez une image : PNG, JPEG, WebP ou AVIF.' }, 422);
  const kept = await keepImage(exchange.ctx, file, '');
  if (!kept.ok)
    return logoPage(
      exchange,
      { file: kept.fields['file'] ?? 'Cette image n’a pas pu être lue. Essayez un PNG ou un JPEG.' },
      422,
    );
  return putLogo(exchange, kept.value.imageId, form.key);
}

async function putLogo(exchange: Exchange, imageId: string | null, key: string | undefined): Promise<Response> {
  const outcome = await execute(exchange.ctx, setHubLogo, { imageId }, { key });
  if (!outcome.ok) return logoPage(exchange, { '': refusalText(outcome.reason) }, 422);
  return exchange.redirect(paths.logo, {
    tone: 'success',
    text: imageId ? 'Votre logo est en place.' : 'Le logo est retiré : le dessin du site reprend sa place.',
  });
}

async function logoPage(exchange: Exchange, errors: FieldErrors, status = 200): Promise<Response> {
  const { logoImageId } = await currentSettings(exchange.ctx);
  const hidden = { [formKeyField]: exchange.formKey };
  return settingsFrame(exchange, {
    slug: 'logo',
    lead: 'En haut de chaque page, à côté du nom. Sans logo, le site en dessine un dans vos couleurs.',
    status,
    content: (
      <>
        <Form action={paths.logo} label="Logo" withFiles errors={summaryOf(errors)} hidden={hidden}>
          <FileField
            name="file"
            label="Votre logo"
            hint="PNG, JPEG, WebP ou AVIF, 12 Mo au plus. Un fond transparent rend mieux."
            accept="image/png,image/jpeg,image/webp,image/avif"
            error={errors['file']}
            {...(logoImageId ? { current: { name: 'logo en place', image: `/images/${logoImageId}/320.webp` } } : {})}
          />
          <SubmitBar label="Mettre ce logo" />
        </Form>
        {logoImageId && (
          <Form
            action={paths.logo}
            label="Retirer le logo"
            withFiles
            hidden={{ [formKeyField]: exchange.ctx.newId(), act: 'remove' }}
          >
            <SubmitBar kind="ghost" label="Retirer le logo" />
          </Form>
        )}
      </>
    ),
  });
}
