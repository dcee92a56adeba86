import type { JSX } from 'preact';
import { agendaPath, eventAt, eventPath } from '#modules/agenda/index.ts';
import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { capitalised, formatDate, formatTimeRange, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { CheckboxGroup } from '#ui/fields/checkbox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { RobotTrap, robotTrapField } from '#ui/fields/robot-trap.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { leaveShift } from '../../commands/leave-shift.ts';
import { takeShifts } from '../../commands/take-shifts.ts';
import { shiftInWords } from '../../domain/shift-words.ts';
import { linkPurposes, ownShiftsPath, programmePath, volunteersPath } from '../../paths.ts';
import type { ProgrammeDependencies } from '../../ports.ts';
import { openProgramme, type OpenProgramme } from '../../queries/open-programme.ts';
import { readShifts, readVolunteer, type StoredShift } from '../../queries/stored-programme.ts';
import { asPrivate } from '../private-page.ts';
import { errorsOf, untouched, type Typed } from '../typed.ts';

/** `GET /agenda/:slug/benevoles`: the shifts, and the form to take some. */
export async function showVolunteers(exchange: Exchange): Promise<Response> {
  const open = await openHere(exchange);
  return open ? volunteersPage(exchange, open, { typed: untouched, chosen: [] }) : exchange.notFound();
}

/** `POST /agenda/:slug/benevoles` */
export async function receiveVolunteer(exchange: Exchange, deps: ProgrammeDependencies): Promise<Response> {
  const open = await openHere(exchange);
  if (!open) return exchange.notFound();
  const form = await exchange.form();
  const { values, key } = form;
  const { event } = open;
  if (values[robotTrapField])
    return exchange.redirect(eventPath(event.slug), { tone: 'success', text: 'Merci de votre coup de main !' });
  const { name = '', email = '', phone = '' } = values;
  const chosen = form.all('shiftIds');
  const input = { eventId: event.id, shiftIds: chosen, name, email, phone };
  const outcome = await execute(exchange.ctx, takeShifts(deps), input, { key });
  if (!outcome.ok) return volunteersPage(exchange, open, { typed: { values, errors: errorsOf(outcome) }, chosen }, 422);
  const { token } = outcome.value;
  // Whether a mail or a phone was known, and what its owner took, is nobody else’s business: the link goes there and only there.
  if (email.trim())
    return exchange.redirect(programmePath(event.slug), {
      tone: 'success',
      text: 'Merci de votre coup de main ! Vos moments et le lien pour les libérer sont dans votre mail ; sinon, appelez-nous.',
    });
  return exchange.redirect(ownShiftsPath(event.slug, token), {
    tone: 'success',
    text: 'Merci de votre coup de main ! Gardez l’adresse de cette page : elle montre vos moments.',
  });
}

async function openHere({ ctx, param }: Exchange): Promise<OpenProgramme | null> {
  const open = await openProgramme(ctx, param('slug'));
  return open?.isPublic && open.programme.takesVolunteers ? open : null;
}

interface Taking {
  typed: Typed;
  chosen: readonly string[];
}

async function volunteersPage(
  exchange: Exchange,
  { event, programme }: OpenProgramme,
  { typed, chosen }: Taking,
  status = 200,
): Promise<Response> {
  const shifts = await readShifts(exchange.ctx.db, event.id);
  const { title } = event.fields;
  const isOpen = shifts.some((shift) => leftIn(shift) > 0);
  return exchange.page({
    title: `Donner un coup de main · ${title}`,
    description: `Les moments où ${title} a besoin de vous.`,
    section: agendaPath,
    sheets: ['agenda'],
    canonical: volunteersPath(event.slug),
    status,
    content: (
      <>
        <PageHeader
          trail={[
            { label: 'Agenda', href: agendaPath },
            { label: title, href: eventPath(event.slug) },
            { label: 'Coup de main' },
          ]}
          title="Donner un coup de main"
          lead={<p>{programme.volunteerNote || 'Une heure ou la journée : choisissez ce qui vous va.'}</p>}
        />
        {isOpen || chosen.length > 0 ? (
          <TakeForm exchange={exchange} slug={event.slug} shifts={shifts} taking={{ typed, chosen }} />
        ) : (
          <EmptyState title="Merci, il y a assez de monde">
            <p>Tous les moments sont pris. Venez profiter de la journée !</p>
          </EmptyState>
        )}
      </>
    ),
  });
}

const leftIn = ({ wanted, takers }: StoredShift): number => Math.max(0, wanted - takers.length);

function TakeForm({
  exchange,
  slug,
  shifts,
  taking: { typed, chosen },
}: {
  readonly exchange: Exchange;
  readonly slug: string;
  readonly shifts: readonly StoredShift[];
  readonly taking: Taking;
}): JSX.Element {
  const { values, errors } = typed;
  const days = Map.groupBy(shifts, ({ starts }) => starts.toPlainDate().toString());
  return (
    <Form
      action={volunteersPath(slug)}
      label="Donner un coup de main"
      errors={summaryOf(errors)}
      hidden={{ [formKeyField]: exchange.formKey }}
    >
      {[...days].map(([day, ofDay], at) => (
        <CheckboxGroup
          name="shiftIds"
          label={capitalised(formatDate(Temporal.PlainDate.from(day), { weekday: true }))}
          error={at === 0 ? errors['shiftIds'] : undefined}
          values={chosen}
          choices={ofDay.map((shift) => ({
            value: shift.id,
            label: `${formatTimeRange(shift.starts, shift.ends)}\u00a0: ${shift.task}`,
            hint: [shift.place, shift.note, leftInWords(shift)].filter(Boolean).join(' · '),
            disabled: leftIn(shift) === 0,
          }))}
        />
      ))}
      <TextField
        name="name"
        label="Votre nom"
        required
        autocomplete="name"
        value={values['name']}
        error={errors['name']}
      />
      <TextField
        name="email"
        label="E-mail"
        type="email"
        autocomplete="email"
        value={values['email']}
        error={errors['email']}
      />
      <TextField
        name="phone"
        label="Téléphone"
        type="tel"
        autocomplete="tel"
        value={values['phone']}
        error={errors['phone']}
      />
      <RobotTrap />
      <SubmitBar
        label="Je viens aider"
        cancelHref={programmePath(slug)}
        cancelLabel="Revenir au programme"
        note="Un e-mail ou un téléphone suffit. Nous les oublions un an après la journée."
      />
    </Form>
  );
}

function leftInWords(shift: StoredShift): string {
  const left = leftIn(shift);
  return left === 0 ? 'complet' : plural(left, 'place libre', 'places libres');
}

/** `GET /agenda/:slug/benevoles/:token`: someone’s own shifts, by her private link. */
export async function showOwnShifts(exchange: Exchange, deps: ProgrammeDependencies): Promise<Response> {
  const found = await ownShifts(exchange, deps);
  if (!found) return exchange.notFound();
  const { event, volunteer, shifts } = found;
  const response = await exchange.page({
    title: 'Vos moments',
    indexed: false,
    section: agendaPath,
    sheets: ['agenda'],
    content: (
      <>
        <PageHeader
          title="Vos moments"
          facts={<a href={eventPath(event.slug)}>{event.fields.title}</a>}
          lead={<p>Merci, {volunteer.name} ! Un empêchement ? Libérez la place, quelqu’un d’autre la prendra.</p>}
        />
        <ul class="own-shifts">
          {shifts.map((shift) => (
            <li>
              <p>
                <b>{capitalised(shiftInWords(shift))}</b>
              </p>
              {shift.note && <p>{shift.note}</p>}
              <Form
                action={exchange.url.pathname}
                label={`Libérer : ${shift.task}`}
                hidden={{ [formKeyField]: exchange.ctx.newId(), shiftId: shift.id }}
              >
                <Button kind="ghost" small aria-label={`Libérer ma place : ${shiftInWords(shift)}`}>
                  Libérer ma place
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      </>
    ),
  });
  return asPrivate(response);
}

/** `POST /agenda/:slug/benevoles/:token`: gives up one of them. */
export async function receiveOwnShift(exchange: Exchange, deps: ProgrammeDependencies): Promise<Response> {
  const found = await ownShifts(exchange, deps);
  if (!found) return exchange.notFound();
  const { values, key } = await exchange.form();
  const { event, volunteer } = found;
  const input = { eventId: event.id, shiftId: values['shiftId'] ?? '', volunteerId: volunteer.id };
  const outcome = await execute(exchange.ctx, leaveShift, input, { key });
  if (!outcome.ok)
    return exchange.redirect(exchange.url.pathname, { tone: 'warning', text: 'Cette place était déjà libérée.' });
  return outcome.value.isLast
    ? exchange.redirect(eventPath(event.slug), {
        tone: 'success',
        text: 'Votre place est libérée, et vos coordonnées oubliées. Merci de l’avoir dit.',
      })
    : exchange.redirect(exchange.url.pathname, { tone: 'success', text: 'Votre place est libérée.' });
}

async function ownShifts(exchange: Exchange, { links }: ProgrammeDependencies) {
  const id = links.read(linkPurposes.volunteer, exchange.hub.id, exchange.param('token'));
  const event = id === null ? null : await eventAt(exchange.ctx.db, exchange.param('slug'));
  if (id === null || !event || event.trashedAt) return null;
  const volunteer = await readVolunteer(exchange.ctx.db, event.id, id);
  if (!volunteer) return null;
  const shifts = (await readShifts(exchange.ctx.db, event.id)).filter(({ takers }) => takers.includes(id));
  return { event, volunteer, shifts };
}
