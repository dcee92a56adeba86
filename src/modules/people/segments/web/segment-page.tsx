import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import type { SegmentCondition } from '#platform/contributions/module.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ResultCount } from '#ui/components/filter-bar.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { BulkActForm, receiveBulkAct } from '../../list/web/bulk-acts.tsx';
import { deleteSegment } from '../commands/keep-segments.ts';
import { segmentPaths } from '../paths.ts';
import { readDefinition } from '../queries/read-definition.ts';
import { countSegment, idsOf, listSegment, reasonsOf } from '../queries/segment-people.ts';
import { savedSegment } from '../queries/segments.ts';
import { countWords } from './count-words.ts';
import { sendSegment } from './segment-file.ts';

type Known = () => readonly SegmentCondition[];
const pageSize = 50;

/** `GET /gestion/segments/<id>`: who is in it, and why; in a spreadsheet with `?format=`. */
export const showSegment = (known: Known) => async (exchange: Exchange) => {
  const { ctx } = exchange;
  const saved = await savedSegment(ctx.db, exchange.param('segment'));
  if (!saved) return exchange.notFound();
  const read = await readDefinition(ctx, known(), saved.definition);
  const format = exchange.query('format');
  if (format === 'csv' || format === 'xlsx') return sendSegment(exchange, format, saved.name, read);
  const count = await countSegment(ctx.db, read);
  const pages = Math.max(Math.ceil(count.total / pageSize), 1);
  const page = Math.min(Math.max(Math.trunc(Number(exchange.query('page'))) || 1, 1), pages);
  const people = await listSegment(ctx.db, read.people, { limit: pageSize, offset: (page - 1) * pageSize });
  const reasons = await reasonsOf(
    ctx,
    read,
    people.map(({ id }) => id),
  );
  const here = segmentPaths.segment(saved.id);
  return exchange.page({
    title: saved.name,
    layout: 'office',
    section: '/gestion/personnes',
    header: {
      trail: [
        { label: 'Personnes', href: '/gestion/personnes' },
        { label: 'Segments', href: segmentPaths.list },
      ],
      lead: read.sentence,
      actions: <ButtonLink href={segmentPaths.edit(saved.id)}>Modifier</ButtonLink>,
    },
    content: (
      <>
        {!read.people && (
          <Notice state="warning" title="Ce segment ne désigne plus personne">
            <p>Une condition est incomplète ou n’existe plus. Modifiez le segment pour qu’il compte de nouveau.</p>
          </Notice>
        )}
        <ResultCount count={countWords(read, count)} />
        <DataTable
          id="personnes"
          caption="Personnes de ce segment"
          quietCaption
          rows={people}
          rowId={({ id }) => id}
          rowName={({ name }) => name}
          columns={[
            { key: 'name', label: 'Nom', cell: ({ id, name }) => <a href={`/gestion/personnes/${id}`}>{name}</a> },
            { key: 'email', label: 'E-mail', cell: ({ email }) => email ?? '–' },
            { key: 'phone', label: 'Téléphone', cell: ({ phone }) => phone ?? '–' },
            { key: 'why', label: 'Pourquoi', cell: (person) => <Reasons of={reasons.get(person.id) ?? []} /> },
          ]}
          exports={{ csv: `${here}?format=csv`, xlsx: `${here}?format=xlsx` }}
          empty={
            <EmptyState title="Personne pour l’instant">
              <p>Dès que les conditions seront vraies de quelqu’un, son nom paraîtra ici.</p>
            </EmptyState>
          }
        />
        <Pagination page={page} pages={pages} hrefOf={(wanted) => `${here}?page=${wanted}`} />
        {count.total > 0 && (
          <BulkActForm action={segmentPaths.act(saved.id)} formKey={exchange.formKey} total={count.total} />
        )}
        <form method="post" action={segmentPaths.remove(saved.id)}>
          <input type="hidden" name={formKeyField} value={exchange.formKey} />
          <Button kind="quiet" icon="trash">
            Supprimer ce segment
          </Button>
        </form>
      </>
    ),
  });
};

function Reasons({ of }: { readonly of: readonly string[] }): JSX.Element {
  if (of.length === 0) return <>toute personne connue</>;
  return <>{of.join(' ; ')}</>;
}

/** `POST /gestion/segments/<id>/agir`: tags or gives a status to all of its people. */
export const receiveSegmentAct = (known: Known) => async (exchange: Exchange) => {
  const saved = await savedSegment(exchange.ctx.db, exchange.param('segment'));
  if (!saved) return exchange.notFound();
  const read = await readDefinition(exchange.ctx, known(), saved.definition);
  return receiveBulkAct(exchange, () => idsOf(exchange.ctx.db, read.people), segmentPaths.segment(saved.id));
};

/** `POST /gestion/segments/<id>/supprimer` */
export async function receiveRemoval(exchange: Exchange): Promise<Response> {
  const { key } = await exchange.form();
  const outcome = await execute(exchange.ctx, deleteSegment, { id: exchange.param('segment') }, { key });
  if (!outcome.ok) return exchange.notFound();
  return exchange.redirect(segmentPaths.list, {
    tone: 'success',
    text: `Le segment « ${outcome.value.name} » est supprimé. Les personnes sont toujours là.`,
  });
}
