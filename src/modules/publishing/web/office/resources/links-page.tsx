import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { csvContentType, csvStream, type ExportColumn } from '#platform/spreadsheet-export/index.ts';
import { classes } from '#ui/components/classes.ts';
import { DataTable, type Column } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { recheckLinks } from '../../../commands/resources/recheck-links.ts';
import type { LinkState } from '../../../domain/link-state.ts';
import { officePaths } from '../../../paths.ts';
import { countLinks, troubledLinks, type TroubledLink } from '../../../queries/resources/web-links.ts';
import { resourceOffice } from '../../../resource-paths.ts';
import { askedPage } from '../../public/item/list-address.ts';
import { kindNames, refusalText } from '../../texts.ts';
import { libraryCounts, LibraryTabs } from './library-tabs.tsx';
import { answerInWords } from './link-words.ts';

const aPage = 50;
const troubled = ['dead', 'failing', 'unknown'] as const;

const stateNames: Readonly<Record<LinkState, string>> = {
  unchecked: 'Pas encore essayé',
  alive: 'Répond',
  unknown: 'Refuse les robots',
  failing: 'À surveiller',
  dead: 'Ne répond plus',
};

/** `GET /gestion/ressources/liens`: the addresses that no longer answer, and where they are written. */
export async function showLinks(exchange: Exchange): Promise<Response> {
  const { ctx } = exchange;
  const page = askedPage(exchange.query('page'));
  const [links, counts, states] = await Promise.all([
    troubledLinks(ctx.db, troubled, { limit: aPage, offset: (page - 1) * aPage }),
    libraryCounts(ctx),
    countLinks(ctx.db),
  ]);
  const count = troubled.reduce((sum, state) => sum + (states.get(state) ?? 0), 0);
  const total = [...states.values()].reduce((sum, one) => sum + one, 0);
  return exchange.page({
    title: 'Les liens',
    layout: 'office',
    section: resourceOffice.list,
    header: {
      trail: [{ label: 'La bibliothèque', href: resourceOffice.list }],
      lead: `${plural(total, 'adresse')} dans ce que le site publie, essayées chaque semaine. Une adresse est dite morte après trois échecs sur deux jours.`,
    },
    content: (
      <>
        <LibraryTabs current="links" counts={counts} />
        <DataTable<TroubledLink>
          id="liens"
          caption="Adresses à regarder"
          quietCaption
          rows={links}
          rowId={({ id }) => id}
          rowName={({ url }) => url}
          columns={columns(ctx.zone)}
          exports={{ csv: `${resourceOffice.links}.csv` }}
          bulk={{
            action: resourceOffice.links,
            hidden: <input type="hidden" name={formKeyField} value={exchange.formKey} />,
            actions: [{ value: 'revoir', label: 'Essayer de nouveau' }],
          }}
          empty={
            <EmptyState title="Tous les liens répondent">
              <p>
                {total > 0
                  ? 'Rien à corriger aujourd’hui.'
                  : 'Les adresses seront relevées cette nuit, puis essayées une fois par semaine.'}
              </p>
            </EmptyState>
          }
        />
        <Pagination
          page={page}
          pages={Math.ceil(count / aPage)}
          hrefOf={(at) => `${resourceOffice.links}?page=${at}`}
        />
      </>
    ),
  });
}

function columns(zone: string): Column<TroubledLink>[] {
  const day = (at: Temporal.Instant | null): string => (at ? formatDate(at, { zone, style: 'short' }) : '');
  return [
    {
      key: 'url',
      label: 'Adresse',
      heads: true,
      cell: ({ url }) => (
        <a class="long-address" href={url} rel="noopener noreferrer nofollow">
          {url}
        </a>
      ),
    },
    { key: 'state', label: 'État', whole: true, cell: ({ state }) => <StateChip state={state} /> },
    { key: 'answer', label: 'Réponse', cell: ({ answer }) => answerInWords(answer) },
    { key: 'since', label: 'Depuis', whole: true, cell: ({ failingSince }) => day(failingSince) },
    { key: 'checked', label: 'Essayée le', whole: true, cell: ({ checkedAt }) => day(checkedAt) },
    {
      key: 'used',
      label: 'Corriger dans',
      cell: ({ usedBy }) => (
        <ul class="plain">
          {usedBy.map(({ id, kind, title }) => (
            <li>
              <a href={officePaths.edit(id)}>{title}</a> <span class="facts">({kindNames[kind].one})</span>
            </li>
          ))}
        </ul>
      ),
    },
  ];
}

function StateChip({ state }: { readonly state: LinkState }): JSX.Element {
  const tone = state === 'dead' ? 'tone-coral' : state === 'failing' ? 'tone-sun' : '';
  return <span class={classes('chip', tone)}>{stateNames[state]}</span>;
}

/** `POST /gestion/ressources/liens`: the addresses ticked are tried again now. */
export async function receiveLinks(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const outcome = await execute(exchange.ctx, recheckLinks, { ids: form.all('ids').filter(isId) }, { key: form.key });
  return exchange.redirect(
    resourceOffice.links,
    outcome.ok
      ? {
          tone: 'success',
          text: `${plural(outcome.value.count, 'adresse essayée', 'adresses essayées')} de nouveau : revenez dans quelques minutes.`,
        }
      : { tone: 'warning', text: outcome.fields['ids'] ?? refusalText(outcome.reason) },
  );
}

const exported: ExportColumn<TroubledLink>[] = [
  { header: 'Adresse', value: ({ url }) => url },
  { header: 'État', value: ({ state }) => stateNames[state] },
  { header: 'Réponse', value: ({ answer }) => answerInWords(answer) },
  { header: 'Depuis', value: ({ failingSince }) => failingSince?.toString().slice(0, 10) ?? '' },
  { header: 'Dans', value: ({ usedBy }) => usedBy.map(({ title }) => title).join(' ; ') },
];

/** `GET /gestion/ressources/liens.csv` */
export function sendLinksCsv({ ctx, http }: Exchange): Response {
  return http.body(csvStream(exported, eachLink(ctx)), 200, {
    'content-type': csvContentType,
    'content-disposition': 'attachment; filename="liens.csv"',
  });
}

async function* eachLink(ctx: Exchange['ctx']): AsyncGenerator<TroubledLink> {
  const limit = 500;
  for (let offset = 0; ; offset += limit) {
    const links = await troubledLinks(ctx.db, troubled, { limit, offset });
    yield* links;
    if (links.length < limit) return;
  }
}
