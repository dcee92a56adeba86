import { execute } from '#platform/command/execute.ts';
import type { SegmentCondition } from '#platform/contributions/module.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { addSegment, editSegment } from '../commands/keep-segments.ts';
import type { SegmentDefinition } from '../domain/segment-definition.ts';
import { joinField, typedSegment } from '../domain/typed-segment.ts';
import { segmentPaths } from '../paths.ts';
import { readDefinition } from '../queries/read-definition.ts';
import { countSegment, listSegment } from '../queries/segment-people.ts';
import { savedSegment, type SavedSegment } from '../queries/segments.ts';
import { countWords } from './count-words.ts';
import { SegmentForm } from './segment-form.tsx';

type Known = () => readonly SegmentCondition[];

interface Typed {
  name: string;
  definition: SegmentDefinition;
  errors?: Readonly<Record<string, string>>;
}

async function formPage(exchange: Exchange, known: Known, saved: SavedSegment | null, typed: Typed): Promise<Response> {
  const { ctx } = exchange;
  const errors = typed.errors ?? {};
  const read = await readDefinition(ctx, known(), typed.definition);
  const [count, sample] = await Promise.all([
    countSegment(ctx.db, read),
    listSegment(ctx.db, read.people, { limit: 8, offset: 0 }),
  ]);
  return exchange.page({
    title: saved ? `Modifier « ${saved.name} »` : 'Nouveau segment',
    layout: 'office',
    section: '/gestion/personnes',
    status: Object.keys(errors).length > 0 ? 422 : 200,
    header: {
      trail: [
        { label: 'Personnes', href: '/gestion/personnes' },
        { label: 'Segments', href: segmentPaths.list },
      ],
      lead: 'Dites de qui vous parlez : le nombre suit à chaque condition.',
    },
    content: (
      <SegmentForm
        action={saved ? segmentPaths.edit(saved.id) : segmentPaths.add}
        formKey={exchange.formKey}
        version={saved?.version ?? 0}
        name={typed.name}
        read={read}
        count={count}
        sample={sample}
        known={known()}
        errors={errors}
      />
    ),
  });
}

/** `GET /gestion/segments/nouveau`, the segment being in the address. */
export const showNewSegment = (known: Known) => (exchange: Exchange) =>
  formPage(exchange, known, null, {
    name: exchange.query('name').slice(0, 120),
    definition: typedSegment((name) => exchange.query(name)),
  });

/** `GET /gestion/segments/<id>/modifier`: as saved, or as the address says it. */
export const showEditSegment = (known: Known) => async (exchange: Exchange) => {
  const saved = await savedSegment(exchange.ctx.db, exchange.param('segment'));
  if (!saved) return exchange.notFound();
  const isTyped = exchange.query(joinField) !== '';
  return formPage(exchange, known, saved, {
    name: isTyped ? exchange.query('name').slice(0, 120) : saved.name,
    definition: isTyped ? typedSegment((name) => exchange.query(name)) : saved.definition,
  });
};

/** `POST`: saves the segment, once its conditions say something. */
export const receiveSegment = (known: Known) => async (exchange: Exchange) => {
  const id = exchange.param('segment');
  const saved = id ? await savedSegment(exchange.ctx.db, id) : null;
  if (id && !saved) return exchange.notFound();
  const { values, key } = await exchange.form();
  const typed = { name: values['name'] ?? '', definition: typedSegment((name) => values[name] ?? '') };
  const read = await readDefinition(exchange.ctx, known(), typed.definition);
  const unsound = read.conditions.findIndex((condition) => condition.needsValue || condition.known === null);
  if (unsound >= 0)
    return formPage(exchange, known, saved, {
      ...typed,
      errors: { [`valeur.${unsound}`]: `Complétez la condition ${unsound + 1}, ou retirez-la.` },
    });
  const outcome = saved
    ? await execute(exchange.ctx, editSegment, { id: saved.id, version: values['version'], ...typed }, { key })
    : await execute(exchange.ctx, addSegment, typed, { key });
  if (!outcome.ok) return formPage(exchange, known, saved, { ...typed, errors: outcome.fields });
  return exchange.redirect(segmentPaths.segment(outcome.value.id), {
    tone: 'success',
    text: `Le segment « ${typed.name.trim()} » est enregistré.`,
  });
};

/** `GET /gestion/segments/compte`: how many, as the form stands. */
export const sendCount = (known: Known) => async (exchange: Exchange) => {
  const read = await readDefinition(
    exchange.ctx,
    known(),
    typedSegment((name) => exchange.query(name)),
  );
  const count = await countSegment(exchange.ctx.db, read);
  return exchange.http.json({ ...count, words: countWords(read, count), sentence: read.sentence });
};
