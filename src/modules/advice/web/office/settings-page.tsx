import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { renameReferrer } from '../../commands/keep-advice-contacts.ts';
import { setAdviceRules } from '../../commands/set-advice-rules.ts';
import { paths } from '../../paths.ts';
import { allContacts, type NamedContact } from '../../queries/contacts.ts';
import { listReadyAnswers, type ReadyAnswer } from '../../queries/ready-answers.ts';
import { referrerCounts, type ReferrerCount } from '../../queries/referrers.ts';
import { adviceRulesOf, type AdviceRules } from '../../queries/rules.ts';
import { NamedContactCard } from '../named-contact.tsx';
import { refusalText, situationChoices } from '../texts.ts';
import type { TypedHere } from './request-page.tsx';

/** The word that stands for everyone in addresses. */
export const everyone = 'tous';

const nothingTyped: TypedHere = { values: {}, errors: {} };

/** `GET /gestion/demandes/reglages`: the promise, who answers, answers written in advance, who sends people. */
export async function showSettings(exchange: Exchange): Promise<Response> {
  return settingsPage(exchange, nothingTyped);
}

/** `POST /gestion/demandes/reglages`: the promise, or a referrer's name. */
export async function receiveSettings(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const { act, id = '', referrer = '', answerDays = '', version } = form.values;
  if (act === 'renommer') {
    const renamed = await execute(exchange.ctx, renameReferrer, { id, name: referrer }, { key: form.key });
    return exchange.redirect(
      paths.settings,
      renamed.ok
        ? { tone: 'success', text: 'C’est renommé.' }
        : { tone: 'danger', text: renamed.fields['name'] ?? refusalText(renamed.reason) },
    );
  }
  const outcome = await execute(exchange.ctx, setAdviceRules, { answerDays, version }, { key: form.key });
  if (outcome.ok)
    return exchange.redirect(paths.settings, { tone: 'success', text: 'Le délai promis est enregistré.' });
  const errors = Object.keys(outcome.fields).length > 0 ? outcome.fields : { '': refusalText(outcome.reason) };
  return settingsPage(exchange, { values: form.values, errors }, 422);
}

async function settingsPage(exchange: Exchange, typed: TypedHere, status = 200): Promise<Response> {
  const { ctx } = exchange;
  const [rules, contacts, answers, referrers] = await Promise.all([
    adviceRulesOf(ctx.db),
    allContacts(ctx.db),
    listReadyAnswers(ctx.db),
    referrerCounts(ctx),
  ]);
  return exchange.page({
    title: 'Réglages des demandes',
    layout: 'office',
    section: paths.queue,
    status,
    publicHref: paths.contact,
    header: {
      lead: 'Ce que le site promet à qui pose une question, et qui répond.',
      trail: [
        { label: 'Demandes', href: paths.queue },
        { label: 'Réglages', href: paths.settings },
      ],
    },
    content: (
      <div class="panels">
        <PromisedDelay exchange={exchange} rules={rules} typed={typed} />
        <Contacts contacts={contacts} />
        <Answers answers={answers} />
        <Referrers exchange={exchange} referrers={referrers} />
      </div>
    ),
  });
}

function PromisedDelay({
  exchange,
  rules,
  typed: { values, errors },
}: {
  readonly exchange: Exchange;
  readonly rules: AdviceRules;
  readonly typed: TypedHere;
}): JSX.Element {
  return (
    <Panel title="Le délai promis">
      <Form
        action={paths.settings}
        label="Le délai promis"
        errors={summaryOf(errors)}
        hidden={{ [formKeyField]: exchange.ctx.newId(), version: String(rules.version) }}
      >
        <TextField
          name="answerDays"
          label="Réponse sous combien de jours ouvrés ?"
          hint="Écrit sur l’accueil, la page de contact et les mails."
          type="number"
          size="short"
          value={values['answerDays'] ?? String(rules.answerDays)}
          error={errors['answerDays']}
        />
        <SubmitBar label="Enregistrer" />
      </Form>
    </Panel>
  );
}

function Contacts({ contacts }: { readonly contacts: ReadonlyMap<string, NamedContact> }): JSX.Element {
  const all = [{ value: '', label: 'Tout le monde' }, ...situationChoices];
  return (
    <Panel title="Qui répond">
      <p class="facts">
        Un visage et un nom donnent envie d’écrire. Sans personne pour un profil, c’est « Tout le monde ».
      </p>
      <ul class="stack plain answerers">
        {all.map(({ value, label }) => {
          const contact = contacts.get(value);
          return (
            <li>
              <div>
                <b>{label}</b>
                {contact && <NamedContactCard contact={contact} />}
              </div>
              <ButtonLink
                kind="ghost"
                small
                href={paths.contactOf(value || everyone)}
                aria-label={`${contact ? 'Changer' : 'Nommer'} qui répond : ${label}`}
              >
                {contact ? 'Changer' : 'Nommer'}
              </ButtonLink>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

function Answers({ answers }: { readonly answers: readonly ReadyAnswer[] }): JSX.Element {
  return (
    <Panel title="Réponses types">
      {answers.length > 0 ? (
        <ul class="stack plain">
          {answers.map(({ id, title, text }) => (
            <li>
              <a href={paths.readyAnswer(id)}>
                <b>{title}</b>
              </a>
              <p class="facts">{text.length > 100 ? `${text.slice(0, 97).trimEnd()}…` : text}</p>
            </li>
          ))}
        </ul>
      ) : (
        <p>Écrivez une fois ce que vous répondez souvent : il suffira d’un clic.</p>
      )}
      <p class="actions">
        <ButtonLink kind="ghost" icon="plus" href={paths.readyAnswers}>
          Écrire une réponse type
        </ButtonLink>
      </p>
    </Panel>
  );
}

function Referrers({
  exchange,
  referrers,
}: {
  readonly exchange: Exchange;
  readonly referrers: readonly ReferrerCount[];
}): JSX.Element {
  return (
    <Panel title="Qui vous envoie du monde">
      {referrers.length === 0 ? (
        <p>Les noms viennent des demandes : « France Travail », « la mairie »…</p>
      ) : (
        <>
          <p class="facts">Deux noms pour le même ? Donnez-leur le même nom, ils n’en feront plus qu’un.</p>
          <ul class="stack plain">
            {referrers.map(({ id, name, count }) => (
              <li>
                <details class="more-fields">
                  <summary>
                    {name} <span class="facts">{plural(count, 'demande')}</span>
                  </summary>
                  <form class="row" method="post" action={paths.settings}>
                    <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
                    <input type="hidden" name="act" value="renommer" />
                    <input type="hidden" name="id" value={id} />
                    <TextField
                      name="referrer"
                      id={`prescripteur-${id}`}
                      label={`Nom de « ${name} »`}
                      value={name}
                      grow
                    />
                    <Button kind="ghost" small>
                      Renommer
                    </Button>
                  </form>
                </details>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
