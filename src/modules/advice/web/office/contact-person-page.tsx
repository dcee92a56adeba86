import { isSituation, summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { pictureHref } from '#platform/pictures/picture.ts';
import { FileField } from '#ui/fields/file-field.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { removeAdviceContact, setAdviceContact } from '../../commands/keep-advice-contacts.ts';
import { paths } from '../../paths.ts';
import { mayKeepAdvice } from '../../policy.ts';
import type { AdviceDependencies } from '../../ports.ts';
import { allContacts } from '../../queries/contacts.ts';
import { refusalText, situationName } from '../texts.ts';
import type { TypedHere } from './request-page.tsx';
import { everyone } from './settings-page.tsx';

/** Largest photo taken, in bytes. */
export const largestPhoto = 20_000_000;

/** `GET /gestion/demandes/reglages/contacts/:situation`. */
export async function showContactPerson(exchange: Exchange): Promise<Response> {
  return contactPersonPage(exchange, null);
}

/** `POST /gestion/demandes/reglages/contacts/:situation`: names the person, changes her photo, or takes her away. */
export async function receiveContactPerson(exchange: Exchange, { keepImage }: AdviceDependencies): Promise<Response> {
  const situation = situationAsked(exchange);
  if (situation === null || !mayKeepAdvice(exchange.actor)) return exchange.notFound();
  const form = await exchange.form();
  const { name = '', role = '', phone = '', act } = form.values;
  if (act === 'retirer') {
    const removed = await execute(exchange.ctx, removeAdviceContact, { situation }, { key: form.key });
    return removed.ok
      ? exchange.redirect(paths.settings, { tone: 'success', text: 'Cette personne n’est plus présentée.' })
      : exchange.notFound();
  }
  const file = form.file('file');
  const kept = file ? await keepImage(exchange.ctx, file, name) : null;
  if (kept && !kept.ok)
    return contactPersonPage(
      exchange,
      { values: form.values, errors: { file: kept.fields['file'] ?? 'Cette photo n’a pas pu être lue.' } },
      422,
    );
  const image = kept ? { imageId: kept.value.imageId } : form.values['sansPhoto'] === 'oui' ? { imageId: null } : {};
  const outcome = await execute(
    exchange.ctx,
    setAdviceContact,
    { situation, name, role, phone, ...image },
    { key: form.key },
  );
  if (outcome.ok)
    return exchange.redirect(paths.settings, { tone: 'success', text: 'C’est enregistré, et déjà sur le site.' });
  const errors = Object.keys(outcome.fields).length > 0 ? outcome.fields : { '': refusalText(outcome.reason) };
  return contactPersonPage(exchange, { values: form.values, errors }, 422);
}

function situationAsked(exchange: Exchange): string | null {
  const asked = exchange.param('situation');
  return asked === everyone ? '' : isSituation(asked) ? asked : null;
}

async function contactPersonPage(exchange: Exchange, typed: TypedHere | null, status = 200): Promise<Response> {
  const situation = situationAsked(exchange);
  if (situation === null) return exchange.notFound();
  const known = (await allContacts(exchange.ctx.db)).get(situation);
  const values: Readonly<Record<string, string>> = typed?.values ?? {
    name: known?.name ?? '',
    role: known?.role ?? '',
    phone: known?.phone ?? '',
  };
  const errors = typed?.errors ?? {};
  const label = situation ? situationName(situation) : 'Tout le monde';
  const action = paths.contactOf(situation || everyone);
  return exchange.page({
    title: `Qui répond : ${label}`,
    layout: 'office',
    section: paths.queue,
    status,
    header: {
      lead: 'Montrée sur le formulaire, l’accueil et les pages de ce profil. Demandez-lui son accord avant d’y mettre sa photo.',
      trail: [
        { label: 'Demandes', href: paths.queue },
        { label: 'Réglages', href: paths.settings },
        { label, href: action },
      ],
    },
    content: (
      <div class="stack">
        <Form
          action={action}
          label="Qui répond"
          withFiles
          errors={summaryOf(errors)}
          hidden={{ [formKeyField]: exchange.formKey }}
        >
          <TextField name="name" label="Prénom et nom" required value={values['name']} error={errors['name']} />
          <TextField
            name="role"
            label="Fonction"
            hint="Par exemple : chargée d’accueil des projets."
            value={values['role']}
            error={errors['role']}
          />
          <TextField name="phone" label="Téléphone" type="tel" value={values['phone']} error={errors['phone']} />
          <FileField
            name="file"
            label="Photo"
            hint="Facultative : sans elle, ses initiales."
            accept="image/jpeg,image/png,image/webp,image/avif"
            error={errors['file']}
            {...(known?.imageId
              ? { current: { name: 'photo en place', image: pictureHref(known.imageId, 320, 'webp') } }
              : {})}
          />
          {known?.imageId && (
            <label class="choice">
              <input type="checkbox" name="sansPhoto" value="oui" />
              <span>Retirer la photo</span>
            </label>
          )}
          <SubmitBar label="Enregistrer" cancelHref={paths.settings} />
        </Form>
        {known && (
          <Form
            action={action}
            label="Ne plus présenter cette personne"
            withFiles
            hidden={{ [formKeyField]: exchange.ctx.newId(), act: 'retirer' }}
          >
            <SubmitBar kind="quiet" label="Ne plus présenter cette personne" />
          </Form>
        )}
      </div>
    ),
  });
}
