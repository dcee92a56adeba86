import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { RobotTrap, robotTrapField } from '#ui/fields/robot-trap.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { archivePath } from '../../../paths.ts';
import type { MailingDependencies } from '../../../ports.ts';
import { subscriptionPaths } from '../../../reader-paths.ts';
import { askSubscription } from '../../commands/ask-subscription.ts';
import { nothingTyped, typedWith, type TypedHere } from '../typed.ts';
import { ChoiceFields } from './choice-fields.tsx';

/** `GET /abonnement`. */
export function showSubscribe(exchange: Exchange): Promise<Response> {
  if (exchange.query('envoye') !== '') return sentPage(exchange);
  return subscribePage(exchange, nothingTyped);
}

/** `POST /abonnement`: the same answer whether the address is known or not. */
export async function receiveSubscribe(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const form = await exchange.form();
  const thanks = `${subscriptionPaths.subscribe}?envoye=1`;
  if (form.values[robotTrapField]) return exchange.redirect(thanks);
  const input = {
    address: form.values['address'] ?? '',
    subjects: form.all('subjects'),
    ...(form.values['rhythm'] ? { rhythm: form.values['rhythm'] } : {}),
    source: form.values['from'] === 'accueil' ? 'Page d’accueil du site' : 'Page « Recevoir nos nouvelles »',
  };
  // The block of the home page is kept for all its readers, and carries no key.
  const outcome = await execute(exchange.ctx, askSubscription(deps), input, form.key ? { key: form.key } : {});
  if (!outcome.ok) return subscribePage(exchange, typedWith(form, outcome), 422);
  return exchange.redirect(thanks);
}

function subscribePage(exchange: Exchange, typed: TypedHere, status = 200): Promise<Response> {
  const { values, errors } = typed;
  return exchange.page({
    title: 'Recevoir nos nouvelles',
    description: 'Choisissez vos sujets et votre rythme. Une adresse suffit, et vous arrêtez quand vous voulez.',
    status,
    content: (
      <>
        <PageHeader
          title="Recevoir nos nouvelles"
          lead="Vous choisissez les sujets et le rythme. Jamais deux fois la même chose."
        />
        <Columns
          main={
            <Form
              action={subscriptionPaths.subscribe}
              label="Recevoir nos nouvelles"
              errors={summaryOf(errors)}
              hidden={{ [formKeyField]: exchange.formKey }}
            >
              <TextField
                name="address"
                type="email"
                label="Votre adresse e-mail"
                autocomplete="email"
                required
                value={values['address']}
                error={errors['address']}
              />
              <RobotTrap />
              <ChoiceFields typed={typed} />
              <SubmitBar
                label="Recevoir le lien de confirmation"
                note="Rien ne part avant que vous ayez confirmé par le lien reçu."
              />
            </Form>
          }
          side={
            <>
              <Panel title="Ce que nous faisons de votre adresse">
                <p>
                  Elle sert à vous écrire, et à rien d’autre. Aucun pistage : nous ne savons pas si vous ouvrez nos
                  messages.
                </p>
                <p>Chaque message porte un lien pour arrêter, en un geste.</p>
              </Panel>
              <Panel title="Pour vous faire une idée">
                <p>
                  <a href={archivePath}>Lire les lettres déjà parties</a>
                </p>
              </Panel>
            </>
          }
        />
      </>
    ),
  });
}

function sentPage(exchange: Exchange): Promise<Response> {
  return exchange.page({
    title: 'Regardez votre boîte',
    indexed: false,
    section: subscriptionPaths.subscribe,
    content: (
      <>
        <PageHeader
          title="Regardez votre boîte"
          lead="Un message vient de partir à l’adresse indiquée. Suivez son lien pour choisir vos sujets et confirmer : il est valable sept jours."
        />
        <p>Rien reçu au bout de quelques minutes ? Regardez parmi les messages indésirables, ou vérifiez l’adresse.</p>
        <p class="actions">
          <ButtonLink kind="ghost" href={subscriptionPaths.subscribe}>
            Recommencer
          </ButtonLink>
        </p>
      </>
    ),
  });
}
