import type { JSX } from 'preact';
import { eventPath, whenInWords } from '#modules/agenda/index.ts';
import { summaryOf } from '#modules/hub/index.ts';
import { paymentWayNames } from '#modules/payments/index.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Checkbox, RadioGroup } from '#ui/fields/checkbox.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { RobotTrap } from '#ui/fields/robot-trap.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { registerHref } from '../../paths.ts';
import type { DateSeats } from '../../queries/seats-of.ts';
import { refusalText } from '../texts.ts';
import { typedOf } from '../typed-form.ts';
import { PersonFields } from './person-fields.tsx';
import { priceWords } from './seats-panel.tsx';

/** What is in the form: how many people, what was typed, what is wrong. */
export interface TypedBooking {
  readonly people: number;
  readonly all: (name: string) => readonly string[];
  readonly errors: Readonly<Record<string, string>>;
}

/** The form that registers to one date. */
export async function registerPage(
  exchange: Exchange,
  seats: DateSeats,
  typed: TypedBooking,
  status = 200,
): Promise<Response> {
  const { date, offer, opening, left } = seats;
  const today = exchange.ctx.clock.now().toZonedDateTimeISO(exchange.hub.zone).toPlainDate();
  const when = whenInWords(date, { today, zone: exchange.hub.zone });
  const isFull = left === 0;
  return exchange.page({
    title: `S’inscrire : ${date.title}`,
    description: `S’inscrire à « ${date.title} », ${when}.`,
    section: '/agenda',
    indexed: false,
    status,
    content: (
      <>
        <PageHeader
          title={isFull && opening === 'open' ? 'Liste d’attente' : 'S’inscrire'}
          lead={
            <p>
              <a href={eventPath(date.slug)}>{date.title}</a>, {when}
            </p>
          }
          facts={[
            priceWords(seats),
            left === null ? null : isFull ? 'complet' : plural(left, 'place restante', 'places restantes'),
          ]
            .filter(Boolean)
            .join(' · ')}
        />
        {opening !== 'open' ? (
          <Closed seats={seats} />
        ) : (
          <>
            {isFull && (
              <Notice state="info" title="Toutes les places sont prises">
                {offer.hasWaitingList
                  ? 'Inscrivez-vous sur la liste d’attente : dès qu’une place se libère et que votre tour vient, on vous écrit.'
                  : 'Il n’y a pas de liste d’attente pour ce rendez-vous.'}
              </Notice>
            )}
            {(!isFull || offer.hasWaitingList) && <BookingForm {...{ exchange, seats, typed }} />}
          </>
        )}
      </>
    ),
  });
}

function BookingForm({
  exchange,
  seats,
  typed: { people, all, errors },
}: {
  readonly exchange: Exchange;
  readonly seats: DateSeats;
  readonly typed: TypedBooking;
}): JSX.Element {
  const { offer, date } = seats;
  const action = registerHref(date.slug, offer.scope === 'each' ? date.originalLocal : null);
  const ofPerson = (index: number) => errorsOf(errors, `p${index}-`);
  const isPaid = offer.prices.some(({ cents }) => cents > 0);
  return (
    <Form
      action={action}
      label="S’inscrire"
      draft={`inscription-${date.id}`}
      errors={summaryOf(errors)}
      hidden={{ [formKeyField]: exchange.formKey, people: String(people) }}
    >
      {people === 1 ? (
        <PersonFields seats={seats} prefix="p0-" isFirst typed={typedOf(all, 'p0-')} errors={ofPerson(0)} />
      ) : (
        Array.from({ length: people }, (_, index) => (
          <Fieldset legend={index === 0 ? 'Vous' : `Personne ${index + 1}`} name={`p${index}`} large>
            <PersonFields
              seats={seats}
              prefix={`p${index}-`}
              isFirst={index === 0}
              typed={typedOf(all, `p${index}-`)}
              errors={ofPerson(index)}
            />
            {index > 0 && (
              <Button kind="quiet" small name="act" value={`retirer-${index}`}>
                Retirer cette personne
              </Button>
            )}
          </Fieldset>
        ))
      )}
      {people > 1 && (
        <Checkbox
          name="absent"
          label="Je ne viens pas moi-même : j’inscris les autres"
          checked={all('absent')[0] === 'oui'}
        />
      )}
      {offer.promoCodes.length > 0 && (
        <TextField
          name="promoCode"
          label="Code de réduction"
          size="medium"
          value={all('promoCode')[0]}
          error={errors['promoCode']}
        />
      )}
      {isPaid && offer.paymentWays.length > 1 && (
        <RadioGroup
          name="paymentWay"
          label="Comment paierez-vous ?"
          value={all('paymentWay')[0] ?? offer.paymentWays[0]}
          error={errors['paymentWay']}
          choices={offer.paymentWays.map((value) => ({ value, label: paymentWayNames[value] }))}
        />
      )}
      <RobotTrap />
      <SubmitBar
        label={
          seats.left === 0 ? 'M’inscrire sur la liste d’attente' : people > 1 ? 'Inscrire tout le monde' : 'M’inscrire'
        }
        note={
          <>
            Ces réponses servent à ce rendez-vous. Les noms sont gardés trois ans, puis effacés.{' '}
            <a href="/donnees-personnelles">Vos droits</a>
          </>
        }
      >
        {people < offer.mostPeople && (
          <Button kind="ghost" name="act" value="ajouter">
            Ajouter une personne
          </Button>
        )}
      </SubmitBar>
    </Form>
  );
}

function errorsOf(errors: Readonly<Record<string, string>>, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([name, text]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), text]] : [],
    ),
  );
}

function Closed({ seats: { opening, date } }: { readonly seats: DateSeats }): JSX.Element {
  const reason = `registrations_${opening === 'open' ? 'off' : opening}` as const;
  return (
    <EmptyState
      title={refusalText(reason)}
      actions={
        <ButtonLink kind="ghost" href={eventPath(date.slug)}>
          Revoir le rendez-vous
        </ButtonLink>
      }
    >
      <p>Vous étiez inscrit·e ? Votre lien personnel, dans le mail de confirmation, marche toujours.</p>
    </EmptyState>
  );
}
