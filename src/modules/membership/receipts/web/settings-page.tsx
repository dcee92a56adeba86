import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { listing } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Notice } from '#ui/components/notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Checkbox, RadioGroup } from '#ui/fields/checkbox.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { moneyPaths } from '../../money-paths.ts';
import { paths } from '../../paths.ts';
import { errorsOf, nothingTyped, type Typed } from '../../web/form-answer.ts';
import { saveMoneySettings } from '../commands/save-money-settings.ts';
import { receiptStatuses, statusWords, type ReceiptStatus } from '../domain/issuer.ts';
import { benefitsWorthMoney } from '../../benefits/queries/benefits.ts';
import { moneySettings } from '../queries/money-settings.ts';

const accounts = [
  ['accountBank', 'Banque (virements)'],
  ['accountCheques', 'Chèques à encaisser'],
  ['accountCash', 'Caisse'],
  ['accountOnline', 'HelloAsso'],
  ['accountDues', 'Cotisations'],
  ['accountGifts', 'Dons'],
] as const;

/** `GET /gestion/adhesions/reglages`: tax receipts, and the accounts of the bookkeeping. */
export async function showMoneySettings(
  exchange: Exchange,
  { values, errors }: Typed = nothingTyped,
  status = 200,
): Promise<Response> {
  const kept = await moneySettings(exchange.ctx.db);
  const returns = await benefitsWorthMoney(exchange.ctx.db);
  const isTyped = Object.keys(values).length > 0;
  const text = (name: 'object' | 'signatory' | 'signatoryRole' | 'place' | (typeof accounts)[number][0]) => ({
    name,
    value: values[name] ?? kept[name],
    error: errors[name],
  });
  return exchange.page({
    title: 'Reçus fiscaux et comptabilité',
    layout: 'office',
    status,
    header: {
      trail: [
        { label: 'Adhésions', href: paths.office },
        { label: 'Reçus', href: moneyPaths.receipts },
      ],
    },
    content: (
      <Form
        action={moneyPaths.settings}
        label="Reçus fiscaux et comptabilité"
        errors={summaryOf(errors)}
        hidden={{ [formKeyField]: exchange.formKey, version: values['version'] ?? String(kept.version) }}
      >
        <Panel title="Les reçus fiscaux">
          <RadioGroup
            name="receiptStatus"
            label="Votre organisme peut-il en donner ?"
            hint="Œuvre d’intérêt général : activité non lucrative, gestion désintéressée, qui ne profite pas à un cercle restreint. En cas de doute, demandez un rescrit à l’administration fiscale (livre des procédures fiscales, article L80 C) avant de donner le premier."
            value={values['receiptStatus'] ?? kept.receiptStatus}
            choices={receiptStatuses.map((value: ReceiptStatus) => ({ value, label: statusWords[value] }))}
            error={errors['receiptStatus']}
          />
          <Checkbox
            name="duesAreGifts"
            value="oui"
            label="La cotisation est aussi un don : elle n’apporte rien en retour"
            hint="Un prix d’adhérent·e, un service, une annonce sont des contreparties. Voter à l’assemblée n’en est pas une."
            checked={isTyped ? values['duesAreGifts'] === 'oui' : kept.duesAreGifts}
          />
          {returns.length > 0 && (
            <>
              <Notice state="warning" title="Vos adhérent·es reçoivent quelque chose en retour">
                <p>
                  D’après votre liste d’avantages, {listing(returns)} {returns.length > 1 ? 'valent' : 'vaut'} de
                  l’argent. Un reçu fiscal n’est permis que sans contrepartie (code général des impôts, articles 200 et
                  238 bis) : donné à tort, il coûte une amende.
                </p>
              </Notice>
              <Checkbox
                name="acknowledgesReturns"
                value="oui"
                label="J’ai vérifié : malgré ces avantages, la cotisation est un don"
                hint="Par exemple, après une réponse écrite de l’administration. Votre nom et la date sont gardés."
                checked={isTyped ? values['acknowledgesReturns'] === 'oui' : kept.returnsAcknowledgedAt !== null}
                error={errors['acknowledgesReturns']}
              />
            </>
          )}
          <TextArea
            {...text('object')}
            label="Objet de l’association"
            hint="Tel que les statuts le disent, en quelques lignes."
            rows={3}
          />
          <FieldRow>
            <TextField {...text('signatory')} label="Qui signe" grow />
            <TextField {...text('signatoryRole')} label="Sa fonction" hint="Présidente, trésorier…" grow />
            <TextField {...text('place')} label="Fait à" hint="Vide : la commune du pôle." />
          </FieldRow>
        </Panel>
        <Panel title="Les comptes pour la comptabilité">
          <p class="facts">Ceux du plan comptable associatif. Votre cabinet vous dira s’il en utilise d’autres.</p>
          <FieldRow>
            {accounts.map(([name, label]) => (
              <TextField {...text(name)} label={label} size="short" />
            ))}
          </FieldRow>
        </Panel>
        <SubmitBar label="Enregistrer" />
      </Form>
    ),
  });
}

/** `POST /gestion/adhesions/reglages`. */
export async function receiveMoneySettings(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const { duesAreGifts, acknowledgesReturns, ...values } = form.values;
  const outcome = await execute(
    exchange.ctx,
    saveMoneySettings,
    { ...values, duesAreGifts: duesAreGifts === 'oui', acknowledgesReturns: acknowledgesReturns === 'oui' },
    { key: form.key },
  );
  if (outcome.ok)
    return exchange.redirect(moneyPaths.receipts, { tone: 'success', text: 'Les réglages sont enregistrés.' });
  return showMoneySettings(exchange, { values: form.values, errors: errorsOf(outcome) }, 422);
}
