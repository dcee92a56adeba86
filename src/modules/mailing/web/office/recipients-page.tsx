import { pageAsked, pagesFor } from '#modules/hub/index.ts';
import { formatNumber, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { csvContentType, csvStream, type ExportColumn } from '#platform/spreadsheet-export/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable, type Column } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { basisNames, whyNotNames } from '../../domain/why-names.ts';
import { paths } from '../../paths.ts';
import type { MailingDependencies } from '../../ports.ts';
import { audienceCounts, audienceLines, type AudienceAsked, type AudienceLine } from '../../queries/audience.ts';
import { withoutMail, type OtherReader } from '../../queries/without-mail.ts';
import { fieldsOf, readDraft } from './draft.ts';

const aPage = 100;

/** What an address asks of an audience. */
export function askedBy(query: URLSearchParams): AudienceAsked {
  const draft = readDraft(fieldsOf(query));
  return { ...draft, items: draft.refs.map(({ kind, id }) => ({ kind, itemId: id })) };
}

/** `GET /gestion/envois/destinataires?…`: who receives a mailing, who does not, and why. */
export async function showRecipients(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const { ctx, url } = exchange;
  const asked = askedBy(url.searchParams);
  const isOther = exchange.query('voir') === 'autrement';
  const why = isOther ? undefined : exchange.query('voir') || '';
  const page = pageAsked(exchange.query('page'));
  const [counts, lines, others] = await Promise.all([
    audienceCounts(ctx, deps.segments, asked),
    isOther ? [] : audienceLines(ctx, deps.segments, asked, { limit: aPage, offset: (page - 1) * aPage, why }),
    withoutMail(ctx, deps.segments, asked),
  ]);
  const shown = why === '' ? counts.receive : (counts.left.find((one) => one.why === why)?.count ?? 0);
  const href = (voir: string, at = 1): string => {
    const query = new URLSearchParams(url.searchParams);
    query.delete('page');
    query.set('voir', voir);
    if (at > 1) query.set('page', String(at));
    return `${paths.recipientsOf}?${query.toString()}`;
  };
  return exchange.page({
    title: 'Destinataires',
    layout: 'office',
    section: paths.list,
    header: {
      lead: asked.subject === null ? undefined : `${plural(counts.receive, 'adresse')} recevraient ce message.`,
      trail: [
        { label: 'Envois', href: paths.list },
        { label: 'Destinataires', href: paths.recipientsOf },
      ],
    },
    content: (
      <>
        <Tabs
          label="Qui le reçoit, qui ne le reçoit pas"
          tabs={[
            { label: 'Le recevront', count: counts.receive, href: href(''), current: why === '' },
            ...counts.left.map((one) => ({
              label: whyNotNames[one.why] ?? one.why,
              count: one.count,
              href: href(one.why),
              current: why === one.why,
            })),
            { label: 'À joindre autrement', count: others.length, href: href('autrement'), current: isOther },
          ]}
        />
        {isOther ? (
          <OtherReaders others={others} query={url.searchParams.toString()} />
        ) : (
          <>
            <DataTable
              id="destinataires"
              caption="Destinataires"
              quietCaption
              columns={columns}
              rows={lines}
              rowId={(line) => line.address ?? line.personId ?? ''}
              rowName={(line) => line.name || (line.address ?? '')}
              exports={{ csv: `${paths.recipientsOf}.csv?${url.searchParams.toString()}` }}
              empty={
                <EmptyState title="Personne ici">
                  <p>Choisissez des groupes sur la page du message, ou un autre onglet.</p>
                </EmptyState>
              }
            />
            <Pagination page={page} pages={pagesFor(shown, aPage)} hrefOf={(at) => href(why ?? '', at)} />
          </>
        )}
      </>
    ),
  });
}

const columns: readonly Column<AudienceLine>[] = [
  {
    key: 'name',
    label: 'Qui',
    heads: true,
    cell: (line) =>
      line.personId ? (
        <a href={`/gestion/personnes/${line.personId}`}>{line.name || line.address}</a>
      ) : (
        line.name || line.address
      ),
  },
  { key: 'address', label: 'Adresse', cell: (line) => line.address ?? '' },
  { key: 'basis', label: 'À quel titre', cell: (line) => (line.basis ? basisNames[line.basis] : '') },
  { key: 'why', label: 'Pourquoi pas', cell: (line) => (line.why ? (whyNotNames[line.why] ?? line.why) : '') },
];

const otherColumns: readonly Column<OtherReader>[] = [
  {
    key: 'name',
    label: 'Qui',
    heads: true,
    cell: (reader) => <a href={`/gestion/personnes/${reader.personId}`}>{reader.name}</a>,
  },
  { key: 'phone', label: 'Téléphone', whole: true, cell: (reader) => reader.phone ?? '' },
  { key: 'postal', label: 'Adresse postale', cell: (reader) => reader.postal ?? '' },
  { key: 'note', label: 'À savoir', cell: (reader) => reader.note },
];

function OtherReaders({ others, query }: { readonly others: readonly OtherReader[]; readonly query: string }) {
  return (
    <>
      {others.some((reader) => reader.postal) && (
        <p class="actions">
          <ButtonLink kind="ghost" icon="download" href={`${paths.labels}?${query}`}>
            Étiquettes à coller ({formatNumber(others.filter((reader) => reader.postal).length)})
          </ButtonLink>
        </p>
      )}
      <DataTable
        id="autrement"
        caption="À appeler, ou à qui écrire"
        columns={otherColumns}
        rows={others}
        rowId={(reader) => reader.personId}
        rowName={(reader) => reader.name}
        exports={{ csv: `${paths.recipientsOf}.csv?${query}` }}
        empty={
          <EmptyState title="Le mail suffit">
            <p>Toutes les personnes de ce message ont une adresse, et aucune ne préfère le papier.</p>
          </EmptyState>
        }
      />
    </>
  );
}

/** `GET /gestion/envois/destinataires.csv?…`: the tab shown, to call or to check. */
export async function exportRecipients(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const { ctx, url } = exchange;
  const asked = askedBy(url.searchParams);
  const voir = exchange.query('voir');
  const body =
    voir === 'autrement'
      ? csvStream(otherExport, await withoutMail(ctx, deps.segments, asked))
      : csvStream(lineExport, await audienceLines(ctx, deps.segments, asked, { limit: 100_000, why: voir }));
  return exchange.http.body(body as never, 200, {
    'content-type': csvContentType,
    'content-disposition': 'attachment; filename="destinataires.csv"',
    'cache-control': 'private, no-store',
  });
}

const lineExport: ExportColumn<AudienceLine>[] = [
  { header: 'Nom', value: (line) => line.name },
  { header: 'Adresse', value: (line) => line.address ?? '' },
  { header: 'À quel titre', value: (line) => (line.basis ? basisNames[line.basis] : '') },
  { header: 'Pourquoi pas', value: (line) => (line.why ? (whyNotNames[line.why] ?? line.why) : '') },
];
const otherExport: ExportColumn<OtherReader>[] = [
  { header: 'Nom', value: (reader) => reader.name },
  { header: 'Téléphone', value: (reader) => reader.phone ?? '' },
  { header: 'Adresse postale', value: (reader) => reader.postal ?? '' },
  { header: 'À savoir', value: (reader) => reader.note },
];
