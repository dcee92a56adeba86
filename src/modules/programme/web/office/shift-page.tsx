import type { JSX } from 'preact';
import type { StoredEvent } from '#modules/agenda/index.ts';
import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { removeShift, saveShift } from '../../commands/keep-shifts.ts';
import { enrolVolunteer } from '../../commands/take-shifts.ts';
import { officePaths } from '../../paths.ts';
import type { ProgrammeDependencies } from '../../ports.ts';
import { eventDays } from '../../queries/event-days.ts';
import { readShifts, type StoredShift } from '../../queries/stored-programme.ts';
import { refusalText } from '../texts.ts';
import { errorsOf, numberOf, untouched, type Typed } from '../typed.ts';
import { ActForm } from './act-form.tsx';
import { eventHere, officePage } from './frame.tsx';

interface ShiftHere {
  event: StoredEvent;
  shift: StoredShift | null;
}

/** `GET …/programme/benevoles/ajouter` and `…/benevoles/:shift` */
export async function showShift(exchange: Exchange): Promise<Response> {
  const here = await shiftHere(exchange);
  if (!here) return exchange.notFound();
  const [first] = await eventDays(exchange.ctx.db, here.event.id);
  const values = here.shift ? valuesOf(here.shift) : { day: first?.toString() ?? '', wanted: '2' };
  return shiftPage(exchange, here, { values, errors: {} }, untouched);
}

/** `POST` to the same. */
export async function receiveShift(exchange: Exchange): Promise<Response> {
  const here = await shiftHere(exchange);
  if (!here) return exchange.notFound();
  const { event, shift } = here;
  const { values, key } = await exchange.form();
  const { task = '', place = '', note = '', day = '', from = '', to = '' } = values;
  const outcome = await execute(
    exchange.ctx,
    saveShift,
    {
      eventId: event.id,
      id: shift?.id ?? null,
      version: shift ? Number(values['version']) || 1 : null,
      fields: { task, place, note, when: { day, from, to: to || from }, wanted: numberOf(values['wanted'], 1) },
    },
    { key },
  );
  if (!outcome.ok) return shiftPage(exchange, here, { values, errors: errorsOf(outcome) }, untouched, 422);
  return exchange.redirect(officePaths.volunteers(event.id), {
    tone: 'success',
    text: `« ${task.trim()} » enregistré.`,
  });
}

/** `POST …/programme/benevoles/:shift/retirer` */
export async function receiveShiftRemoved(exchange: Exchange): Promise<Response> {
  const { key } = await exchange.form();
  const eventId = exchange.param('id');
  const outcome = await execute(exchange.ctx, removeShift, { eventId, id: exchange.param('shift') }, { key });
  const flash = outcome.ok
    ? ({ tone: 'success', text: 'Ce moment est retiré.' } as const)
    : ({ tone: 'danger', text: refusalText(outcome.reason) } as const);
  return exchange.redirect(officePaths.volunteers(eventId), flash);
}

/** `POST …/programme/benevoles/:shift/inscrire`: the team writes someone down. */
export async function receiveEnrolled(exchange: Exchange, deps: ProgrammeDependencies): Promise<Response> {
  const here = await shiftHere(exchange);
  if (!here?.shift) return exchange.notFound();
  const { event, shift } = here;
  const { values, key } = await exchange.form();
  const { name = '', email = '', phone = '' } = values;
  const input = { eventId: event.id, shiftIds: [shift.id], name, email, phone };
  const outcome = await execute(exchange.ctx, enrolVolunteer(deps), input, { key });
  if (!outcome.ok) {
    const { shiftIds, ...errors } = errorsOf(outcome);
    const typed = { values, errors: shiftIds ? { ...errors, '': shiftIds } : errors };
    return shiftPage(exchange, here, { values: valuesOf(shift), errors: {} }, typed, 422);
  }
  return exchange.redirect(officePaths.volunteers(event.id), {
    tone: 'success',
    text: `${name.trim()} est inscrit·e.`,
  });
}

async function shiftHere(exchange: Exchange): Promise<ShiftHere | null> {
  const event = await eventHere(exchange);
  if (!event) return null;
  const id = exchange.param('shift');
  if (!id) return { event, shift: null };
  const shift = (await readShifts(exchange.ctx.db, event.id)).find((one) => one.id === id);
  return shift ? { event, shift } : null;
}

function valuesOf({ version, task, place, note, starts, ends, wanted }: StoredShift): Record<string, string> {
  const time = (at: Temporal.PlainDateTime): string => at.toPlainTime().toString({ smallestUnit: 'minute' });
  return {
    version: String(version),
    task,
    place,
    note,
    day: starts.toPlainDate().toString(),
    from: time(starts),
    to: time(ends),
    wanted: String(wanted),
  };
}

async function shiftPage(
  exchange: Exchange,
  { event, shift }: ShiftHere,
  { values, errors }: Typed,
  enrolled: Typed,
  status = 200,
): Promise<Response> {
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  return officePage(exchange, event, {
    title: shift ? shift.task : 'Ajouter un moment',
    tab: null,
    status,
    content: (
      <Columns
        main={
          <Form
            action={shift ? officePaths.shift(event.id, shift.id) : officePaths.addShift(event.id)}
            label="Moment à couvrir"
            errors={summaryOf(errors)}
            hidden={{ [formKeyField]: exchange.formKey, version: values['version'] ?? '' }}
          >
            <TextField {...field('task')} label="Quoi" hint="Accueil, installation, vaisselle." required />
            <DateField {...field('day')} label="Jour" />
            <FieldRow>
              <TextField {...field('from')} label="De" type="time" size="short" required />
              <TextField {...field('to')} label="À" type="time" size="short" required />
              <TextField {...field('wanted')} label="Personnes" type="number" size="short" required />
            </FieldRow>
            <TextField {...field('place')} label="Où" />
            <TextField {...field('note')} label="À savoir" />
            <SubmitBar label="Enregistrer" cancelHref={officePaths.volunteers(event.id)} />
          </Form>
        }
        side={shift && <Beside exchange={exchange} event={event} shift={shift} typed={enrolled} />}
      />
    ),
  });
}

interface BesideProps {
  readonly exchange: Exchange;
  readonly event: StoredEvent;
  readonly shift: StoredShift;
  readonly typed: Typed;
}

/** To write someone down who phoned, and to take the shift away. */
function Beside({ exchange, event, shift, typed: { values, errors } }: BesideProps): JSX.Element {
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <>
      <Panel title={`${shift.takers.length} sur ${shift.wanted}`}>
        {shift.takers.length < shift.wanted && (
          <Form
            action={officePaths.enrol(event.id, shift.id)}
            label="Inscrire quelqu’un"
            errors={summaryOf(errors)}
            hidden={{ [formKeyField]: exchange.ctx.newId() }}
          >
            <TextField {...field('name')} label="Nom" required />
            <TextField {...field('phone')} label="Téléphone" type="tel" />
            <TextField
              {...field('email')}
              label="E-mail"
              hint="Facultatif : elle reçoit alors ses moments."
              type="email"
            />
            <SubmitBar label="Inscrire" />
          </Form>
        )}
      </Panel>
      {shift.takers.length === 0 && (
        <ActForm
          exchange={exchange}
          action={officePaths.removeShift(event.id, shift.id)}
          name={`Retirer ${shift.task}`}
        >
          Retirer ce moment
        </ActForm>
      )}
    </>
  );
}
