import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { csvContentType, csvStream, type ExportColumn } from '#platform/spreadsheet-export/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable, type Column } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { reopenMissedSearches, settleMissedSearches } from '../commands/settle-missed-searches.ts';
import { paths } from '../paths.ts';
import { missedSearchList, searchFigures, type MissedSearch } from '../queries/missed-searches.ts';
import type { SearchOfficeDependencies } from './routes.ts';
import { SearchTabs } from './search-tabs.tsx';
import { refusalText } from './texts.ts';

// An address has room for about fifty of them.
const mostInUndo = 50;

/** `GET /gestion/recherche`: what visitors look for and the site does not say. */
export async function showMissed(exchange: Exchange, { writeHref }: SearchOfficeDependencies): Promise<Response> {
  const [list, figures] = await Promise.all([missedSearchList(exchange.ctx), searchFigures(exchange.ctx)]);
  return exchange.page({
    title: 'Recherches sans réponse',
    layout: 'office',
    section: paths.missed,
    header: {
      title: 'Ce que vos visiteurs cherchent sans le trouver',
      lead: <p>{figuresText(figures)}</p>,
      facts: 'Une recherche s’affiche ici quand elle a été faite trois fois. Ni adresse ni téléphone ne sont gardés.',
    },
    content: (
      <>
        <SearchTabs current="missed" />
        <DataTable<MissedSearch>
          id="sans-reponse"
          caption="Recherches sans réponse depuis trois mois"
          quietCaption
          columns={columns(writeHref)}
          rows={list}
          rowId={(row) => row.fingerprint}
          rowName={(row) => row.words}
          exports={{ csv: paths.missedFile }}
          bulk={{
            action: paths.missed,
            actions: [{ value: 'regler', label: 'C’est réglé' }],
            hidden: <input type="hidden" name={formKeyField} value={exchange.formKey} />,
          }}
          empty={
            <EmptyState title="Personne n’est reparti bredouille">
              <p>Quand plusieurs visiteurs chercheront la même chose en vain, vous le verrez ici.</p>
            </EmptyState>
          }
        />
      </>
    ),
  });
}

function figuresText({ searches, missed }: { searches: number; missed: number }): string {
  if (searches === 0) return 'Aucune recherche depuis trente jours.';
  return `Depuis trente jours : ${plural(searches, 'recherche')}, dont ${missed} sans réponse.`;
}

function columns(writeHref: (words: string) => string): Column<MissedSearch>[] {
  return [
    {
      key: 'words',
      label: 'Recherche',
      cell: ({ words }) => <a href={`/recherche?${new URLSearchParams({ q: words }).toString()}`}>{words}</a>,
    },
    { key: 'times', label: 'Fois', numeric: true, cell: ({ times }) => times },
    { key: 'day', label: 'Dernière fois', whole: true, cell: ({ lastDay }) => <Day day={lastDay} /> },
    {
      key: 'acts',
      label: 'Y répondre',
      cell: ({ words }) => (
        <span class="row">
          <ButtonLink small kind="ghost" href={`${paths.synonyms}?${new URLSearchParams({ mot: words }).toString()}`}>
            Ajouter un synonyme<span class="visually-hidden"> de « {words} »</span>
          </ButtonLink>
          <ButtonLink small kind="ghost" href={writeHref(words)}>
            Écrire une fiche<span class="visually-hidden"> sur « {words} »</span>
          </ButtonLink>
        </span>
      ),
    },
  ];
}

function Day({ day }: { readonly day: Temporal.PlainDate }): JSX.Element {
  return <time datetime={day.toString()}>{day.toLocaleString('fr', { day: 'numeric', month: 'long' })}</time>;
}

/** `POST /gestion/recherche`: takes the lines ticked off the list. */
export async function receiveSettled(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const fingerprints = form.all('ids');
  const outcome = await execute(exchange.ctx, settleMissedSearches, { fingerprints }, { key: form.key });
  if (!outcome.ok)
    return exchange.redirect(paths.missed, {
      tone: 'danger',
      text: outcome.fields['fingerprints'] ?? refusalText(outcome.reason),
    });
  const undo =
    fingerprints.length <= mostInUndo
      ? { undo: { action: `${paths.reopen}?mots=${fingerprints.join(',')}`, label: 'Annuler' } }
      : {};
  return exchange.redirect(paths.missed, {
    tone: 'success',
    text: `${plural(outcome.value.count, 'recherche retirée', 'recherches retirées')} de la liste.`,
    ...undo,
  });
}

/** `POST /gestion/recherche/rouvrir`: puts them back. */
export async function receiveReopened(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const fingerprints = exchange.query('mots').split(',').filter(Boolean);
  const outcome = await execute(exchange.ctx, reopenMissedSearches, { fingerprints }, { key: form.key });
  return exchange.redirect(
    paths.missed,
    outcome.ok
      ? { tone: 'success', text: 'C’est remis dans la liste.' }
      : { tone: 'danger', text: outcome.fields['fingerprints'] ?? refusalText(outcome.reason) },
  );
}

const exported: ExportColumn<MissedSearch>[] = [
  { header: 'Recherche', value: (row) => row.words },
  { header: 'Fois', value: (row) => row.times },
  { header: 'Dernière fois', value: (row) => row.lastDay.toString() },
];

/** `GET /gestion/recherche.csv` */
export async function sendMissed(exchange: Exchange): Promise<Response> {
  const list = await missedSearchList(exchange.ctx);
  return exchange.http.body(csvStream(exported, list), 200, {
    'content-type': csvContentType,
    'content-disposition': 'attachment; filename="recherches-sans-reponse.csv"',
  });
}
