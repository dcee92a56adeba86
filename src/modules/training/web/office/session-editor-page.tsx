import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Checkbox, RadioGroup } from '#ui/fields/checkbox.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { saveSession } from '../../commands/save-session.ts';
import { courseFormats, formatNames } from '../../domain/course.ts';
import { officePaths } from '../../paths.ts';
import type { TrainingDependencies } from '../../ports.ts';
import { allCourses } from '../../queries/stored-course.ts';
import { allTrainers, readSession, type StoredSession } from '../../queries/stored-session.ts';
import { venueChoices } from '../../queries/venue-choices.ts';
import { nothingTyped, typedWith, type TypedHere } from '../typed.ts';
import { HalfDayRows } from './half-day-rows.tsx';
import { sessionInputFrom } from './session-input.ts';
import { trail } from './trail.ts';

/** `GET /gestion/formations/sessions/ajouter` and `/:id/modifier`. */
export async function showSessionEditor(exchange: Exchange): Promise<Response> {
  const id = exchange.param('id');
  const session = id ? await readSession(exchange.ctx.db, id) : null;
  if (id && (!session || session.trashedAt)) return exchange.notFound();
  return editorPage(exchange, session, nothingTyped);
}

/** `POST` of the same. */
export async function receiveSession(exchange: Exchange, deps: TrainingDependencies): Promise<Response> {
  const { ctx } = exchange;
  const id = exchange.param('id');
  const session = id ? await readSession(ctx.db, id) : null;
  if (id && !session) return exchange.notFound();
  const form = await exchange.form();
  const courseId = session?.courseId ?? form.values['courseId'] ?? '';
  const outcome = await execute(
    ctx,
    saveSession(deps.registrations),
    {
      id: session?.id ?? null,
      version: session ? Number(form.values['version']) : null,
      courseId,
      fields: await sessionInputFrom(ctx, deps, form, await allTrainers(ctx.db)),
    },
    { key: form.key },
  );
  if (!outcome.ok) return editorPage(exchange, session, typedWith(form, outcome), 422);
  return exchange.redirect(officePaths.session(outcome.value.id), {
    tone: 'success',
    text: session
      ? 'La session est enregistrée.'
      : 'La session est prête. Ouvrez-la aux inscriptions quand vous voulez.',
  });
}

async function editorPage(
  exchange: Exchange,
  session: StoredSession | null,
  typed: TypedHere,
  status = 200,
): Promise<Response> {
  const { ctx } = exchange;
  const [courses, trainers, venues] = await Promise.all([
    allCourses(ctx.db),
    allTrainers(ctx.db),
    venueChoices(ctx.db),
  ]);
  const { values, errors } = typed;
  const action = session ? officePaths.editSession(session.id) : officePaths.addSession;
  const asked = exchange.query('formation');
  return exchange.page({
    title: session ? 'Modifier la session' : 'Préparer une session',
    layout: 'office',
    section: officePaths.home,
    status,
    header: {
      trail: trail(...(session ? [{ label: 'Session', href: officePaths.session(session.id) }] : []), {
        label: session ? 'Modifier' : 'Préparer une session',
        href: action,
      }),
    },
    content:
      courses.length === 0 ? (
        <EmptyState
          title="D’abord, une formation"
          actions={<ButtonLink href={officePaths.addCourse}>Ajouter une formation</ButtonLink>}
        >
          <p>Une session reprend les textes d’une formation du catalogue.</p>
        </EmptyState>
      ) : (
        <Form
          action={action}
          label="Session"
          draft={`session-${session?.id ?? 'nouvelle'}`}
          errors={summaryOf(errors)}
          hidden={{ [formKeyField]: exchange.formKey, ...(session ? { version: String(session.version) } : {}) }}
        >
          {!session && (
            <Select
              name="courseId"
              label="Formation"
              required
              value={values['courseId'] ?? (isId(asked) ? asked : courses[0]?.id)}
              choices={courses.map(({ id, title }) => ({ value: id, label: title }))}
              error={errors['courseId']}
            />
          )}
          <HalfDayRows halfDays={session?.halfDays ?? []} trainers={trainers} typed={typed} />
          <RadioGroup
            name="attendance"
            label="Où ?"
            inline
            value={values['attendance'] ?? session?.attendance ?? 'onsite'}
            choices={courseFormats.map((value) => ({ value, label: formatNames[value] }))}
          />
          <FieldRow>
            <Select
              name="venueId"
              label="Lieu"
              placeholder="À préciser"
              value={values['venueId'] ?? session?.venueId ?? ''}
              choices={venues.map(({ id, name, city }) => ({
                value: id,
                label: [name, city].filter(Boolean).join(', '),
              }))}
              grow
            />
            <TextField
              name="placeNote"
              label="Précision"
              hint="« Salle du haut », « apporter un casque »."
              value={values['placeNote'] ?? session?.placeNote}
              error={errors['placeNote']}
              grow
            />
          </FieldRow>
          <TextField
            name="onlineLink"
            type="url"
            label="Lien pour suivre à distance"
            hint="Donné aux personnes inscrites seulement."
            value={values['onlineLink'] ?? session?.onlineLink}
            error={errors['onlineLink']}
          />
          <FieldRow>
            <TextField
              name="minTrainees"
              label="Au moins"
              size="short"
              inputmode="numeric"
              value={values['minTrainees'] ?? String(session?.minTrainees ?? 4)}
              error={errors['minTrainees']}
            />
            <TextField
              name="maxTrainees"
              label="Places"
              size="short"
              inputmode="numeric"
              value={values['maxTrainees'] ?? String(session?.maxTrainees ?? 12)}
              error={errors['maxTrainees']}
            />
            <DateField
              name="decideOn"
              label="Décider avant le"
              hint="Vide : elle a lieu de toute façon."
              value={values['decideOn'] ?? session?.decideOn?.toString()}
              error={errors['decideOn']}
            />
          </FieldRow>
          <FieldRow>
            <TextField
              name="funder"
              label="Financeur"
              hint="« Uniformation », « FDVA 2026 », « Région »."
              value={values['funder'] ?? session?.funder}
              error={errors['funder']}
              grow
            />
            <TextField
              name="partners"
              label="Avec (partenaires)"
              hint="Séparés par des virgules."
              value={values['partners'] ?? session?.partners.map(({ name }) => name).join(', ')}
              error={errors['partners']}
              grow
            />
          </FieldRow>
          <Checkbox
            name="isPrivate"
            label="Réservée : hors de l’agenda, le pôle inscrit lui-même"
            checked={Object.keys(values).length > 0 ? values['isPrivate'] === 'oui' : session?.isPrivate}
          />
          <TextArea
            name="note"
            label="Note pour l’équipe"
            rows={3}
            value={values['note'] ?? session?.note}
            error={errors['note']}
          />
          <SubmitBar
            label={session ? 'Enregistrer' : 'Préparer la session'}
            cancelHref={session ? officePaths.session(session.id) : officePaths.home}
          />
        </Form>
      ),
  });
}
