import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatDate } from '#platform/french/index.ts';
import type { Exchange, Flash } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { masked } from '../../../domain/masked.ts';
import { consentWording, isStillConfirmable, stateOf } from '../../../domain/subscription.ts';
import type { MailingDependencies } from '../../../ports.ts';
import { subscriptionPaths } from '../../../reader-paths.ts';
import { changePreferences, confirmSubscription, endSubscription } from '../../commands/own-acts.ts';
import { consentsOf, receivedBy, subscriberById, type Subscriber } from '../../queries/subscribers.ts';
import { choicesPurpose, readerPurpose } from '../../reader-link.ts';
import { nothingTyped, typedWith, type TypedHere } from '../typed.ts';
import { ChoiceFields } from './choice-fields.tsx';
import { HeldOfReader } from './held-of-reader.tsx';
import { privatePage } from './private-page.ts';

/** `GET /abonnement/:secret`: shows and asks; mail programs follow links by themselves, so only `POST` acts. */
export async function showReader(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const reader = await readerAsked(exchange, deps);
  if (reader && mayNotComeBack(reader)) return exchange.redirect(subscriptionPaths.subscribe);
  return reader ? readerPage(exchange, reader, nothingTyped) : exchange.notFound();
}

/** `POST` of the same: `act` says what she wants. */
export async function receiveReader(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const reader = await readerAsked(exchange, deps);
  if (!reader) return exchange.notFound();
  if (mayNotComeBack(reader)) return exchange.redirect(subscriptionPaths.subscribe);
  const form = await exchange.form();
  const act = form.values['act'] ?? '';
  const options = form.key ? { key: form.key } : {};
  const wishes = { id: reader.id, subjects: form.all('subjects'), rhythm: form.values['rhythm'] ?? '' };
  const outcome =
    act === 'arreter'
      ? await execute(exchange.ctx, endSubscription, { id: reader.id }, options)
      : act === 'changer'
        ? await execute(exchange.ctx, changePreferences, { ...wishes, pause: form.values['pause'] ?? 'none' }, options)
        : await execute(exchange.ctx, confirmSubscription, wishes, options);
  if (!outcome.ok) return readerPage(exchange, reader, typedWith(form, outcome), 422);
  return exchange.redirect(subscriptionPaths.reader(exchange.param('secret')), flashes[act] ?? flashes['confirmer']);
}

const flashes: Readonly<Record<string, Flash>> = {
  arreter: { tone: 'success', text: 'C’est fait : vous ne recevrez plus rien.' },
  changer: { tone: 'success', text: 'C’est noté.' },
  confirmer: { tone: 'success', text: 'Bienvenue ! Votre abonnement est confirmé.' },
};

/** A reader, and whether the link is her own or that of a letter, which may have been forwarded. */
type Asked = Subscriber & { readonly isForwardable: boolean };

/** Whoever was forwarded a letter does not subscribe its reader again: the form of the site asks her mailbox. */
const mayNotComeBack = ({ isForwardable, endedAt }: Asked): boolean => isForwardable && endedAt !== null;

async function readerAsked(exchange: Exchange, { links }: MailingDependencies): Promise<Asked | null> {
  const [hubId, secret] = [exchange.hub.id, exchange.param('secret')];
  const own = links.read(readerPurpose, hubId, secret);
  const id = own ?? links.read(choicesPurpose, hubId, secret);
  const reader = id && (await subscriberById(exchange.ctx.db, id));
  return reader ? { ...reader, isForwardable: own === null } : null;
}

