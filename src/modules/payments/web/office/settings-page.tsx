import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import { formatDateTime } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { CopyButton } from '#ui/components/copy-button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { PasswordField } from '#ui/fields/password-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { hasAccount } from '../../online/account-of.ts';
import { paths } from '../../paths.ts';
import type { PaymentDependencies } from '../../ports.ts';
import { readPaymentSettings, type PaymentSettings } from '../../queries/payment-settings.ts';
import { nothingTyped, type Typed } from '../form-answer.ts';
import { InvoicesForm, WaysForm } from './settings-forms.tsx';

export type SettingsForm = 'helloasso' | 'moyens' | 'factures';

/** The settings of payments, with what was typed and refused in one of the forms. */
export async function settingsPage(
  exchange: Exchange,
  deps: PaymentDependencies,
  typed: Typed & { form: SettingsForm | null },
  status = 200,
): Promise<Response> {
  const settings = await readPaymentSettings(exchange.ctx.db);
  const typedIn = (form: SettingsForm): Typed => (typed.form === form ? typed : nothingTyped);
  return exchange.page({
    title: 'Réglages des paiements',
    layout: 'office',
    section: paths.list,
    status,
    header: {
      lead: 'Comment on vous paie, et ce que disent vos factures.',
      trail: [
        { label: 'Paiements', href: paths.list },
        { label: 'Réglages', href: paths.settings },
      ],
    },
    content: (
      <div class="panels">
        <AccountForm exchange={exchange} deps={deps} settings={settings} typed={typedIn('helloasso')} />
        <WaysForm exchange={exchange} settings={settings} typed={typedIn('moyens')} />
        <InvoicesForm exchange={exchange} settings={settings} typed={typedIn('factures')} />
      </div>
    ),
  });
}

function AccountForm({
  exchange,
  deps,
  settings,
  typed: { values, errors },
}: {
  readonly exchange: Exchange;
  readonly deps: PaymentDependencies;
  readonly settings: PaymentSettings | null;
  readonly typed: Typed;
}): JSX.Element {
  const isTied = hasAccount(settings);
  const isKept = isTied ? 'Déjà enregistré. À remplir seulement pour le changer.' : undefined;
  return (
    <Panel title="Carte bancaire, avec HelloAsso">
      <p class="facts">
        Gratuit pour l’association. Dans votre espace HelloAsso : « Intégrations et API », puis copiez ici ce qui s’y
        trouve.
      </p>
      {!exchange.hub.origin.startsWith('https://') && (
        <Notice state="warning">
          <p>Le paiement par carte ne sera proposé que quand l’adresse du site commencera par https://.</p>
        </Notice>
      )}
      {isTied && <AccountState exchange={exchange} settings={settings} />}
      <Form
        action={paths.accountSettings}
        label="Compte HelloAsso"
        errors={summaryOf(errors)}
        hidden={{ [formKeyField]: exchange.ctx.newId(), version: String(settings?.version ?? 0) }}
      >
        <TextField
          name="helloassoSlug"
          label="Votre association sur HelloAsso"
          hint="L’adresse de sa page, ou le nom qui la termine : pole-ess-du-semnon."
          required
          value={values['helloassoSlug'] ?? settings?.helloassoSlug}
          error={errors['helloassoSlug']}
        />
        <TextField
          name="helloassoClientId"
          label="Identifiant client (clientId)"
          required
          autocomplete="off"
          value={values['helloassoClientId'] ?? settings?.helloassoClientId}
          error={errors['helloassoClientId']}
        />
        <PasswordField
          name="clientSecret"
          label="Secret client (clientSecret)"
          hint={isKept}
          required={!isTied}
          autocomplete="new-password"
          error={errors['clientSecret']}
        />
        <details class="more-fields">
          <summary>Vous êtes partenaire de HelloAsso</summary>
          <PasswordField
            name="signatureKey"
            label="Clé de signature des notifications"
            hint={settings?.helloassoSignatureKey ? 'Déjà enregistrée.' : 'Sinon, laissez vide.'}
            autocomplete="new-password"
            error={errors['signatureKey']}
          />
        </details>
        <SubmitBar label={isTied ? 'Enregistrer' : 'Relier le compte'}>
          {isTied && (
            <Button kind="danger" name="action" value="retirer">
              Retirer le compte
            </Button>
          )}
        </SubmitBar>
      </Form>
      {isTied && <NotificationAddress exchange={exchange} deps={deps} />}
    </Panel>
  );
}

function AccountState({
  exchange,
  settings,
}: {
  readonly exchange: Exchange;
  readonly settings: PaymentSettings | null;
}): JSX.Element {
  const { zone } = exchange.ctx;
  const at = settings?.checkedAt ? formatDateTime(settings.checkedAt, { style: 'short', zone }) : null;
  return (
    <Notice
      state={settings?.checkProblem ? 'warning' : at ? 'success' : 'info'}
      title={
        settings?.checkProblem ? 'La connexion ne marche pas' : at ? 'Le compte est relié' : 'Le compte est enregistré'
      }
      actions={
        <form method="post" action={paths.checkAccount}>
          <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
          <Button kind="ghost" small>
            Vérifier la connexion
          </Button>
        </form>
      }
    >
      {settings?.checkProblem && <p>{settings.checkProblem}</p>}
      {at && <p>Vérifié le {at}.</p>}
    </Notice>
  );
}

function NotificationAddress({
  exchange,
  deps,
}: {
  readonly exchange: Exchange;
  readonly deps: PaymentDependencies;
}): JSX.Element {
  const address = exchange.hub.origin + paths.notification(deps.links.notificationSecret(exchange.hub.id));
  return (
    <>
      <p>
        Pour que les paiements arrivent tout de suite, copiez cette adresse dans HelloAsso, à « Mon URL de callback ».
        Sans cela, ils arrivent dans le quart d’heure. Ne la donnez à personne d’autre.
      </p>
      <p class="secret-address">
        <code>{address}</code>
      </p>
      <p>
        <CopyButton text={address} label="Copier l’adresse" />
      </p>
    </>
  );
}
