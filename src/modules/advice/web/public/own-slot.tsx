import type { JSX } from 'preact';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { RadioGroup } from '#ui/fields/checkbox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { slotInWords } from '../../domain/slot-in-words.ts';
import { paths } from '../../paths.ts';
import type { AppointmentSlot, RequestSheet } from '../../queries/request-sheet.ts';
import { slotChoices } from './slot-choices.ts';

interface OwnSlotProps {
  readonly exchange: Exchange;
  readonly sheet: RequestSheet;
  readonly slots: readonly AppointmentSlot[];
  readonly error: string | undefined;
}

/** The appointment of a request, or those it may take. */
export function OwnSlot({ exchange, sheet: { slot, request }, slots, error }: OwnSlotProps): JSX.Element | null {
  const action = paths.ownSlot(exchange.param('secret'));
  const hidden = { [formKeyField]: exchange.ctx.newId() };
  if (slot)
    return (
      <Panel title="Votre rendez-vous">
        <p>
          <b>{slotInWords(slot, exchange.hub.zone)}</b>
          {slot.hostName && `, avec ${slot.hostName}`}
        </p>
        {slot.place && <p class="typed">{slot.place}</p>}
        <p class="actions">
          <ButtonLink kind="ghost" small icon="calendar" href={paths.ownSlotFile(exchange.param('secret'))} download>
            Ajouter à mon agenda
          </ButtonLink>
        </p>
        {Temporal.Instant.compare(slot.startsAt, exchange.ctx.clock.now()) > 0 && (
          <Form action={action} label="Annuler le rendez-vous" hidden={{ ...hidden, act: 'annuler' }}>
            <SubmitBar kind="quiet" label="Annuler ce rendez-vous" />
          </Form>
        )}
      </Panel>
    );
  if (slots.length === 0 || request.state === 'closed') return null;
  return (
    <Panel title="Prendre rendez-vous">
      <Form action={action} label="Prendre rendez-vous" hidden={{ ...hidden, act: 'prendre' }}>
        <RadioGroup name="slotId" label="Quand ?" choices={slotChoices(slots, exchange.hub.zone)} error={error} />
        <SubmitBar kind="ghost" label="Réserver ce moment" />
      </Form>
    </Panel>
  );
}