async function readerPage(exchange: Exchange, reader: Asked, typed: TypedHere, status = 200): Promise<Response> {
  const { ctx } = exchange;
  const now = ctx.clock.now();
  const state = stateOf(reader, now);
  if (state === 'unconfirmed' && !isStillConfirmable(reader.askedAt, now)) return expiredPage(exchange);
  const isNew = state === 'unconfirmed' || state === 'ended';
  const [consents, received] = await Promise.all([
    consentsOf(ctx.db, reader.id),
    receivedBy(ctx.db, reader.address, 10),
  ]);
  const form: FormProps = { exchange, reader, typed };
  return privatePage(exchange, {
    title: isNew ? 'Confirmer mon abonnement' : 'Mon abonnement',
    status,
    section: subscriptionPaths.subscribe,
    content: (
      <>
        <PageHeader
          title={isNew ? 'Plus qu’un geste' : 'Mon abonnement'}
          facts={reader.isForwardable ? masked(reader.address) : reader.address}
          lead={
            isNew
              ? 'Cochez ce qui vous intéresse, choisissez un rythme, et confirmez.'
              : 'Vous changez ce que vous recevez, quand vous voulez.'
          }
        />
        {state === 'ended' && (
          <Notice state="info" title="Vous ne recevez plus rien à cette adresse.">
            <p>Vous avez changé d’avis ? Confirmez à nouveau ci-dessous.</p>
          </Notice>
        )}
        {state === 'paused' && reader.pausedUntil && (
          <Notice state="info" title={`En pause jusqu’au ${formatDate(dayOf(reader.pausedUntil, ctx.zone))}.`} />
        )}
        <Columns
          main={isNew ? <ConfirmForm {...form} /> : <PreferencesForm {...form} isPaused={state === 'paused'} />}
          side={
            <>
              {!isNew && <StopPanel exchange={exchange} />}
              {!reader.isForwardable && (
                <HeldOfReader reader={reader} consents={consents} received={received} zone={ctx.zone} />
              )}
            </>
          }
        />
      </>
    ),
  });
}

interface FormProps {
  readonly exchange: Exchange;
  readonly reader: Subscriber;
  readonly typed: TypedHere;
}

const hiddenOf = (exchange: Exchange, act: string) => ({ [formKeyField]: exchange.formKey, act });
const dayOf = (at: Temporal.Instant, zone: string) => at.toZonedDateTimeISO(zone).toPlainDate();

function ConfirmForm({ exchange, reader, typed }: FormProps): JSX.Element {
  return (
    <Form
      action={exchange.url.pathname}
      label="Confirmer mon abonnement"
      errors={summaryOf(typed.errors)}
      hidden={hiddenOf(exchange, 'confirmer')}
    >
      <ChoiceFields typed={typed} known={reader} />
      <SubmitBar label="Confirmer mon abonnement" note={`En confirmant : « ${consentWording} »`} />
    </Form>
  );
}

function PreferencesForm({
  exchange,
  reader,
  typed,
  isPaused,
}: FormProps & { readonly isPaused: boolean }): JSX.Element {
  return (
    <Form
      action={exchange.url.pathname}
      label="Changer mes préférences"
      errors={summaryOf(typed.errors)}
      hidden={hiddenOf(exchange, 'changer')}
    >
      <ChoiceFields typed={typed} known={reader} />
      <Select
        name="pause"
        label="Pause"
        hint="Pendant une pause, rien ne vous est envoyé. Ensuite, tout reprend comme avant."
        value={typed.values['pause'] ?? (isPaused ? 'keep' : 'none')}
        error={typed.errors['pause']}
        choices={[
          ...(isPaused ? [{ value: 'keep', label: 'Garder la pause en cours' }] : []),
          { value: 'none', label: 'Pas de pause' },
          { value: 'two_weeks', label: 'Pendant deux semaines' },
          { value: 'one_month', label: 'Pendant un mois' },
          { value: 'three_months', label: 'Pendant trois mois' },
        ]}
      />
      <SubmitBar label="Enregistrer" />
    </Form>
  );
}

function StopPanel({ exchange }: { readonly exchange: Exchange }): JSX.Element {
  return (
    <Panel title="Tout arrêter">
      <form method="post" action={exchange.url.pathname}>
        {Object.entries(hiddenOf(exchange, 'arreter')).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Button kind="ghost">Ne plus rien recevoir</Button>
      </form>
    </Panel>
  );
}

function expiredPage(exchange: Exchange): Promise<Response> {
  return privatePage(exchange, {
    title: 'Ce lien n’est plus valable',
    status: 410,
    content: (
      <>
        <PageHeader title="Ce lien n’est plus valable" lead="Il ne servait que sept jours. Demandez-en un autre." />
        <p class="actions">
          <ButtonLink href={subscriptionPaths.subscribe}>Demander un nouveau lien</ButtonLink>
        </p>
      </>
    ),
  });
}
