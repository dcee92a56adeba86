import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { FileField } from '#ui/fields/file-field.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { officePaths } from '../../paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { refusalText } from '../../web/texts.ts';
import { saveSource } from '../commands/save-source.ts';
import { readingTexts } from '../domain/reading-texts.ts';
import { sourcePaths } from '../paths.ts';
import { readSource } from '../queries/sources.ts';
import { mostBytes } from '../read/read-apart.ts';
import { readBytes, takeReading } from '../read-now.ts';
import { withoutPrefix } from './add-source-page.tsx';
import { emptySource, fieldsFrom, SourceFieldsForm, typedFrom, type TypedSource } from './source-form.tsx';

/** `GET /gestion/agenda/sources/fichier`: a calendar given once. */
export function showFile(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  return draw(exchange, deps, emptySource, {});
}

/** `POST /gestion/agenda/sources/fichier` */
export async function receiveFile(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const { ctx } = exchange;
  const form = await exchange.form();
  const typed = typedFrom(form);
  const file = form.file('file');
  if (!file || file.size === 0) return draw(exchange, deps, typed, { file: 'Choisissez un fichier.' }, 422);
  if (file.size > mostBytes) return draw(exchange, deps, typed, { file: readingTexts.too_large }, 422);
  const read = await readBytes(ctx, new Uint8Array(await file.arrayBuffer()));
  if (!read.ok) return draw(exchange, deps, typed, { file: readingTexts[read.reason] }, 422);
  const { fields, errors } = await fieldsFrom(ctx, deps, typed);
  if (Object.keys(errors).length > 0) return draw(exchange, deps, typed, errors, 422);
  const name = typed.values['name'] || read.reading.name || file.name.slice(0, 160);
  const saved = await execute(
    ctx,
    saveSource,
    { id: null, version: null, fields: { ...fields, name, url: null } as never },
    form.key ? { key: form.key } : {},
  );
  if (!saved.ok) {
    const wrong = saved.reason === 'invalid' ? withoutPrefix(saved.fields) : { '': refusalText(saved.reason) };
    return draw(exchange, deps, typed, wrong, 422);
  }
  const source = await readSource(ctx.db, saved.value.id);
  // Sent twice, the same form finds its source already read.
  if (source && source.checkedAt === null)
    await takeReading(ctx, deps, source, read.reading, { etag: null, lastModified: null, isWhole: false });
  return exchange.redirect(sourcePaths.source(saved.value.id), {
    tone: 'success',
    text: 'Ce fichier est lu : voici ce qui en est venu.',
  });
}

async function draw(
  exchange: Exchange,
  deps: AgendaDependencies,
  typed: TypedSource,
  errors: Readonly<Record<string, string>>,
  status = 200,
): Promise<Response> {
  const [themes, audiences] = await Promise.all([deps.themes(exchange.ctx), deps.audiences(exchange.ctx)]);
  const list = Object.entries(errors).map(([field, message]) => ({ ...(field ? { field } : {}), message }));
  return exchange.page({
    title: 'Déposer un fichier de calendrier',
    layout: 'office',
    status,
    section: officePaths.list,
    header: {
      trail: [
        { label: 'Agenda', href: officePaths.list },
        { label: 'Calendriers suivis', href: sourcePaths.list },
      ],
      lead: <p>Un fichier .ics, exporté d’un autre agenda. Seuls les rendez-vous à venir sont pris.</p>,
    },
    content: (
      <Form action={sourcePaths.file} hidden={{ [formKeyField]: exchange.formKey }} errors={list} withFiles>
        <FileField
          name="file"
          label="Fichier"
          hint="Deux mégaoctets au plus."
          accept=".ics,text/calendar,application/json"
          error={errors['file']}
          required
        />
        <SourceFieldsForm typed={typed} errors={errors} lists={{ themes, audiences }} />
        <SubmitBar label="Lire ce fichier" cancelHref={sourcePaths.list} />
      </Form>
    ),
  });
}
