import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { Chip } from '#ui/components/chip.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { Typed } from '../../domain/answers.ts';
import { asks } from '../../domain/questions.ts';
import { isLiving } from '../../domain/registration-states.ts';
import { answerOf, termOf } from '../../domain/said-answers.ts';
import { seatsInWords } from '../../domain/workshops.ts';
import { paths } from '../../paths.ts';
import type { OwnRegistration } from '../../queries/own-registration.ts';
import { QuestionField } from '../question-field.tsx';
import { dayPaths } from '../../day/paths.ts';
import { TicketCode } from '../../day/web/ticket-code.tsx';
import { stateNames } from '../texts.ts';
import { typedOf } from '../typed-form.ts';
import { ChangeWorkshops } from './change-workshops.tsx';
import type { TypedHere } from './own-page.tsx';

interface OwnPersonProps {
  readonly exchange: Exchange;
  readonly own: OwnRegistration;
  readonly row: OwnRegistration['rows'][number];
  readonly mayAct: boolean;
  readonly typed: TypedHere;
}

/** One person registered: how she stands, what she answered, and what may be changed. */
export function OwnPerson({ exchange, own, row, mayAct, typed }: OwnPersonProps): JSX.Element {
  const { offer, ranks } = own;
  const rank = ranks.get(row.id);
  return (
    <Panel title={row.name}>
      <p>
        <Chip strong={row.state === 'confirmed'}>{stateNames[row.state]}</Chip>
        {rank !== undefined && ` ${rank === 1 ? '1re' : `${rank}e`} sur la liste`}
      </p>
      <DescriptionList
        rows={[
          { term: 'Place', value: seatsInWords(offer.seatKinds, row) || undefined },
          { term: 'Tarif', value: row.priceLabel || undefined },
          { term: 'Billet', value: row.state === 'confirmed' ? row.code : undefined },
          ...offer.questions.map((question) => ({ term: termOf(question), value: answerOf(question, row) })),
        ]}
      />
      {row.state === 'confirmed' && <TicketCode code={row.code} />}
      {row.state === 'confirmed' && asks(offer.questions, 'ride') && (
        <p class="actions">
          <a href={dayPaths.ownRides(exchange.param('secret'))}>Covoiturage : y aller ensemble</a>
        </p>
      )}
      {mayAct && isLiving(row.state) && (
        <>
          <ChangeWorkshops {...{ exchange, own, row, typed }} />
          {offer.questions.length > 0 && <ChangeAnswers {...{ exchange, own, row, typed }} />}
          {row.state === 'confirmed' && <HandOver {...{ exchange, row, typed }} />}
          {own.rows.filter(({ state }) => isLiving(state)).length > 1 && (
            <form method="post" action={paths.ownCancel(exchange.param('secret'))} class="actions">
              <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
              <input type="hidden" name="id" value={row.id} />
              <input type="hidden" name="sure" value="oui" />
              <Button kind="quiet" small>
                Désinscrire {row.name}
              </Button>
            </form>
          )}
        </>
      )}
    </Panel>
  );
}

/** What was answered, under the names of the form. */
export function storedTyped(
  row: Pick<
    OwnRegistration['rows'][number],
    | 'name'
    | 'email'
    | 'phone'
    | 'organizationName'
    | 'municipality'
    | 'seatKind'
    | 'workshops'
    | 'priceKey'
    | 'isMember'
    | 'answers'
  >,
): Typed {
  return (key) => {
    const columns: Record<string, string> = {
      name: row.name,
      email: row.email ?? '',
      phone: row.phone,
      organization: row.organizationName,
      municipality: row.municipality,
      seatKind: row.seatKind,
      priceKey: row.priceKey,
      isMember: row.isMember ? 'oui' : '',
    };
    if (key === 'workshops') return row.workshops;
    const known = columns[key] ?? row.answers[key] ?? [];
    return typeof known === 'string' ? [known] : known;
  };
}

function ChangeAnswers({ exchange, own, row, typed }: Omit<OwnPersonProps, 'mayAct'>): JSX.Element {
  const isHere = typed.id === `answers-${row.id}`;
  const prefix = `${row.id.slice(-6)}-`;
  const errors = isHere ? typed.errors : {};
  return (
    <details class="more-fields" open={isHere}>
      <summary>Changer mes réponses</summary>
      <div>
        <Form
          action={paths.ownChange(exchange.param('secret'))}
          label={`Changer les réponses de ${row.name}`}
          errors={summaryOf(Object.fromEntries(Object.entries(errors).map(([key, text]) => [prefix + key, text])))}
          hidden={{ [formKeyField]: exchange.ctx.newId(), id: row.id }}
        >
          {own.offer.questions.map((question) => (
            <QuestionField
              question={question}
              prefix={prefix}
              typed={isHere ? typedOf(typed.all, prefix) : storedTyped(row)}
              errors={errors}
            />
          ))}
          <SubmitBar label="Enregistrer" />
        </Form>
      </div>
    </details>
  );
}

function HandOver({ exchange, row, typed }: Pick<OwnPersonProps, 'exchange' | 'row' | 'typed'>): JSX.Element {
  const isHere = typed.id === `over-${row.id}`;
  const prefix = `over-${row.id.slice(-6)}-`;
  const errors = isHere ? typed.errors : {};
  return (
    <details class="more-fields" open={isHere}>
      <summary>Transmettre la place à quelqu’un d’autre</summary>
      <div>
        <Form
          action={paths.ownTransfer(exchange.param('secret'))}
          label={`Transmettre la place de ${row.name}`}
          errors={summaryOf(Object.fromEntries(Object.entries(errors).map(([key, text]) => [prefix + key, text])))}
          hidden={{ [formKeyField]: exchange.ctx.newId(), id: row.id }}
        >
          <TextField
            name={`${prefix}name`}
            label="Prénom et nom de qui viendra"
            required
            value={isHere ? typed.all(`${prefix}name`)[0] : ''}
            error={errors['name']}
          />
          <TextField
            name={`${prefix}email`}
            label="Son e-mail"
            type="email"
            required
            hint="Elle reçoit la confirmation et un lien à elle ; le vôtre ne servira plus."
            value={isHere ? typed.all(`${prefix}email`)[0] : ''}
            error={errors['email']}
          />
          <SubmitBar label="Transmettre" />
        </Form>
      </div>
    </details>
  );
}
