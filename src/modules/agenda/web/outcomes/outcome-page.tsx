import { noPhoto, photoChoiceOf, photosWanted, recentPhotos, takePhoto } from '#modules/photos/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange, SentForm } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { takeFile } from '#platform/stored-files/index.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Form } from '#ui/fields/form.tsx';
import { dismissOutcomes, saveOutcome } from '../../commands/outcomes/save-outcome.ts';
import { whenInWords } from '../../domain/when-in-words.ts';
import { outcomeOffice } from '../../outcome-paths.ts';
import { eventPath, occurrencePath, officePaths } from '../../paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { occurrencesOf, type EventOccurrence } from '../../queries/occurrences-of.ts';
import { outcomeOf, withMedia, type ShownOutcome } from '../../queries/outcomes/outcomes-of.ts';
import { refusalText } from '../texts.ts';
import { addedFile, addedPhoto, figureRows, OutcomeForm, type TypedOutcome } from './outcome-form.tsx';

/** `GET /gestion/agenda/bilans/:id`: what came out of one date. */
export async function showOutcome(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const date = await pastDate(exchange);
  return date ? outcomePage(exchange, deps, date) : exchange.notFound();
}

/** `POST /gestion/agenda/bilans/:id` */
export async function receiveOutcome(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const date = await pastDate(exchange);
  if (!date) return exchange.notFound();
  const { ctx } = exchange;
  const form = await exchange.form();
  const { values, key } = form;
  if (values['act'] === 'dismiss') {
    await execute(ctx, dismissOutcomes, { occurrenceIds: [date.id] }, { key });
    return exchange.redirect(outcomeOffice.list, { tone: 'success', text: 'On n’en parlera plus.' });
  }
  const [photo, file, stored] = [
    await takePhoto(ctx, deps.ports, form, addedPhoto),
    await takeFile(ctx, deps.ports.files, form, addedFile, { visibility: 'public' }),
    await outcomeOf(ctx.db, date.id),
  ];
  const typed = { form, values, photo: photoChoiceOf(photo, form, addedPhoto) };
  const uploads = { ...(photo.ok ? {} : photo.fields), ...(file.ok ? {} : file.fields) };
  if (!photo.ok || !file.ok) return outcomePage(exchange, deps, date, { ...typed, errors: uploads });
  const kept = (ids: readonly string[], what: string): string[] => ids.filter((id) => !values[`remove-${what}-${id}`]);
  const added = (id: string | null): string[] => (id ? [id] : []);
  const outcome = await execute(
    ctx,
    saveOutcome,
    {
      occurrenceId: date.id,
      version: Number(values['version']) || 0,
      fields: {
        ...textsOf(values),
        photos: [...new Set([...kept(stored?.photos ?? [], 'photo'), ...added(photo.value.imageId)])],
        files: [...kept(stored?.files ?? [], 'file'), ...added(file.value.fileId)],
      },
    },
    { key },
  );
  if (outcome.ok) {
    const text = 'C’est enregistré : la page du rendez-vous le raconte.';
    const again = `${outcomeOffice.outcome(date.id)}#champ-photo`;
    const path = values['again'] ? again : occurrencePath(outcome.value.slug, date.originalLocal.toString());
    return exchange.redirect(path, { tone: 'success', text });
  }
  const fields = Object.entries(outcome.fields).map(([name, message]) => [name.replace(/^fields\./, ''), message]);
  const errors = fields.length > 0 ? Object.fromEntries(fields) : { '': refusalText(outcome.reason) };
  return outcomePage(exchange, deps, date, { ...typed, errors });
}

/** What the fields say, the rows of figures left empty taken out. */
function textsOf(values: Readonly<Record<string, string>>) {
  const text = (name: string): string => values[name] ?? '';
  const rows = Array.from({ length: figureRows }, (_, index) => ({
    value: text(`figures.${index}.value`),
    label: text(`figures.${index}.label`),
  }));
  return {
    words: text('words'),
    attended: text('attended').trim() === '' ? null : Number(text('attended')),
    decisions: text('decisions'),
    nextSteps: text('nextSteps'),
    thanks: text('thanks'),
    figures: rows.filter(({ value, label }) => value.trim() !== '' || label.trim() !== ''),
  };
}

