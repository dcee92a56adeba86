import type { JSX } from 'preact';
import { whenInWords } from '#modules/agenda/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { paths } from '../../paths.ts';
import type { Registrant } from '../../queries/registrants-of.ts';
import type { RegistrationList } from './read-list.ts';

/** One registration among those of its date. */
export interface OneProps {
  readonly exchange: Exchange;
  readonly list: RegistrationList;
  readonly row: Registrant;
}

/** Gives a seat out of turn. */
export function LetIn({ exchange, list: { event }, row }: OneProps): JSX.Element {
  return (
    <Panel title="Donner une place">
      <p>Hors du tour : la raison est gardée au journal. Jamais plus de monde que de places.</p>
      <Form
        action={paths.letIn(event.id, row.id)}
        label="Donner une place"
        hidden={{ [formKeyField]: exchange.ctx.newId() }}
      >
        <TextField name="reason" label="Pourquoi" required />
        <SubmitBar label="Donner une place" />
      </Form>
    </Panel>
  );
}

/** Takes her to another date. */
export function Move({ exchange, list: { event, dates }, row }: OneProps): JSX.Element {
  const today = exchange.ctx.clock.now().toZonedDateTimeISO(exchange.hub.zone).toPlainDate();
  return (
    <Panel title="Passer à une autre date">
      <Form
        action={paths.move(event.id, row.id)}
        label="Passer à une autre date"
        hidden={{ [formKeyField]: exchange.ctx.newId() }}
      >
        <Select
          name="date"
          label="Date"
          placeholder="Choisir"
          choices={dates
            .filter(({ id, isCancelled }) => id !== row.occurrenceId && !isCancelled)
            .map((date) => ({ value: date.id, label: whenInWords(date, { today, zone: exchange.hub.zone }) }))}
        />
        <SubmitBar label="Changer de date" note="Avec toutes les personnes inscrites en même temps." />
      </Form>
    </Panel>
  );
}

/** Cancels, with a reason if one is written. */
export function Cancel({ exchange, list: { event }, row }: OneProps): JSX.Element {
  return (
    <Panel title="Annuler l’inscription">
      <Form
        action={paths.bulk(event.id)}
        label="Annuler l’inscription"
        hidden={{
          [formKeyField]: exchange.ctx.newId(),
          action: 'annuler',
          ids: row.id,
          retour: paths.office(event.id),
        }}
      >
        <TextField name="note" id="raison" label="Raison, dite à la personne" />
        <SubmitBar kind="danger" label="Annuler" />
      </Form>
    </Panel>
  );
}
