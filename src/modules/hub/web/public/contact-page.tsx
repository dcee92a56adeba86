import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Banner } from '#ui/components/hero.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { ReliefCover } from '#ui/relief/relief-cover-view.tsx';
import { sendContactMessage } from '../../commands/send-contact-message.ts';
import type { HubSettings } from '../../domain/hub-settings.ts';
import { isSituation, situationNames, situations } from '../../domain/situations.ts';
import { summaryOf, type FieldErrors } from '../form-errors.ts';
import { currentSettings, landOf } from '../hub-look.ts';
import { paths } from '../paths.ts';
import { refusalText } from '../texts.ts';

/** Left empty by people, filled by robots: what it catches is thanked and forgotten. */
const trap = 'site_web';

interface Typed {
  values: Readonly<Record<string, string>>;
  errors: FieldErrors;
}

/** `GET /contact`: the form, opened with the words of the door it was reached by. */
export async function showContact(exchange: Exchange): Promise<Response> {
  const situation = exchange.query('vous');
  return contactPage(exchange, { values: isSituation(situation) ? { situation } : {}, errors: {} });
}

/** `POST /contact`. */
export async function receiveContact(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const { name = '', reach = '', situation = '', message = '' } = form.values;
  if (form.values[trap]) return exchange.redirect(paths.contactThanks);
  const outcome = await execute(
    exchange.ctx,
    sendContactMessage,
    { name, reach, situation: situation || null, message },
    { key: form.key },
  );
  if (outcome.ok) return exchange.redirect(paths.contactThanks);
  const errors = outcome.reason === 'invalid' ? outcome.fields : { '': refusalText(outcome.reason) };
  return contactPage(exchange, { values: form.values, errors }, 422);
}

async function contactPage(exchange: Exchange, typed: Typed, status = 200): Promise<Response> {
  const settings = await currentSettings(exchange.ctx);
  const situation = typed.values['situation'] ?? '';
  const lead = isSituation(situation)
    ? `${situations[situation].label} : ${situations[situation].promise}. Dites-nous où vous en êtes, on vous répond vite.`
    : 'Une idée, une question, une envie de coopérer ? Quelques mots suffisent : on vous répond vite, et sans jargon.';
  return exchange.page({
    title: 'Nous écrire',
    description: `Poser une question à ${settings.name}, par écrit ou par téléphone.`,
    status,
    content: (
      <>
        <PageHeader title="On vous écoute" lead={<p>{lead}</p>} />
        <Columns main={<ContactForm exchange={exchange} typed={typed} />} side={<OtherWays settings={settings} />} />
      </>
    ),
  });
}

function ContactForm({
  exchange,
  typed: { values, errors },
}: {
  readonly exchange: Exchange;
  readonly typed: Typed;
}): JSX.Element {
  return (
    <Form
      action={paths.contact}
      label="Nous écrire"
      draft="contact"
      errors={summaryOf(errors)}
      hidden={{ [formKeyField]: exchange.formKey }}
    >
      <TextArea
        name="message"
        label="Votre message"
        required
        rows={7}
        limit={5000}
        value={values['message']}
        error={errors['message']}
      />
      <TextField
        name="name"
        label="Votre nom"
        required
        autocomplete="name"
        value={values['name'] ?? exchange.actor?.name}
        error={errors['name']}
      />
      <TextField
        name="reach"
        label="Votre mail ou votre téléphone"
        hint="Pour vous répondre, et seulement pour cela."
        required
        autocomplete="email"
        value={values['reach']}
        error={errors['reach']}
      />
      <Select
        name="situation"
        label="Vous êtes…"
        placeholder="Ce que vous voulez"
        value={values['situation']}
        error={errors['situation']}
        choices={situationNames.map((value) => ({ value, label: situations[value].label }))}
      />
      <div hidden>
        <label>
          Ne remplissez pas cette ligne
          <input type="text" name={trap} tabindex={-1} autocomplete="off" />
        </label>
      </div>
      <SubmitBar
        label="Envoyer"
        note={
          <>
            Votre message est gardé trois ans au plus. <a href={paths.privacy}>Vos droits</a>
          </>
        }
      />
    </Form>
  );
}

function OtherWays({ settings }: { readonly settings: HubSettings }): JSX.Element {
  const { phone, street, postcode, city, welcomeHours } = settings;
  const town = [postcode, city].filter(Boolean).join(' ');
  return (
    <>
      <Banner>
        <ReliefCover id={`contact ${settings.name}`} {...landOf(settings)} />
      </Banner>
      {(phone || street || town || welcomeHours) && (
        <Panel title="De vive voix">
          {phone && (
            <p class="big">
              <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>
            </p>
          )}
          {welcomeHours && <p>{welcomeHours}</p>}
          {(street || town) && <p>{[street, town].filter(Boolean).join(', ')}</p>}
        </Panel>
      )}
    </>
  );
}

/** `/contact/merci`. */
export async function thankForContact(exchange: Exchange): Promise<Response> {
  const settings = await currentSettings(exchange.ctx);
  return exchange.page({
    title: 'Message reçu',
    indexed: false,
    section: paths.contact,
    content: (
      <>
        <PageHeader
          title="C’est bien arrivé, merci !"
          lead={
            <p>
              Quelqu’un du pôle va vous lire et vous répondre. Sans nouvelle de nous sous une semaine, n’hésitez pas à
              nous relancer.
            </p>
          }
        />
        <Banner>
          <ReliefCover id={`merci ${settings.name}`} width={1240} height={368} horizon={0.42} {...landOf(settings)} />
        </Banner>
        <p class="actions">
          <ButtonLink href={paths.home}>Revenir à l’accueil</ButtonLink>
        </p>
      </>
    ),
  });
}