async function pastDate(exchange: Exchange): Promise<EventOccurrence | null> {
  const { ctx } = exchange;
  const id = exchange.param('id');
  const [date] = isId(id) ? await occurrencesOf(ctx.db, { occurrenceIds: [id] }) : [];
  const isPast = date && Temporal.Instant.compare(date.startsAt, ctx.clock.now()) <= 0;
  return isPast && !date.isLeftover ? date : null;
}

async function outcomePage(
  exchange: Exchange,
  deps: AgendaDependencies,
  date: EventOccurrence,
  typed?: TypedOutcome & { form: SentForm },
): Promise<Response> {
  const { ctx } = exchange;
  const [row, counted, recent] = await Promise.all([
    outcomeOf(ctx.db, date.id),
    deps.registration.attended(ctx, date.id),
    recentPhotos(ctx, typed ? photosWanted(typed.form, addedPhoto, typed.photo) : {}),
  ]);
  const stored = row && (await withMedia(ctx.db, row));
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  return exchange.page({
    title: `Ce qu’il en est sorti : ${date.title}`,
    layout: 'office',
    section: officePaths.list,
    sheets: ['agenda'],
    status: typed ? 422 : 200,
    header: {
      title: 'Que s’est-il passé ?',
      facts: `${date.title} · ${whenInWords(date, { today, zone: ctx.zone })}`,
      trail: [
        { label: 'Agenda', href: officePaths.list },
        { label: 'Bilans', href: outcomeOffice.list },
        { label: date.title, href: outcomeOffice.outcome(date.id) },
      ],
      actions: (
        <>
          <ButtonLink kind="ghost" icon="users" href={deps.registration.officePath(date.eventId)}>
            Inscriptions
          </ButtonLink>
          {date.isPublic && (
            <ButtonLink kind="ghost" icon="eye" href={eventPath(date.slug)}>
              Voir la page
            </ButtonLink>
          )}
        </>
      ),
    },
    content: (
      <Columns
        main={
          <OutcomeForm
            {...{ exchange, stored, recent, counted }}
            occurrenceId={date.id}
            typed={typed ?? asStored(stored, counted)}
          />
        }
        side={<Side exchange={exchange} occurrenceId={date.id} isSilent={row === null} />}
      />
    ),
  });
}

function asStored(stored: ShownOutcome | null, counted: number | null): TypedOutcome {
  const attended = stored?.attended ?? (stored ? null : counted);
  const values: Record<string, string> = {
    attended: attended === null ? '' : String(attended),
    words: stored?.words ?? '',
    decisions: stored?.decisions ?? '',
    nextSteps: stored?.nextSteps ?? '',
    thanks: stored?.thanks ?? '',
  };
  for (const [index, { value, label }] of (stored?.figures ?? []).entries()) {
    values[`figures.${index}.value`] = value;
    values[`figures.${index}.label`] = label;
  }
  return { values, photo: noPhoto, errors: {} };
}

function Side({
  exchange,
  occurrenceId,
  isSilent,
}: {
  readonly exchange: Exchange;
  readonly occurrenceId: string;
  readonly isSilent: boolean;
}) {
  return (
    <>
      <Panel title="À quoi ça sert ?">
        <p>La page du rendez-vous raconte ce qui en est sorti : celles et ceux qui n’ont pas pu venir le lisent.</p>
        <p>Le nombre de personnes compte dans les chiffres de l’année.</p>
      </Panel>
      {isSilent && (
        <Panel title="Rien à raconter ?">
          <Form
            action={outcomeOffice.outcome(occurrenceId)}
            label="Rien à raconter"
            hidden={{ [formKeyField]: exchange.ctx.newId(), act: 'dismiss' }}
          >
            <Button kind="ghost">Ne plus me le demander</Button>
          </Form>
        </Panel>
      )}
    </>
  );
}
