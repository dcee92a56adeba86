import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { CopyButton } from '#ui/components/copy-button.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { saveMailingSettings } from '../../commands/save-settings.ts';
import { bounceSecret } from '../../notice-link.ts';
import { paths } from '../../paths.ts';
import type { MailingDependencies } from '../../ports.ts';
import { readMailingSettings } from '../../queries/mailing-settings.ts';
import { replyPaths } from '../../reader-paths.ts';
import { replySecret } from '../../replies/reply-address.ts';
import { errorsOf } from '../texts.ts';

const days = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche'];

/** `GET /gestion/envois/reglages` */
export async function showSettings(
  exchange: Exchange,
  deps: MailingDependencies,
  typed: { values: Readonly<Record<string, string>>; errors: Record<string, string> } = { values: {}, errors: {} },
): Promise<Response> {
  const settings = await readMailingSettings(exchange.ctx.db);
  const { values, errors } = typed;
  const field = (name: keyof typeof settings) => ({
    name,
    value: values[name] ?? String(settings[name] ?? ''),
    error: errors[name],
  });
  const { id: hubId, origin } = exchange.hub;
  const hook = origin + paths.bounceHook(bounceSecret(deps.links, hubId));
  const replyHook = origin + replyPaths.hook(replySecret(deps.links, hubId));
  return exchange.page({
    title: 'Réglages des envois',
    layout: 'office',
    section: paths.list,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    header: {
      lead: 'Sous quel nom, à quel rythme, à quelle vitesse.',
      trail: [
        { label: 'Envois', href: paths.list },
        { label: 'Réglages', href: paths.settings },
      ],
    },
    content: (
      <div class="panels">
        <Panel title="Vos envois">
          <Form
            action={paths.settings}
            label="Réglages des envois"
            errors={summaryOf(errors)}
            hidden={{ [formKeyField]: exchange.formKey, version: String(settings.version) }}
          >
            <TextField {...field('senderName')} label="Nom de qui écrit" hint="Vide : le nom du pôle." />
            <TextField
              {...field('replyTo')}
              type="email"
              label="Adresse qui reçoit les réponses"
              hint="Vide : l’adresse du pôle."
            />
            <TextField
              {...field('repliesTo')}
              type="email"
              label="Boîte des réponses, à part"
              hint="Facultatif : les réponses se rangent alors d’elles-mêmes ici. Voyez l’encadré."
            />
            <TextArea
              {...field('footerWords')}
              label="Quelques mots en bas de chaque message"
              hint="Qui vous êtes, comment vous joindre."
              rows={3}
            />
            <TextField
              {...field('weeklyBudget')}
              type="number"
              size="short"
              label="Messages par semaine et par personne, au plus"
              hint="Tous envois confondus. Ce qui dépasse attend le récapitulatif. Les messages personnels (inscription, reçu, relance d’adhésion) n’y comptent pas."
            />
            <FieldRow>
              <Select
                name="digestWeekday"
                label="Jour du récapitulatif"
                value={values['digestWeekday'] ?? String(settings.digestWeekday)}
                choices={days.map((label, at) => ({ value: String(at + 1), label }))}
                error={errors['digestWeekday']}
              />
              <Select
                name="digestHour"
                label="Heure"
                value={values['digestHour'] ?? String(settings.digestHour)}
                choices={Array.from({ length: 15 }, (_, at) => ({ value: String(at + 6), label: `${at + 6} h` }))}
                error={errors['digestHour']}
              />
            </FieldRow>
            <TextField
              {...field('domainPace')}
              type="number"
              size="short"
              label="Messages par minute vers une même messagerie"
              hint="Les grandes messageries se méfient de ce qui va trop vite. Vide : sans limite."
            />
            <SubmitBar label="Enregistrer" />
          </Form>
        </Panel>
        <Panel title="Les réponses">
          <p>
            Sans boîte à part, on vous répond comme à un mail ordinaire, à l’adresse ci-dessus : rien n’en est lu ici.
          </p>
          <p>
            Avec une boîte à part, chaque message porte sa propre adresse de réponse. La boîte doit accepter ce qui
            s’ajoute à son nom : écrivez à « nom+essai@… » pour le vérifier.
          </p>
          <p>
            La personne qui héberge le site la fait suivre à l’adresse secrète ci-dessous. Les réponses automatiques
            sont ignorées, les pièces jointes restent dans la boîte, et l’équipe relit tout ce qui ira dans une lettre.
          </p>
          <SecretAddress address={replyHook} label="Copier l’adresse des réponses" />
        </Panel>
        <Panel title="Les messages qui reviennent">
          <p>
            Les refus dits pendant l’envoi sont notés d’eux-mêmes. Pour ceux qui arrivent après, la personne qui héberge
            le site peut faire suivre la boîte des retours à cette adresse. Ne la donnez à personne d’autre.
          </p>
          <SecretAddress address={hook} label="Copier l’adresse des retours" />
        </Panel>
      </div>
    ),
  });
}

function SecretAddress({ address, label }: { readonly address: string; readonly label: string }): JSX.Element {
  return (
    <>
      <p class="secret-address">
        <code>{address}</code>
      </p>
      <p>
        <CopyButton text={address} label={label} />
      </p>
    </>
  );
}

/** `POST /gestion/envois/reglages` */
export async function receiveSettings(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const form = await exchange.form();
  const outcome = await execute(exchange.ctx, saveMailingSettings, { ...form.values }, { key: form.key });
  if (!outcome.ok) return showSettings(exchange, deps, { values: form.values, errors: errorsOf(outcome) });
  return exchange.redirect(paths.settings, { tone: 'success', text: 'C’est enregistré.' });
}
