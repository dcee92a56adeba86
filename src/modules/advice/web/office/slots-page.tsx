import type { JSX } from 'preact';
import { currentSettings, summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatDate, formatTimeRange, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { RadioGroup } from '#ui/fields/checkbox.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { cancelSlot, offerSlots } from '../../commands/keep-slots.ts';
import { modeNames, slotModes } from '../../domain/slot-modes.ts';
import { paths } from '../../paths.ts';
import type { AdviceDependencies } from '../../ports.ts';
import { comingSlots, type OfficeSlot } from '../../queries/slots.ts';
import { refusalText } from '../texts.ts';
import type { TypedHere } from './request-page.tsx';

/** `GET /gestion/demandes/creneaux`: the moments offered, who took them. */
export async function showSlots(exchange: Exchange): Promise<Response> {
  const settings = await currentSettings(exchange.ctx);
  const place = [settings.street, [settings.postcode, settings.city].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ');
  const values = {
    time: '09:00',
    minutes: '45',
    count: '3',
    mode: 'place',
    place,
    hostName: exchange.actor?.name ?? '',
  };
  return slotsPage(exchange, { values, errors: {} });
}

/** `POST /gestion/demandes/creneaux`. */
export async function receiveSlots(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const { day = '', time = '', minutes = '', count = '', mode = '', place = '', hostName = '' } = form.values;
  const input = { day, time, minutes, count, mode, place, hostName };
  const outcome = await execute(exchange.ctx, offerSlots, input, { key: form.key });
  if (outcome.ok)
    return exchange.redirect(paths.slots, {
      tone: 'success',
      text: `${plural(outcome.value.ids.length, 'rendez-vous proposé', 'rendez-vous proposés')} sur la page de contact.`,
    });
  const errors = Object.keys(outcome.fields).length > 0 ? outcome.fields : { '': refusalText(outcome.reason) };
  return slotsPage(exchange, { values: form.values, errors }, 422);
}

/** `POST /gestion/demandes/creneaux/:id/annuler`. */
export async function receiveSlotCancelled(exchange: Exchange, { links }: AdviceDependencies): Promise<Response> {
  const form = await exchange.form();
  const outcome = await execute(exchange.ctx, cancelSlot(links), { id: exchange.param('id') }, { key: form.key });
  if (!outcome.ok) return exchange.notFound();
  return exchange.redirect(paths.slots, {
    tone: 'success',
    text: outcome.value.wasTaken
      ? 'Le rendez-vous est annulé. La personne est prévenue si elle a laissé un e-mail ; sinon, appelez-la.'
      : 'Ce moment n’est plus proposé.',
  });
}

async function slotsPage(exchange: Exchange, typed: TypedHere, status = 200): Promise<Response> {
  const slots = await comingSlots(exchange.ctx);
  const { zone } = exchange.ctx;
  return exchange.page({
    title: 'Rendez-vous',
    layout: 'office',
    section: paths.queue,
    status,
    publicHref: paths.contact,
    header: {
      lead: 'Les moments que vous offrez : chacun se prend une seule fois, avec la demande ou depuis son lien.',
      trail: [
        { label: 'Demandes', href: paths.queue },
        { label: 'Rendez-vous', href: paths.slots },
      ],
    },
    content: (
      <Columns
        main={
          <DataTable<OfficeSlot>
            id="creneaux"
            caption="Rendez-vous à venir"
            quietCaption
            rows={slots}
            rowId={(slot) => slot.id}
            rowName={(slot) => formatDate(slot.startsAt, { zone })}
            columns={[
              {
                key: 'when',
                label: 'Quand',
                cell: ({ startsAt, endsAt }) => (
                  <>
                    {formatDate(startsAt, { weekday: true, year: false, zone })}{' '}
                    <span class="nowrap">{formatTimeRange(startsAt, endsAt, { zone })}</span>
                  </>
                ),
              },
              {
                key: 'where',
                label: 'Où',
                cell: ({ mode, hostName }) => [modeNames[mode], hostName].filter(Boolean).join(', '),
              },
              {
                key: 'who',
                label: 'Prise par',
                cell: ({ requestId, takenBy }) =>
                  requestId ? <a href={paths.request(requestId)}>{takenBy}</a> : <span class="muted">libre</span>,
              },
              { key: 'act', label: 'Annuler', cell: (slot) => <CancelForm exchange={exchange} slot={slot} /> },
            ]}
            empty={
              <EmptyState title="Aucun rendez-vous proposé">
                <p>Offrez quelques moments : ceux qui n’osent pas écrire prennent plus volontiers un rendez-vous.</p>
              </EmptyState>
            }
          />
        }
        side={<OfferForm exchange={exchange} typed={typed} />}
      />
    ),
  });
}

function CancelForm({ exchange, slot }: { readonly exchange: Exchange; readonly slot: OfficeSlot }): JSX.Element {
  const when = formatDate(slot.startsAt, { zone: exchange.ctx.zone });
  return (
    <form method="post" action={paths.cancelSlot(slot.id)}>
      <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
      <Button kind="quiet" small aria-label={`Annuler le rendez-vous du ${when}`}>
        Annuler
      </Button>
    </form>
  );
}

function OfferForm({
  exchange,
  typed: { values, errors },
}: {
  readonly exchange: Exchange;
  readonly typed: TypedHere;
}): JSX.Element {
  return (
    <Panel title="Proposer des moments">
      <Form
        action={paths.slots}
        label="Proposer des moments"
        errors={summaryOf(errors)}
        hidden={{ [formKeyField]: exchange.formKey }}
      >
        <DateField name="day" label="Jour" required value={values['day']} error={errors['day']} />
        <TextField
          name="time"
          label="À partir de"
          type="time"
          size="short"
          required
          value={values['time']}
          error={errors['time']}
        />
        <FieldRow>
          <TextField
            name="minutes"
            label="Durée (minutes)"
            type="number"
            size="short"
            value={values['minutes']}
            error={errors['minutes']}
          />
          <TextField
            name="count"
            label="Combien à la suite"
            type="number"
            size="short"
            value={values['count']}
            error={errors['count']}
          />
        </FieldRow>
        <RadioGroup
          name="mode"
          label="Où"
          inline
          value={values['mode']}
          error={errors['mode']}
          choices={slotModes.map((value) => ({ value, label: modeNames[value] }))}
        />
        <TextField
          name="place"
          label="Adresse ou lien"
          hint="Donné seulement à qui prend le rendez-vous."
          value={values['place']}
          error={errors['place']}
        />
        <TextField name="hostName" label="Avec qui" value={values['hostName']} error={errors['hostName']} />
        <SubmitBar label="Proposer" />
      </Form>
    </Panel>
  );
}
