import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { completeSetup } from '../../commands/complete-setup.ts';
import type { HubSettings } from '../../domain/hub-settings.ts';
import { currentSettings } from '../hub-look.ts';
import { paths } from '../paths.ts';
import { HubPreview } from '../preview/hub-preview.tsx';
import { refusalText } from '../texts.ts';
import { setupPage } from './setup-steps.tsx';

/** `GET /gestion/demarrer/ouvrir`: the last look, and the opening. */
export async function showOpeningStep(exchange: Exchange): Promise<Response> {
  const settings = await currentSettings(exchange.ctx);
  const isOpen = settings.setupCompletedAt !== null;
  return setupPage(exchange, {
    step: 'ouvrir',
    title: isOpen ? 'Votre site est ouvert' : 'Prêt à ouvrir ?',
    lead: isOpen
      ? 'Tout le monde peut le voir. Vous pouvez continuer à le peaufiner.'
      : 'Pour l’instant, vous seul·e le voyez. Un clic, et il est à tout le monde.',
    content: (
      <Columns
        main={
          <>
            {isOpen ? (
              <p class="actions">
                <ButtonLink href={paths.home}>Voir le site</ButtonLink>
              </p>
            ) : (
              <Form
                action={paths.setupStep('ouvrir')}
                label="Ouvrir le site"
                hidden={{ [formKeyField]: exchange.formKey }}
              >
                <SubmitBar label="Ouvrir le site" />
              </Form>
            )}
            <StillToDo settings={settings} />
          </>
        }
        side={<HubPreview settings={settings} look={settings} />}
      />
    ),
  });
}

/** `POST /gestion/demarrer/ouvrir`. */
export async function openSite(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const outcome = await execute(exchange.ctx, completeSetup, {}, { key: form.key });
  if (!outcome.ok)
    return exchange.redirect(paths.setupStep('ouvrir'), { tone: 'danger', text: refusalText(outcome.reason) });
  return exchange.redirect(paths.home, { tone: 'success', text: 'Votre site est ouvert. Bienvenue chez vous !' });
}

/** What can wait, but should not wait long. */
function StillToDo({ settings }: { readonly settings: HubSettings }): JSX.Element | null {
  const wanted = [
    { isDone: settings.email !== null, label: 'Dire où arrivent les messages', tab: 'coordonnees' },
    {
      isDone: Boolean(settings.legal.publisher && settings.legal.hostName),
      label: 'Remplir les mentions légales',
      tab: 'mentions',
    },
    { isDone: settings.logoImageId !== null, label: 'Mettre votre logo', tab: 'logo' },
  ].filter(({ isDone }) => !isDone);
  if (wanted.length === 0) return null;
  return (
    <Panel title="Ensuite, quand vous aurez cinq minutes">
      <ul>
        {wanted.map(({ label, tab }) => (
          <li>
            <a href={paths.settingsTab(tab)}>{label}</a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
