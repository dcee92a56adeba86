import type { JSX } from 'preact';
import { agendaPath, eventPath } from '#modules/agenda/index.ts';
import { capitalised, formatDate, formatTime, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar } from '#ui/components/filter-bar.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Section } from '#ui/components/section.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { Select } from '#ui/fields/select.tsx';
import { slotKindFacts, slotKinds } from '../../domain/slot-kinds.ts';
import { overlap } from '../../domain/stretch.ts';
import {
  officePaths,
  programmeCalendarPath,
  programmePath,
  programmePdfPath,
  standsPath,
  volunteersPath,
} from '../../paths.ts';
import { programmeKeepers } from '../../policy.ts';
import { openProgramme, type OpenProgramme } from '../../queries/open-programme.ts';
import type { StoredRoom } from '../../queries/stored-programme.ts';
import { programmeHref, readProgrammeQuery, type ProgrammeQuery } from './programme-query.ts';
import { groupedSlots, shownProgramme } from './shown-programme.ts';
import { SlotItem, type ShownSlot } from './slot-list.tsx';
import { StandList } from './stand-list.tsx';

/** `GET /agenda/:slug/programme`: the day by hours or by rooms, and what someone keeps of it. */
export async function showProgramme(exchange: Exchange): Promise<Response> {
  const { ctx } = exchange;
  const open = await openProgramme(ctx, exchange.param('slug'));
  if (!open) return exchange.notFound();
  const { event, programme, isPublic } = open;
  const query = readProgrammeQuery(exchange.url.searchParams);
  const { slots, rooms, stands } = await shownProgramme(ctx, event.id);
  const path = programmePath(event.slug);
  const title = event.fields.title;
  return exchange.page({
    title: `Programme · ${title}`,
    description: programme.intro || `Le programme de ${title}, heure par heure.`,
    canonical: path,
    section: agendaPath,
    sheets: ['agenda'],
    indexed: isPublic && exchange.url.search === '',
    edit: { href: officePaths.programme(event.id), label: 'Modifier le programme', roles: programmeKeepers },
    content: (
      <>
        <PageHeader
          trail={[
            { label: 'Agenda', href: agendaPath },
            { label: title, href: eventPath(event.slug) },
            { label: 'Programme' },
          ]}
          title={<>Programme</>}
          facts={title}
          lead={programme.intro && <p>{programme.intro}</p>}
          actions={
            <ButtonLink href={pdfHref(event.slug, query)} kind="ghost" icon="download">
              Imprimer
            </ButtonLink>
          }
        />
        {!isPublic && (
          <Notice state="warning" title="Ce programme n’est pas encore public : vous seule, vous seul le voyez." />
        )}
        {slots.length === 0 ? (
          <EmptyState title="Le programme se prépare">
            <p>Revenez bientôt, ou venez le construire avec nous.</p>
          </EmptyState>
        ) : (
          <Slots {...{ slots, rooms, query, path, slug: event.slug }} />
        )}
        {stands.length > 0 && <StandList stands={stands} />}
        <TakePart open={open} />
      </>
    ),
  });
}

function pdfHref(slug: string, query: ProgrammeQuery): string {
  return programmeHref(programmePdfPath(slug), { ...query, view: 'heures', kind: null, room: null }, {});
}

interface SlotsProps {
  readonly slots: readonly ShownSlot[];
  readonly rooms: readonly StoredRoom[];
  readonly query: ProgrammeQuery;
  readonly path: string;
  readonly slug: string;
}

