import { execute } from '#platform/command/execute.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { csvContentType, csvStream, type ExportColumn } from '#platform/spreadsheet-export/index.ts';
import { DataTable, type Column } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { confirmOrganization } from '../../../commands/confirm-organization.ts';
import { askConfirmation } from '../../../commands/moderation/ask-confirmation.ts';
import { shownPhone } from '../../../domain/contact-values.ts';
import { officePath, officeSheetPath, organizationPath } from '../../../paths.ts';
import {
  unconfirmedCounts,
  unconfirmedSheets,
  type Reach,
  type UnconfirmedSheet,
} from '../../../queries/moderation/unconfirmed.ts';
import { send } from '#platform/http/download.ts';
import { coveragePath, unconfirmedPath } from './coverage-paths.ts';

const rowsAPage = 50;
const mostAtOnce = 200;
const slugs: Readonly<Record<Reach, string>> = { all: 'toutes', mail: 'par-mail', call: 'a-appeler' };

function reachAsked(exchange: Exchange): Reach {
  const asked = exchange.query('comment');
  return asked === slugs.mail ? 'mail' : asked === slugs.call ? 'call' : 'all';
}

/** `GET /gestion/annuaire/a-confirmer`: the sheets that nobody confirmed for a year, and how to reach their people. */
export async function showUnconfirmed(exchange: Exchange): Promise<Response> {
  const { ctx } = exchange;
  const reach = reachAsked(exchange);
  const page = Math.max(1, Math.min(10_000, Number.parseInt(exchange.query('page'), 10) || 1));
  const [counts, rows] = await Promise.all([
    unconfirmedCounts(ctx),
    unconfirmedSheets(ctx, reach, { size: rowsAPage, offset: (page - 1) * rowsAPage }),
  ]);
  const countOf = (one: Reach): number => (one === 'all' ? counts.mail + counts.call : counts[one]);
  const hrefOf = (one: Reach, at = 1): string =>
    `${unconfirmedPath}?comment=${slugs[one]}${at > 1 ? `&page=${at}` : ''}`;
  return exchange.page({
    title: 'Fiches à confirmer',
    layout: 'office',
    section: officePath,
    header: {
      trail: [
        { label: 'Le réseau', href: officePath },
        { label: 'Ce que l’annuaire couvre', href: coveragePath },
      ],
      lead: 'Personne ne les a confirmées depuis un an. Un coup de fil, ou un message où la structure répond en deux clics.',
    },
    content: (
      <>
        <Tabs
          label="Fiches à confirmer"
          tabs={[
            { label: 'Toutes', href: hrefOf('all'), current: reach === 'all', count: countOf('all') },
            { label: 'À appeler', href: hrefOf('call'), current: reach === 'call', count: countOf('call') },
            { label: 'À écrire', href: hrefOf('mail'), current: reach === 'mail', count: countOf('mail') },
          ]}
        />
        <DataTable<UnconfirmedSheet>
          id="a-confirmer"
          caption="Fiches à confirmer"
          quietCaption
          rows={rows}
          rowId={({ id }) => id}
          rowName={({ name }) => name}
          columns={columns(ctx.zone)}
          exports={{ csv: `${unconfirmedPath}.csv?comment=${slugs[reach]}` }}
          bulk={{
            action: unconfirmedPath,
            hidden: (
              <>
                <input type="hidden" name={formKeyField} value={exchange.formKey} />
                <input type="hidden" name="comment" value={slugs[reach]} />
              </>
            ),
            actions: [
              { value: 'confirmees', label: 'Confirmées par téléphone' },
              { value: 'demander', label: 'Demander par mail' },
            ],
          }}
          empty={
            <EmptyState title="Tout est confirmé">
              <p>Chaque fiche a été relue dans l’année. Bravo.</p>
            </EmptyState>
          }
        />
        <Pagination page={page} pages={Math.ceil(countOf(reach) / rowsAPage)} hrefOf={(at) => hrefOf(reach, at)} />
      </>
    ),
  });
}

