import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { formatDate, formatDateTime, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { Button } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { eventStatusNames } from '../../domain/event-status.ts';
import { officePaths } from '../../paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { refusalText } from '../../web/texts.ts';
import { saveSource } from '../commands/save-source.ts';
import { sourcePaths } from '../paths.ts';
import { eventsOfSource, type SourceEventLine } from '../queries/events-of-source.ts';
import { readSource, type AgendaSource } from '../queries/sources.ts';
import { withoutPrefix } from './add-source-page.tsx';
import { Problems } from './reading-preview.tsx';
import { fieldsFrom, SourceFieldsForm, typedFrom, typedOf, type TypedSource } from './source-form.tsx';
import { stateInWords } from './sources-page.tsx';

const mostEvents = 100;

/** `GET /gestion/agenda/sources/:id` */
export async function showSource(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const source = await sourceAsked(exchange);
  if (!source) return exchange.notFound();
  const { ctx } = exchange;
  const named = source.organizationId ? await deps.organizations.named(ctx, [source.organizationId]) : null;
  const organizer = named?.get(source.organizationId ?? '')?.name ?? source.organizerName;
  return draw(exchange, deps, source, { typed: typedOf(source, organizer), errors: {} });
}

/** `POST /gestion/agenda/sources/:id` */
export async function receiveSource(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const source = await sourceAsked(exchange);
  if (!source) return exchange.notFound();
  const form = await exchange.form();
  const typed = typedFrom(form);
  const { fields, errors } = await fieldsFrom(exchange.ctx, deps, typed);
  if (Object.keys(errors).length > 0) return draw(exchange, deps, source, { typed, errors }, 422);
  const wanted = { ...fields, url: source.url === null ? null : fields['url'] };
  const saved = await execute(
    exchange.ctx,
    saveSource,
    { id: source.id, version: Number(form.values['version']), fields: wanted as never },
    form.key ? { key: form.key } : {},
  );
  if (saved.ok)
    return exchange.redirect(sourcePaths.source(source.id), {
      tone: 'success',
      text: 'C’est enregistré. Tout sera relu dans l’heure.',
    });
  const wrong = saved.reason === 'invalid' ? withoutPrefix(saved.fields) : { '': refusalText(saved.reason) };
  return draw(exchange, deps, source, { typed, errors: wrong }, saved.reason === 'edited_meanwhile' ? 409 : 422);
}

export async function sourceAsked(exchange: Exchange): Promise<AgendaSource | null> {
  const id = exchange.param('id');
  return isId(id) ? readSource(exchange.ctx.db, id) : null;
}

async function draw(
  exchange: Exchange,
  deps: AgendaDependencies,
  source: AgendaSource,
  { typed, errors }: { typed: TypedSource; errors: Readonly<Record<string, string>> },
  status = 200,
): Promise<Response> {
  const { ctx } = exchange;
  const [themes, audiences, events] = await Promise.all([
    deps.themes(ctx),
    deps.audiences(ctx),
    eventsOfSource(ctx.db, source.id, mostEvents),
  ]);
  const list = Object.entries(errors).map(([field, message]) => ({ ...(field ? { field } : {}), message }));
  return exchange.page({
    title: source.name,
    layout: 'office',
    status,
    section: officePaths.list,
    header: {
      trail: [
        { label: 'Agenda', href: officePaths.list },
        { label: 'Calendriers suivis', href: sourcePaths.list },
      ],
      facts: stateInWords(source),
    },
    content: (
      <Columns
        main={
          <>
            <Form
              action={sourcePaths.source(source.id)}
              hidden={{ [formKeyField]: exchange.formKey, version: String(source.version) }}
              errors={list}
            >
              {source.url !== null && (
                <TextField
                  name="url"
                  type="url"
                  label="Adresse"
                  value={typed.values['url']}
                  error={errors['url']}
                  required
                />
              )}
              {source.apiKey !== '' && (
                <TextField
                  name="apiKey"
                  label="Nouvelle clé OpenAgenda"
                  hint="Vide, la clé enregistrée est gardée."
                  error={errors['apiKey']}
                />
              )}
              <SourceFieldsForm typed={typed} errors={errors} lists={{ themes, audiences }} />
              <SubmitBar label="Enregistrer" />
            </Form>
            <section>
              <h2>Ce qui en est venu</h2>
              {events.length === 0 ? (
                <p>Rien encore.</p>
              ) : (
                <ul class="plain-list">
                  {events.map((event) => (
                    <EventLine exchange={exchange} source={source} event={event} />
                  ))}
                </ul>
              )}
            </section>
          </>
        }
        side={<Following exchange={exchange} source={source} />}
      />
    ),
  });
}

function EventLine({
  exchange,
  source,
  event,
}: {
  readonly exchange: Exchange;
  readonly source: AgendaSource;
  readonly event: SourceEventLine;
}): JSX.Element {
  return (
    <li>
      <a href={officePaths.event(event.eventId)}>{event.title}</a>
      {`, ${formatDate(event.startsOn)} · ${eventStatusNames[event.status]}${event.isGone ? ' · n’est plus dans la source' : ''}${event.isDetached ? ' · détaché' : ''}`}
      <form method="post" action={sourcePaths.detach(source.id)} class="inline">
        <input type="hidden" name={formKeyField} value={exchange.formKey} />
        <input type="hidden" name="evenement" value={event.eventId} />
        <input type="hidden" name="detache" value={event.isDetached ? 'non' : 'oui'} />
        <Button kind="quiet" small aria-label={`${event.isDetached ? 'Rattacher' : 'Détacher'} « ${event.title} »`}>
          {event.isDetached ? 'Suivre de nouveau' : 'Détacher'}
        </Button>
      </form>
    </li>
  );
}

function Following({ exchange, source }: { readonly exchange: Exchange; readonly source: AgendaSource }): JSX.Element {
  const { report, checkedAt, problem } = source;
  const { zone } = exchange.hub;
  const act = (value: string, label: string) => (
    <form method="post" action={sourcePaths.act(source.id)}>
      <input type="hidden" name={formKeyField} value={exchange.formKey} />
      <Button kind={value === 'remove' ? 'quiet' : 'ghost'} name="acte" value={value}>
        {label}
      </Button>
    </form>
  );
  return (
    <Panel title="Suivi">
      {problem && (
        <Notice state="warning">
          <p>{problem}</p>
        </Notice>
      )}
      <p>{checkedAt ? `Lu le ${formatDateTime(checkedAt, { zone })}.` : 'Pas encore lu.'}</p>
      {report && (
        <p>
          {`${plural(report.found, 'rendez-vous trouvé', 'rendez-vous trouvés')}, ${plural(report.taken, 'retenu', 'retenus')} : ${plural(report.added, 'nouveau', 'nouveaux')}, ${plural(report.changed, 'modifié', 'modifiés')}, ${plural(report.cancelled, 'annulé', 'annulés')}, ${plural(report.joined, 'déjà connu', 'déjà connus')}.`}
        </p>
      )}
      <Problems problems={report?.problems ?? []} />
      {source.url !== null && (
        <form method="post" action={sourcePaths.check(source.id)}>
          <input type="hidden" name={formKeyField} value={exchange.formKey} />
          <Button>Vérifier maintenant</Button>
        </form>
      )}
      {source.url !== null && (source.isPaused ? act('resume', 'Suivre de nouveau') : act('pause', 'Mettre en pause'))}
      {act('remove', 'Ne plus suivre')}
      <p class="facts">
        Ce que vous changez à la main dans un rendez-vous reste comme vous l’avez écrit, même si la source change. Ne
        plus suivre garde les rendez-vous déjà venus.
      </p>
    </Panel>
  );
}