function Slots({ slots, rooms, query, path, slug }: SlotsProps): JSX.Element {
  const kept = slots.filter(({ id }) => query.chosen.includes(id));
  const shown =
    query.view === 'choix'
      ? kept
      : slots.filter(
          ({ kind, roomId }) =>
            (query.kind === null || kind === query.kind) &&
            (query.room === null || roomId === query.room || roomId === null),
        );
  const kinds = slotKinds.filter((kind) => slots.some((slot) => slot.kind === kind));
  const href = (changed: Partial<ProgrammeQuery>): string => programmeHref(path, query, changed);
  return (
    <>
      <Tabs
        label="Vues du programme"
        tabs={[
          { label: 'Par heure', href: href({ view: 'heures' }), current: query.view === 'heures' },
          ...(rooms.length > 1
            ? [{ label: 'Par salle', href: href({ view: 'salles' }), current: query.view === 'salles' }]
            : []),
          { label: 'Ma sélection', href: href({ view: 'choix' }), current: query.view === 'choix', count: kept.length },
        ]}
      />
      {query.view !== 'choix' && (kinds.length > 1 || rooms.length > 1) && (
        <FilterBar
          action={path}
          label="Filtrer le programme"
          submit="Filtrer"
          active={filtersOf(query, rooms).map(({ label, without }) => ({ label, removeHref: href(without) }))}
        >
          {query.view === 'salles' && <input type="hidden" name="vue" value="salles" />}
          {query.chosen.map((id) => (
            <input type="hidden" name="choix" value={id} />
          ))}
          <Select
            name="type"
            label="Type"
            placeholder="Tout"
            value={query.kind ?? ''}
            choices={kinds.map((kind) => ({ value: kind, label: slotKindFacts[kind].label }))}
          />
          <Select
            name="salle"
            label="Salle"
            placeholder="Toutes"
            value={query.room ?? ''}
            choices={rooms.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </FilterBar>
      )}
      {query.view === 'choix' && <Kept {...{ kept, query, path, slug }} />}
      <form class="programme-form" method="get" action={path} aria-label="Garder des moments">
        <input type="hidden" name="vue" value="choix" />
        {/* What was kept and is filtered out stays kept. */}
        {kept
          .filter((slot) => !shown.includes(slot))
          .map(({ id }) => (
            <input type="hidden" name="choix" value={id} />
          ))}
        {shown.length === 0 && query.view !== 'choix' && <p>Rien ne répond à ces filtres.</p>}
        <Days slots={shown} query={query} />
        {shown.length > 0 && (
          <div class="submit-bar">
            <Button kind="dark">{query.view === 'choix' ? 'Mettre à jour ma sélection' : 'Garder ma sélection'}</Button>
            <p class="facts">Sans compte : votre choix reste dans l’adresse de la page.</p>
          </div>
        )}
      </form>
    </>
  );
}

function filtersOf(
  { kind, room }: ProgrammeQuery,
  rooms: readonly StoredRoom[],
): { label: string; without: Partial<ProgrammeQuery> }[] {
  const name = rooms.find(({ id }) => id === room)?.name;
  return [
    ...(kind ? [{ label: slotKindFacts[kind].label, without: { kind: null } }] : []),
    ...(name ? [{ label: name, without: { room: null } }] : []),
  ];
}

function Days({ slots, query }: { readonly slots: readonly ShownSlot[]; readonly query: ProgrammeQuery }): JSX.Element {
  const byRoom = query.view === 'salles';
  const days = groupedSlots(slots, (slot) => (byRoom ? slot.room || 'Partout' : formatTime(slot.starts)));
  return (
    <>
      {days.map(({ day, groups }) => (
        <>
          {days.length > 1 && <h2 class="programme-day">{capitalised(formatDate(day, { weekday: true }))}</h2>}
          {groups.map(({ key, slots: together }) => (
            <section class={byRoom ? 'programme-hour by-room' : 'programme-hour'}>
              {days.length > 1 ? <h3>{key}</h3> : <h2>{key}</h2>}
              <ul>
                {together.map((slot) => (
                  <SlotItem
                    slot={slot}
                    level={days.length > 1 ? 4 : 3}
                    withStart={byRoom}
                    withRoom={!byRoom}
                    isChosen={query.chosen.includes(slot.id)}
                    canChoose={slot.kind !== 'pause'}
                  />
                ))}
              </ul>
            </section>
          ))}
        </>
      ))}
    </>
  );
}

/** What is kept: on paper, in a calendar, and whether two moments are at once. */
function Kept({
  kept,
  query,
  path,
  slug,
}: {
  readonly kept: readonly ShownSlot[];
  readonly query: ProgrammeQuery;
  readonly path: string;
  readonly slug: string;
}): JSX.Element {
  if (kept.length === 0)
    return (
      <Notice title="Votre sélection est vide">
        <p>
          <a href={programmeHref(path, query, { view: 'heures' })}>Parcourez le programme</a>, cochez ce qui vous tente.
        </p>
      </Notice>
    );
  const clash = kept.find((slot, at) => kept.slice(at + 1).some((other) => overlap(slot, other)));
  const other = clash && kept.find((slot) => slot !== clash && overlap(slot, clash));
  const asked = new URLSearchParams(kept.map(({ id }) => ['choix', id])).toString();
  return (
    <Notice
      title={plural(kept.length, 'moment gardé', 'moments gardés')}
      state={clash ? 'warning' : 'info'}
      actions={
        <>
          <ButtonLink href={`${programmeCalendarPath(slug)}?${asked}`} kind="ghost" small icon="calendar">
            Dans mon calendrier
          </ButtonLink>
          <ButtonLink href={`${programmePdfPath(slug)}?${asked}`} kind="ghost" small icon="download">
            Imprimer ma sélection
          </ButtonLink>
        </>
      }
    >
      {clash && other && (
        <p>
          « {clash.title} » et « {other.title} » tombent en même temps.
        </p>
      )}
      <p>Gardez l’adresse de cette page : elle contient votre sélection.</p>
    </Notice>
  );
}

/** The ways to take part in the day. */
function TakePart({ open: { event, programme } }: { readonly open: OpenProgramme }): JSX.Element | null {
  if (!programme.takesStands && !programme.takesVolunteers) return null;
  return (
    <Section title="Prendre part à la journée">
      <p class="actions">
        {programme.takesVolunteers && <ButtonLink href={volunteersPath(event.slug)}>Donner un coup de main</ButtonLink>}{' '}
        {programme.takesStands && (
          <ButtonLink href={standsPath(event.slug)} kind="ghost">
            Demander un stand
          </ButtonLink>
        )}
      </p>
    </Section>
  );
}