function columns(zone: string): Column<UnconfirmedSheet>[] {
  const day = (moment: string | null): string =>
    moment ? formatDate(Temporal.Instant.from(moment), { zone, style: 'short' }) : '';
  return [
    { key: 'name', label: 'Structure', heads: true, cell: ({ id, name }) => <a href={officeSheetPath(id)}>{name}</a> },
    { key: 'city', label: 'Commune', cell: ({ city }) => city },
    {
      key: 'phone',
      label: 'Téléphone',
      cell: ({ phone, contacts }) => (phone ? <a href={`tel:${phone}`}>{shownPhone(phone)}</a> : contacts),
    },
    { key: 'confirmed', label: 'Confirmée', cell: ({ confirmedAt }) => day(confirmedAt) || 'jamais' },
    {
      key: 'asked',
      label: 'Message envoyé',
      cell: ({ askedAt, answer }) => (answer === 'stop' ? 'n’en veut plus' : day(askedAt)),
    },
  ];
}

/** `POST /gestion/annuaire/a-confirmer`: the sheets ticked were confirmed on the phone, or are asked by mail. */
export async function receiveUnconfirmed(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const ids = form.all('ids').slice(0, mostAtOnce);
  const back = `${unconfirmedPath}?comment=${form.values['comment'] === slugs.call ? slugs.call : form.values['comment'] === slugs.mail ? slugs.mail : slugs.all}`;
  if (ids.length === 0) return exchange.redirect(back, { tone: 'warning', text: 'Cochez au moins une fiche.' });
  const { ctx, hub } = exchange;
  const isByMail = form.values['action'] === 'demander';
  let done = 0;
  for (const id of ids) {
    const outcome = isByMail
      ? await execute(ctx, askConfirmation, { organizationId: id, origin: hub.origin, hubName: hub.name })
      : await execute(ctx, confirmOrganization, { id });
    if (outcome.ok) done += 1;
  }
  const left = ids.length - done;
  const text = isByMail
    ? plural(done, 'message envoyé', 'messages envoyés')
    : plural(done, 'fiche confirmée', 'fiches confirmées');
  const more =
    left === 0
      ? ''
      : isByMail
        ? ` ${plural(left, 'structure n’a pas d’adresse, a déjà été interrogée ou n’en veut plus', 'structures n’ont pas d’adresse, ont déjà été interrogées ou n’en veulent plus')}.`
        : '';
  return exchange.redirect(back, { tone: done > 0 ? 'success' : 'warning', text: `${text}.${more}` });
}

const exported: ExportColumn<UnconfirmedSheet>[] = [
  { header: 'Structure', value: ({ name }) => name },
  { header: 'Commune', value: ({ city }) => city },
  { header: 'Téléphone', value: ({ phone }) => (phone ? shownPhone(phone) : '') },
  { header: 'Personnes à contacter', value: ({ contacts }) => contacts },
  { header: 'Adresse électronique', value: ({ email }) => email },
  { header: 'Confirmée le', value: ({ confirmedAt }) => confirmedAt?.slice(0, 10) ?? '' },
  { header: 'Message envoyé le', value: ({ askedAt }) => askedAt?.slice(0, 10) ?? '' },
  { header: 'Fiche', value: ({ slug }) => organizationPath(slug) },
];

/** `GET /gestion/annuaire/a-confirmer.csv`: the call list, to print or share out. */
export function sendUnconfirmed(exchange: Exchange): Response {
  return send(
    exchange,
    csvStream(exported, eachUnconfirmed(exchange, reachAsked(exchange))),
    csvContentType,
    'fiches-a-confirmer.csv',
  );
}

async function* eachUnconfirmed({ ctx }: Exchange, reach: Reach): AsyncGenerator<UnconfirmedSheet> {
  const size = 1_000;
  for (let offset = 0; ; offset += size) {
    const sheets = await unconfirmedSheets(ctx, reach, { size, offset });
    yield* sheets;
    if (sheets.length < size) return;
  }
}
