import type { JSX } from 'preact';
import { agendaOfficePaths, whenInWords } from '#modules/agenda/index.ts';
import { currentSettings } from '#modules/hub/index.ts';
import { formatMoney, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { BarChart } from '#ui/components/bar.tsx';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { isLiving } from '../../domain/registration-states.ts';
import { seatNames } from '../../domain/workshops.ts';
import { paths } from '../../paths.ts';
import { registeredDates } from '../../queries/registered-date.ts';
import { registrantsOf, type Registrant } from '../../queries/registrants-of.ts';
import { toldDates } from '../../queries/told-dates.ts';
import { stateNames } from '../texts.ts';
import { listHref, readList, readListQuery, type RegistrationList } from './read-list.ts';

const trailOf = ({ event }: RegistrationList, label: string, href: string) => [
  { label: 'Agenda', href: agendaOfficePaths.list },
  { label: event.fields.title, href: event.origin?.officePath ?? agendaOfficePaths.event(event.id) },
  { label: 'Inscriptions', href: paths.office(event.id) },
  { label, href },
];

/** `GET …/liste`: those who come, on paper, with a box to sign. */
export async function showSheet(exchange: Exchange): Promise<Response> {
  const list = await readList(exchange, { ...readListQuery(exchange.url.searchParams), tab: 'inscrits' });
  if (!list) return exchange.notFound();
  const { event, date, dates, rows, offer } = list;
  const today = exchange.ctx.clock.now().toZonedDateTimeISO(exchange.hub.zone).toPlainDate();
  const shown = date ? [date] : dates;
  return exchange.page({
    title: `Liste : ${event.fields.title}`,
    layout: 'office',
    section: agendaOfficePaths.list,
    header: {
      title: event.fields.title,
      lead: shown.map((one) => whenInWords(one, { today, zone: exchange.hub.zone })).join(' ; '),
      facts: plural(rows.length, 'personne'),
      trail: trailOf(list, 'Liste à imprimer', paths.sheet(event.id)),
      actions: (
        <ButtonLink kind="ghost" href={paths.office(event.id)}>
          Revenir aux inscriptions
        </ButtonLink>
      ),
    },
    content: (
      <DataTable<Registrant>
        id="liste"
        caption="Personnes inscrites"
        columns={[
          { key: 'name', label: 'Nom', heads: true, cell: (row) => row.name },
          { key: 'organization', label: 'Structure', cell: (row) => row.organizationName },
          { key: 'municipality', label: 'Commune', cell: (row) => row.municipality },
          ...(offer && offer.seatKinds.length > 0
            ? [
                {
                  key: 'kind',
                  label: 'Place',
                  cell: (row: Registrant) => seatNames(offer.seatKinds, row),
                },
              ]
            : []),
          { key: 'phone', label: 'Téléphone', whole: true, cell: (row) => row.phone },
          { key: 'signature', label: 'Signature', cell: () => '' },
        ]}
        rows={rows}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        empty={<EmptyState title="Personne encore" />}
      />
    ),
  });
}

/** `GET …/:registration/recu`: what someone without mail takes home. */
export async function showSlip(exchange: Exchange): Promise<Response> {
  const [eventId, id] = [exchange.param('id'), exchange.param('registration')];
  const [row] = isId(eventId) && isId(id) ? await registrantsOf(exchange.ctx.db, { eventId, ids: [id] }) : [];
  const dates = row && (await registeredDates(exchange.ctx.db, { eventId, occurrenceId: row.occurrenceId }));
  if (!row || !dates) return exchange.notFound();
  const [settings, told] = await Promise.all([currentSettings(exchange.ctx), toldDates(exchange.ctx, dates)]);
  return exchange.page({
    title: `Reçu : ${row.name}`,
    layout: 'office',
    section: agendaOfficePaths.list,
    header: {
      title: settings.name,
      lead: 'À imprimer et à remettre.',
      trail: [
        { label: 'Agenda', href: agendaOfficePaths.list },
        { label: 'Inscriptions', href: paths.office(eventId) },
        { label: row.name, href: paths.one(eventId, id) },
        { label: 'Reçu', href: paths.slip(eventId, id) },
      ],
      actions: (
        <>
          <ButtonLink kind="ghost" href={paths.office(eventId)}>
            Revenir aux inscriptions
          </ButtonLink>
          <ButtonLink kind="ghost" href={paths.sheet(eventId)}>
            Liste à imprimer
          </ButtonLink>
        </>
      ),
    },
    content: (
      <div class="stack receipt">
        <Panel title={told.title}>
          <DescriptionList
            rows={[
              { term: 'Au nom de', value: row.name },
              { term: 'Inscription', value: stateNames[row.state] },
              { term: 'Quand', value: <Lines lines={told.when} /> },
              { term: 'Où', value: told.place },
              { term: 'À payer', value: row.priceCents > 0 ? formatMoney(row.priceCents) : undefined },
              { term: 'Billet', value: <span class="follow-code">{row.code}</span> },
            ]}
          />
          <p>
            Un empêchement ?{' '}
            {[settings.phone && `Appelez le ${settings.phone}`, settings.welcomeHours].filter(Boolean).join(', ')}
          </p>
        </Panel>
      </div>
    ),
  });
}

const Lines = ({ lines }: { readonly lines: readonly string[] }): JSX.Element => (
  <ul class="plain">
    {lines.map((line) => (
      <li>{line}</li>
    ))}
  </ul>
);

/** `GET …/provenance`: from which municipalities and structures people come. */
export async function showOrigins(exchange: Exchange): Promise<Response> {
  const query = readListQuery(exchange.url.searchParams);
  const list = await readList(exchange, query);
  if (!list) return exchange.notFound();
  const { event } = list;
  const coming = list.all.filter(({ state }) => isLiving(state) && state !== 'waiting');
  const counted = (of: (one: Registrant) => string) =>
    [...Map.groupBy(coming, (one) => of(one) || 'non précisé')]
      .map(([label, group]) => ({ label, value: group.length }))
      .toSorted((one, other) => other.value - one.value || one.label.localeCompare(other.label, 'fr'));
  const link = (label: string, change: object) =>
    label === 'non précisé' ? {} : { href: listHref(event.id, query, change) };
  return exchange.page({
    title: `Qui vient d’où : ${event.fields.title}`,
    layout: 'office',
    section: agendaOfficePaths.list,
    header: {
      title: 'Qui vient d’où',
      lead: event.fields.title,
      facts: plural(coming.length, 'personne'),
      trail: trailOf(list, 'Qui vient d’où', paths.origins(event.id)),
    },
    content:
      coming.length === 0 ? (
        <EmptyState
          title="Personne encore"
          actions={<ButtonLink href={paths.office(event.id)}>Voir les inscriptions</ButtonLink>}
        />
      ) : (
        <div class="panels">
          <Panel>
            <BarChart
              caption="Par commune"
              rows={counted((one) => one.municipality).map((row) => ({
                ...row,
                ...link(row.label, { municipality: row.label }),
              }))}
            />
          </Panel>
          <Panel>
            <BarChart
              caption="Par structure"
              rows={counted((one) => one.organizationName).map((row) => ({
                ...row,
                ...link(row.label, { organization: row.label }),
              }))}
            />
          </Panel>
        </div>
      ),
  });
}
