import type { JSX } from 'preact';
import { eventPath } from '#modules/agenda/index.ts';
import { summaryOf } from '#modules/hub/index.ts';
import { chargeStateNames } from '#modules/payments/index.ts';
import { formatDateTime, formatMoney, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { isLiving } from '../../domain/registration-states.ts';
import { mayStillCancel } from '../../domain/offer-times.ts';
import { paths } from '../../paths.ts';
import type { RegistrationDependencies } from '../../ports.ts';
import { ownRegistration, type OwnRegistration } from '../../queries/own-registration.ts';
import { OwnPerson } from './own-person.tsx';
import { privatePage } from './private-page.ts';

/** What was typed on this page and refused. */
export interface TypedHere {
  readonly all: (name: string) => readonly string[];
  readonly errors: Readonly<Record<string, string>>;
  /** Whose form it was. */
  readonly id: string;
}

export const nothingTyped: TypedHere = { all: () => [], errors: {}, id: '' };

/** `GET /inscription/:secret`: what one is registered to, and all one may change. */
export async function ownPage(
  exchange: Exchange,
  { payments }: RegistrationDependencies,
  typed: TypedHere = nothingTyped,
  status = 200,
): Promise<Response> {
  const secret = exchange.param('secret');
  const own = await ownRegistration(exchange.ctx, secret);
  if (!own) return exchange.notFound();
  const { rows, offer, dates, told } = own;
  const living = rows.filter(({ state }) => isLiving(state));
  const isConfirmed = living.some(({ state }) => state === 'confirmed');
  const mayAct = mayStillCancel(offer, dates, exchange.ctx.clock.now()) && !dates.isCancelled;
  return privatePage(exchange, {
    title: 'Votre inscription',
    section: '/agenda',
    status,
    content: (
      <>
        <PageHeader
          title={titleOf(own, exchange.query('merci') === 'oui')}
          lead={
            <p>
              <a href={eventPath(dates.slug)}>{told.title}</a>
            </p>
          }
        />
        <Columns
          main={
            <>
              {typed.errors[''] && <Notice state="danger" title={typed.errors['']} />}
              <OfferedSeats exchange={exchange} own={own} />
              {rows.map((row) => (
                <OwnPerson key={row.id} {...{ exchange, own, row, mayAct, typed }} />
              ))}
            </>
          }
          side={
            <>
              <Panel title="Le rendez-vous">
                <DescriptionList
                  rows={[
                    { term: 'Quand', value: <WhenList when={told.when} /> },
                    { term: 'Où', value: told.place },
                    {
                      term: 'En ligne',
                      value:
                        isConfirmed && told.onlineLink ? <a href={told.onlineLink}>Rejoindre la salle</a> : undefined,
                    },
                  ]}
                />
                {isConfirmed && !dates.isCancelled && (
                  <p class="actions">
                    <ButtonLink kind="ghost" icon="calendar" href={paths.ownCalendar(secret)} download>
                      Ajouter à mon agenda
                    </ButtonLink>
                  </p>
                )}
                {isConfirmed && offer.confirmationNote && <p class="typed">{offer.confirmationNote}</p>}
              </Panel>
              <Payment exchange={exchange} own={own} payments={payments} />
              {living.length > 0 && mayAct && <CancelAll {...{ exchange, own, typed }} />}
              {living.length > 0 && !mayAct && !dates.isCancelled && (
                <Panel title="Un empêchement ?">
                  <p>
                    Il est trop tard pour se désinscrire ici. Prévenez-nous quand même : quelqu’un attend peut-être la
                    place.
                  </p>
                </Panel>
              )}
            </>
          }
        />
      </>
    ),
  });
}

/** What is asked, was paid, or is given back. */
function Payment({
  exchange,
  own: { charge, toReturn, booking },
  payments,
}: {
  readonly exchange: Exchange;
  readonly own: OwnRegistration;
  readonly payments: RegistrationDependencies['payments'];
}): JSX.Element | null {
  if (!charge && toReturn === 0) return null;
  return (
    <Panel title="Le paiement">
      {charge && (
        <p>
          {chargeStateNames[charge.state]} : {formatMoney(charge.left > 0 ? charge.left : charge.amount)}
        </p>
      )}
      {toReturn > 0 && <p>{formatMoney(toReturn)} à vous rendre : l’équipe s’en charge.</p>}
      {charge && charge.left > 0 && (
        <p class="actions">
          <ButtonLink href={payments.payPath(exchange.hub.id, charge.id)}>Payer, ou dire comment</ButtonLink>
        </p>
      )}
      {booking.heldUntil && (
        <p class="facts">
          Place gardée jusqu’au {formatDateTime(booking.heldUntil, { zone: exchange.hub.zone })}, le temps du paiement
          en ligne.
        </p>
      )}
    </Panel>
  );
}

function WhenList({ when }: { readonly when: readonly string[] }): JSX.Element {
  const [first, ...others] = when;
  if (others.length === 0) return <>{first}</>;
  return (
    <ul>
      {when.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  );
}

function titleOf({ rows, dates }: OwnRegistration, isNew: boolean): string {
  if (dates.isCancelled) return 'Ce rendez-vous est annulé';
  const states = new Set(rows.map(({ state }) => state));
  if (states.has('offered')) return 'Une place vous attend';
  if (states.has('confirmed'))
    return isNew ? 'C’est noté, à bientôt !' : rows.length > 1 ? 'Vous êtes inscrits' : 'Vous êtes inscrit·e';
  if (states.has('waiting')) return isNew ? 'Vous êtes sur la liste d’attente' : 'Toujours sur la liste d’attente';
  return 'Cette inscription est annulée';
}

/** The seats kept for an answer. */
function OfferedSeats({
  exchange,
  own,
}: {
  readonly exchange: Exchange;
  readonly own: OwnRegistration;
}): JSX.Element | null {
  const offered = own.rows.filter(({ state }) => state === 'offered');
  const [first] = offered;
  if (!first?.offeredUntil) return null;
  return (
    <Notice
      state="success"
      title={
        offered.length > 1
          ? `${plural(offered.length, 'place')} se sont libérées`
          : `Une place s’est libérée pour ${first.name}`
      }
    >
      <p>
        Elle est gardée jusqu’au {formatDateTime(first.offeredUntil, { zone: exchange.hub.zone })}. Sans réponse, elle
        passe à la personne suivante.
      </p>
      <form method="post" action={paths.ownAnswer(exchange.param('secret'))} class="actions">
        <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
        <Button name="reponse" value="oui">
          Oui, je prends la place
        </Button>
        <Button kind="ghost" name="reponse" value="non">
          Non, merci
        </Button>
      </form>
    </Notice>
  );
}

function CancelAll({
  exchange,
  own,
  typed,
}: {
  readonly exchange: Exchange;
  readonly own: OwnRegistration;
  readonly typed: TypedHere;
}): JSX.Element {
  const isMany = own.rows.filter(({ state }) => isLiving(state)).length > 1;
  const label = isMany ? 'Désinscrire tout le monde' : 'Me désinscrire';
  return (
    <Panel title="Un empêchement ?">
      <p>Dites-le en un geste : la place va à quelqu’un qui attend.</p>
      <Form
        action={paths.ownCancel(exchange.param('secret'))}
        label={label}
        errors={summaryOf(typed.id === 'all' ? typed.errors : {})}
        hidden={{ [formKeyField]: exchange.ctx.newId() }}
      >
        <Checkbox
          name="sure"
          label={isMany ? 'Oui, rendre toutes les places' : 'Oui, rendre ma place'}
          error={typed.id === 'all' ? typed.errors['sure'] : undefined}
        />
        <SubmitBar kind="danger" label={label} />
      </Form>
    </Panel>
  );
}
