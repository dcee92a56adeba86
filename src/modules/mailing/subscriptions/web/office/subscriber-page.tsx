import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { stateOf, subscriptionStateNames } from '../../../domain/subscription.ts';
import { paths } from '../../../paths.ts';
import type { MailingDependencies } from '../../../ports.ts';
import { subscriptionPaths } from '../../../reader-paths.ts';
import { changeByTeam, subscribeByTeam } from '../../commands/by-team.ts';
import { consentsOf, receivedBy, subscriberById, type Subscriber } from '../../queries/subscribers.ts';
import { ChoiceFields } from '../public/choice-fields.tsx';
import { HeldOfReader } from '../public/held-of-reader.tsx';
import { nothingTyped, typedWith, type TypedHere } from '../typed.ts';
import { subscribersTrail } from './subscribers-page.tsx';

const sources = ['Bulletin papier', 'Au téléphone', 'De vive voix', 'Par mail', 'Ancienne liste du pôle'];

/** `GET /gestion/envois/abonnes/ajouter`. */
export function showAddSubscriber(exchange: Exchange): Promise<Response> {
  return addPage(exchange, nothingTyped);
}

/** `POST` of the same. */
export async function receiveAddSubscriber(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const form = await exchange.form();
  const { address = '', name = '', source = '', proof = '', rhythm = '' } = form.values;
  const input = { address, name, source, proof, rhythm, subjects: form.all('subjects') };
  const outcome = await execute(exchange.ctx, subscribeByTeam(deps), input, form.key ? { key: form.key } : {});
  if (!outcome.ok) return addPage(exchange, typedWith(form, outcome), 422);
  return exchange.redirect(subscriptionPaths.list, {
    tone: 'success',
    text: 'C’est fait. Un message lui dit comment changer d’avis.',
  });
}

function addPage(exchange: Exchange, typed: TypedHere, status = 200): Promise<Response> {
  const { values, errors } = typed;
  return exchange.page({
    title: 'Abonner quelqu’un',
    layout: 'office',
    section: paths.list,
    status,
    header: {
      lead: 'Pour qui l’a demandé autrement que par le site. Son accord est gardé avec sa date et ce qui le prouve.',
      trail: [...subscribersTrail, { label: 'Abonner quelqu’un', href: subscriptionPaths.add }],
    },
    content: (
      <Form
        action={subscriptionPaths.add}
        label="Abonner quelqu’un"
        errors={summaryOf(errors)}
        hidden={{ [formKeyField]: exchange.formKey }}
      >
        <TextField
          name="address"
          type="email"
          label="Adresse mail"
          required
          value={values['address']}
          error={errors['address']}
        />
        <TextField name="name" label="Nom" value={values['name']} error={errors['name']} />
        <ChoiceFields typed={typed} />
        <Select
          name="source"
          label="Comment l’a-t-elle demandé ?"
          required
          value={values['source'] ?? sources[0]}
          choices={sources.map((value) => ({ value, label: value }))}
          error={errors['source']}
        />
        <ProofField typed={typed} />
        <SubmitBar label="Abonner" cancelHref={subscriptionPaths.list} />
      </Form>
    ),
  });
}

function ProofField({ typed: { values, errors } }: { readonly typed: TypedHere }) {
  return (
    <TextArea
      name="proof"
      label="Ce qui le prouve"
      hint="« Bulletin signé le 12 mars au forum, classé au bureau », « appel du 3 avril ». La loi demande de pouvoir le montrer."
      rows={2}
      required
      value={values['proof']}
      error={errors['proof']}
    />
  );
}

/** `GET /gestion/envois/abonnes/:id`. */
export async function showSubscriber(exchange: Exchange): Promise<Response> {
  const reader = await subscriberAsked(exchange);
  return reader ? subscriberPage(exchange, reader, nothingTyped) : exchange.notFound();
}

/** `POST` of the same: changes it, at the reader’s asking. */
export async function receiveSubscriber(exchange: Exchange): Promise<Response> {
  const reader = await subscriberAsked(exchange);
  if (!reader) return exchange.notFound();
  const form = await exchange.form();
  const { version = '', name = '', rhythm = '', proof = '' } = form.values;
  const outcome = await execute(
    exchange.ctx,
    changeByTeam,
    { id: reader.id, version, name, rhythm, proof, subjects: form.all('subjects') },
    form.key ? { key: form.key } : {},
  );
  if (!outcome.ok) return subscriberPage(exchange, reader, typedWith(form, outcome), 422);
  return exchange.redirect(subscriptionPaths.subscriber(reader.id), { tone: 'success', text: 'C’est enregistré.' });
}

function subscriberAsked(exchange: Exchange): Promise<Subscriber | null> {
  const id = exchange.param('id');
  return /^[0-9a-f-]{36}$/.test(id) ? subscriberById(exchange.ctx.db, id) : Promise.resolve(null);
}

async function subscriberPage(
  exchange: Exchange,
  reader: Subscriber,
  typed: TypedHere,
  status = 200,
): Promise<Response> {
  const { ctx } = exchange;
  const state = stateOf(reader, ctx.clock.now());
  const mayChange = state === 'active' || state === 'paused';
  const [consents, received] = await Promise.all([
    consentsOf(ctx.db, reader.id),
    receivedBy(ctx.db, reader.address, 10),
  ]);
  const here = subscriptionPaths.subscriber(reader.id);
  return exchange.page({
    title: reader.address,
    layout: 'office',
    section: paths.list,
    status,
    header: {
      trail: [...subscribersTrail, { label: reader.address, href: here }],
      facts: subscriptionStateNames[state],
    },
    content: (
      <Columns
        main={
          mayChange ? (
            <Form
              action={here}
              label="Changer son abonnement"
              errors={summaryOf(typed.errors)}
              hidden={{ [formKeyField]: exchange.formKey, version: String(reader.version) }}
            >
              <TextField
                name="name"
                label="Nom"
                value={typed.values['name'] ?? reader.name}
                error={typed.errors['name']}
              />
              <ChoiceFields typed={typed} known={reader} />
              <ProofField typed={typed} />
              <SubmitBar label="Enregistrer" cancelHref={subscriptionPaths.list} />
            </Form>
          ) : (
            <Notice
              title={state === 'ended' ? 'Cette adresse ne reçoit plus rien.' : 'Cette adresse n’est pas confirmée.'}
            >
              <p>Elle seule peut revenir ou confirmer, par le lien reçu ou par le formulaire du site.</p>
            </Notice>
          )
        }
        side={
          <>
            <HeldOfReader reader={reader} consents={consents} received={received} zone={ctx.zone} />
            {mayChange && (
              <Panel title="Arrêter">
                <form method="post" action={subscriptionPaths.list}>
                  <input type="hidden" name={formKeyField} value={exchange.formKey} />
                  <input type="hidden" name="ids" value={reader.id} />
                  <Button kind="ghost">Ne plus lui écrire</Button>
                </form>
              </Panel>
            )}
          </>
        }
      />
    ),
  });
}
