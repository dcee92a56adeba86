import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { csvContentType, csvStream, type ExportColumn } from '#platform/spreadsheet-export/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { classes } from '#ui/components/classes.ts';
import { DataTable, type Column } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar } from '#ui/components/filter-bar.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { SearchField } from '#ui/fields/search-field.tsx';
import { Select } from '#ui/fields/select.tsx';
import { foldForSearch } from '#platform/french/index.ts';
import { confirmPublications } from '../../../commands/resources/confirm-publications.ts';
import type { ReviewState } from '../../../domain/review-state.ts';
import { officePaths, publicationPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { tendedResources, type TendedResource } from '../../../queries/resources/tended-resources.ts';
import { resourceOffice, resourcesPath } from '../../../resource-paths.ts';
import { askedPage, listHref, pageOf } from '../../public/item/list-address.ts';
import { formatNames, refusalText } from '../../texts.ts';
import { libraryCounts, LibraryTabs } from './library-tabs.tsx';

const aPage = 50;

/** What the list may be narrowed to. */
const needs = [
  { slug: 'a-relire', label: 'À relire', is: ({ state }) => state === 'due' || state === 'expired' },
  { slug: 'bientot', label: 'À relire bientôt', is: ({ state }) => state === 'soon' },
  { slug: 'liens-morts', label: 'Un lien ne répond plus', is: ({ deadLinks }) => deadLinks > 0 },
  { slug: 'corrections', label: 'Correction proposée', is: ({ suggestions }) => suggestions > 0 },
  { slug: 'jamais-utile', label: 'Jamais dite utile', is: ({ votes }) => votes === 0 },
] as const satisfies readonly { slug: string; label: string; is: (line: TendedResource) => boolean }[];

export const reviewNames: Readonly<Record<ReviewState, string>> = {
  fine: 'À jour',
  soon: 'À relire bientôt',
  due: 'À relire',
  expired: 'Périmée',
};

function chosen(exchange: Exchange, all: readonly TendedResource[]) {
  const need = needs.find(({ slug }) => slug === exchange.query('etat'));
  const words = exchange.query('q').trim().slice(0, 200);
  const folded = foldForSearch(words);
  const rows = all.filter(
    (line) =>
      (!need || need.is(line)) &&
      (!folded || foldForSearch(`${line.title} ${line.content.publisher}`).includes(folded)),
  );
  return { rows, etat: need?.slug ?? '', q: words };
}

/** `GET /gestion/ressources`: the library, what needs care first. */
export async function showTendedResources(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const { ctx } = exchange;
  const [all, counts, { land }] = await Promise.all([
    tendedResources(ctx),
    libraryCounts(ctx),
    deps.hubLook(ctx.hubId),
  ]);
  const { rows, etat, q } = chosen(exchange, all);
  const { shown, pages, page } = pageOf(rows, askedPage(exchange.query('page')), aPage);
  const hrefOf = (at: number): string => listHref(resourceOffice.list, { etat, q, page: at });
  return exchange.page({
    title: 'La bibliothèque',
    layout: 'office',
    section: resourceOffice.list,
    publicHref: resourcesPath,
    header: {
      lead: 'Ce qui demande du soin vient en premier : périmé, à relire, lien mort, jamais utile.',
      actions: (
        <ButtonLink icon="plus" href={officePaths.add('resource')}>
          Ajouter une ressource
        </ButtonLink>
      ),
    },
    content: (
      <>
        <LibraryTabs current="list" counts={counts} />
        <FilterBar
          action={resourceOffice.list}
          label="Filtrer les ressources"
          submit="Filtrer"
          auto
          resetHref={resourceOffice.list}
        >
          <SearchField name="q" label="Un mot du titre" value={q} />
          <Select
            name="etat"
            label="À soigner"
            placeholder="Toutes"
            value={etat}
            choices={needs.map(({ slug, label, is }) => ({
              value: slug,
              label: `${label} (${all.filter(is).length})`,
            }))}
          />
        </FilterBar>
        <DataTable<TendedResource>
          id="ressources"
          caption={plural(rows.length, 'ressource publiée', 'ressources publiées')}
          rows={shown}
          rowId={({ id }) => id}
          rowName={({ title }) => title}
          columns={columns(ctx.zone)}
          exports={{ csv: listHref(resourceOffice.csv, { etat, q }) }}
          bulk={{
            action: resourceOffice.confirm,
            hidden: (
              <>
                <input type="hidden" name={formKeyField} value={exchange.formKey} />
                <input type="hidden" name="retour" value={hrefOf(page)} />
              </>
            ),
            actions: [{ value: 'toujours-juste', label: 'Toujours juste' }],
          }}
          empty={
            <EmptyState
              title={all.length === 0 ? 'La bibliothèque est vide' : 'Rien à soigner ici'}
              territory={land}
              actions={<ButtonLink href={officePaths.add('resource')}>Ajouter une ressource</ButtonLink>}
            >
              <p>Une fiche, un bon lien, un document : ce que vous expliquez souvent au téléphone, par exemple.</p>
            </EmptyState>
          }
        />
        <Pagination page={page} pages={pages} hrefOf={hrefOf} />
      </>
    ),
  });
}

function columns(zone: string): Column<TendedResource>[] {
  return [
    {
      key: 'title',
      label: 'Ressource',
      heads: true,
      cell: ({ id, title, content }) => (
        <>
          <a href={officePaths.edit(id)}>{title}</a>
          <span class="facts"> {formatNames[content.format]}</span>
        </>
      ),
    },
    { key: 'state', label: 'État', whole: true, cell: ({ state }) => <StateChip state={state} /> },
    {
      key: 'review',
      label: 'À relire le',
      whole: true,
      cell: ({ reviewOn }) => (reviewOn ? formatDate(reviewOn, { style: 'short' }) : 'pas de date'),
    },
    {
      key: 'last',
      label: 'Dernière relecture',
      cell: ({ lastReview }) =>
        lastReview ? `${formatDate(lastReview.at, { zone, style: 'short' })}, ${lastReview.by}` : 'jamais',
    },
    { key: 'votes', label: 'Utile', numeric: true, cell: ({ votes }) => votes },
    {
      key: 'care',
      label: 'À voir',
      cell: ({ deadLinks, suggestions }) => (
        <>
          {deadLinks > 0 && <a href={resourceOffice.links}>{plural(deadLinks, 'lien mort', 'liens morts')}</a>}
          {deadLinks > 0 && suggestions > 0 && <br />}
          {suggestions > 0 && <a href={resourceOffice.suggestions}>{plural(suggestions, 'correction')}</a>}
        </>
      ),
    },
  ];
}

function StateChip({ state }: { readonly state: ReviewState }): JSX.Element {
  const tone = state === 'expired' ? 'tone-coral' : state === 'due' ? 'tone-sun' : '';
  return <span class={classes('chip', tone)}>{reviewNames[state]}</span>;
}

/** `POST /gestion/ressources/toujours-juste`: from the list or from a sheet. */
export async function receiveConfirm(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const wanted = form.values['retour'] ?? '';
  const back = [resourceOffice.list, `${resourcesPath}/`].some((start) => wanted.startsWith(start))
    ? wanted
    : resourceOffice.list;
  const outcome = await execute(
    exchange.ctx,
    confirmPublications,
    { ids: form.all('ids').filter(isId) },
    { key: form.key },
  );
  if (!outcome.ok)
    return exchange.redirect(back, { tone: 'warning', text: outcome.fields['ids'] ?? refusalText(outcome.reason) });
  const { count, reviewOn } = outcome.value;
  return exchange.redirect(back, {
    tone: 'success',
    text: `C’est noté pour ${plural(count, 'fiche')} : prochaine relecture le ${formatDate(Temporal.PlainDate.from(reviewOn))}.`,
  });
}

const exported: ExportColumn<TendedResource>[] = [
  { header: 'Titre', value: ({ title }) => title },
  { header: 'Format', value: ({ content }) => formatNames[content.format] },
  { header: 'Éditeur', value: ({ content }) => content.publisher },
  { header: 'Tenue à jour par', value: ({ content }) => content.owner },
  { header: 'État', value: ({ state }) => reviewNames[state] },
  { header: 'À relire le', value: ({ reviewOn }) => reviewOn?.toString() ?? '' },
  { header: 'Dernière relecture', value: ({ lastReview }) => lastReview?.at.toString().slice(0, 10) ?? '' },
  { header: 'Utile', value: ({ votes }) => votes },
  { header: 'Liens morts', value: ({ deadLinks }) => deadLinks },
  { header: 'Corrections proposées', value: ({ suggestions }) => suggestions },
  { header: 'Page', value: ({ slug }) => publicationPath('resource', slug) },
];

/** `GET /gestion/ressources.csv`: the list as it is narrowed. */
export async function sendResourcesCsv(exchange: Exchange): Promise<Response> {
  const { rows } = chosen(exchange, await tendedResources(exchange.ctx));
  return exchange.http.body(csvStream(exported, each(rows)), 200, {
    'content-type': csvContentType,
    'content-disposition': 'attachment; filename="ressources.csv"',
  });
}

async function* each<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}
