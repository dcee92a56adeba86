import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { officePaths } from '../../paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { refusalText } from '../../web/texts.ts';
import { saveSource, sourceFields } from '../commands/save-source.ts';
import { sourcePaths } from '../paths.ts';
import { readSource } from '../queries/sources.ts';
import type { IncomingEvent, Reading } from '../read/incoming-event.ts';
import { askSource, followSource, takenOf } from '../read-now.ts';
import { ReadingPreview } from './reading-preview.tsx';
import { emptySource, fieldsFrom, SourceFieldsForm, typedFrom, type TypedSource } from './source-form.tsx';

interface Shown {
  typed: TypedSource;
  errors: Readonly<Record<string, string>>;
  preview: { reading: Reading; taken: readonly IncomingEvent[] } | null;
  problem: string;
}

/** `GET /gestion/agenda/sources/ajouter` */
export function showAddSource(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  return draw(exchange, deps, { typed: emptySource, errors: {}, preview: null, problem: '' });
}

/** `POST /gestion/agenda/sources/ajouter`: tries the address and shows what would come, or follows it. */
export async function receiveAddSource(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const { ctx } = exchange;
  const form = await exchange.form();
  const typed = typedFrom(form);
  const { fields, errors } = await fieldsFrom(ctx, deps, typed);
  const asked = {
    url: typed.values['url'] ?? '',
    apiKey: typed.values['apiKey'] ?? '',
    etag: null,
    lastModified: null,
  };
  if (form.values['acte'] === 'essayer') {
    const address = sourceFields.shape.url.safeParse(asked.url);
    if (!address.success)
      return draw(
        exchange,
        deps,
        { typed, errors: { url: address.error.issues[0]?.message ?? '' }, preview: null, problem: '' },
        422,
      );
    const answer = await askSource(ctx, deps.ports, asked);
    if (answer.is !== 'read')
      return draw(
        exchange,
        deps,
        { typed, errors, preview: null, problem: answer.is === 'failed' ? answer.problem : '' },
        422,
      );
    const { reading } = answer;
    const filter = {
      words: typed.values['words'] ?? '',
      towns: (fields['towns'] as string[]) ?? [],
      types: sourceFields.shape.types.catch([]).parse(typed.types),
    };
    const named = { ...typed, values: { ...typed.values, name: typed.values['name'] || reading.name } };
    return draw(exchange, deps, {
      typed: named,
      errors,
      preview: { reading, taken: takenOf(ctx, filter, reading) },
      problem: '',
    });
  }
  if (Object.keys(errors).length > 0) return draw(exchange, deps, { typed, errors, preview: null, problem: '' }, 422);
  const saved = await execute(
    ctx,
    saveSource,
    { id: null, version: null, fields: fields as never },
    form.key ? { key: form.key } : {},
  );
  if (!saved.ok) {
    const wrong = saved.reason === 'invalid' ? withoutPrefix(saved.fields) : { '': refusalText(saved.reason) };
    return draw(exchange, deps, { typed, errors: wrong, preview: null, problem: '' }, 422);
  }
  const source = await readSource(ctx.db, saved.value.id);
  if (source && source.checkedAt === null) await followSource(ctx, deps, deps.ports, source);
  return exchange.redirect(sourcePaths.source(saved.value.id), {
    tone: 'success',
    text: 'Ce calendrier est suivi : il sera relu chaque heure.',
  });
}

/** Errors by the names of the form. */
export function withoutPrefix(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, message]) => [name.replace(/^fields\./, '').split('.')[0] ?? name, message]),
  );
}

async function draw(
  exchange: Exchange,
  deps: AgendaDependencies,
  { typed, errors, preview, problem }: Shown,
  status = 200,
): Promise<Response> {
  const [themes, audiences] = await Promise.all([deps.themes(exchange.ctx), deps.audiences(exchange.ctx)]);
  const list = Object.entries(errors).map(([field, message]) => ({ ...(field ? { field } : {}), message }));
  return exchange.page({
    title: 'Suivre un calendrier',
    layout: 'office',
    status,
    section: officePaths.list,
    header: {
      trail: [
        { label: 'Agenda', href: officePaths.list },
        { label: 'Calendriers suivis', href: sourcePaths.list },
      ],
    },
    content: (
      <Form action={sourcePaths.add} hidden={{ [formKeyField]: exchange.formKey }} errors={list}>
        {problem && (
          <Notice state="warning" title="Cette adresse n’a rien donné">
            <p>{problem}</p>
          </Notice>
        )}
        {preview && <ReadingPreview {...preview} />}
        <TextField
          name="url"
          type="url"
          label="Adresse"
          hint="Celle d’un calendrier (elle finit souvent par .ics), d’un agenda OpenAgenda, ou d’une page qui annonce des rendez-vous."
          value={typed.values['url']}
          error={errors['url']}
          required
        />
        <details class="more" open={Boolean(typed.values['apiKey'])}>
          <summary>C’est un agenda OpenAgenda</summary>
          <TextField
            name="apiKey"
            label="Clé de lecture"
            hint="Elle se trouve dans les réglages de votre compte OpenAgenda. L’adresse est alors https://openagenda.com/agendas/ suivi du numéro de l’agenda."
            value={typed.values['apiKey']}
            error={errors['apiKey']}
          />
        </details>
        <Button kind="ghost" name="acte" value="essayer">
          Essayer cette adresse
        </Button>
        <SourceFieldsForm typed={typed} errors={errors} lists={{ themes, audiences }} />
        <SubmitBar label="Suivre ce calendrier" cancelHref={sourcePaths.list} />
      </Form>
    ),
  });
}
