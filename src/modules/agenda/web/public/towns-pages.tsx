import type { JSX } from 'preact';
import type { Context } from '#platform/context/context.ts';
import { elide, formatDate, plural } from '#platform/french/index.ts';
import { municipalityByInsee } from '#platform/geo/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DateBadge, badgeOf } from '#ui/components/date-badge.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Section } from '#ui/components/section.tsx';
import { agendaPath, agendaMapPath, proposeEventPath, townPath, townsPath } from '../../paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { placesWithDates, type PlaceWithDates } from '../../queries/public/town-dates.ts';
import { everyDate, readAgendaQuery } from './agenda-query.ts';
import { EventCards } from './event-card-view.tsx';
import { groupedByDay } from './grouped-dates.ts';
import { datesAPage, readAgendaList, todayOf } from './read-agenda.ts';
import { ViewTabs } from './view-tabs.tsx';
import { agendaFeeds, WaysOut } from './ways-out.tsx';

interface Town {
  insee: string;
  name: string;
  count: number;
  places: PlaceWithDates[];
  nextOn: Temporal.PlainDate;
}

/** `GET /agenda/communes`: where something comes, town by town. */
export async function showTowns(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const { ctx } = exchange;
  const [places, look] = await Promise.all([readPlaces(ctx, deps), deps.hubLook(exchange.hub.id)]);
  const towns = townsOf(places);
  const today = todayOf(ctx);
  return exchange.page({
    title: 'L’agenda, commune par commune',
    description: `Où il se passe quelque chose, commune par commune, dans l’agenda de ${look.name}.`,
    canonical: townsPath,
    section: agendaPath,
    sheets: ['agenda'],
    feeds: agendaFeeds,
    content: (
      <>
        <PageHeader title="Près de chez vous" facts={plural(towns.length, 'commune')} />
        <ViewTabs current="towns" today={today} />
        {towns.length === 0 ? (
          <EmptyState
            title="Aucune commune pour l’instant"
            territory={look.land}
            actions={<ButtonLink href={proposeEventPath}>Proposer un rendez-vous</ButtonLink>}
          >
            <p>Les communes arrivent ici avec leur premier rendez-vous. Le vôtre ?</p>
          </EmptyState>
        ) : (
          <ul class="towns">
            {towns.map((town) => (
              <TownLine town={town} />
            ))}
          </ul>
        )}
        <p class="actions">
          <ButtonLink kind="ghost" icon="map" href={agendaMapPath}>
            Voir sur la carte
          </ButtonLink>
        </p>
      </>
    ),
  });
}

function TownLine({ town: { insee, name, count, places, nextOn } }: { readonly town: Town }): JSX.Element {
  return (
    <li class="town">
      <DateBadge {...badgeOf(nextOn)} />
      <span>
        <a href={townPath(insee)}>{name}</a>
        <span class="facts">
          {[
            plural(count, 'rendez-vous', 'rendez-vous'),
            places
              .slice(0, 2)
              .map((place) => place.name)
              .join(', '),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
    </li>
  );
}

/** `GET /agenda/communes/:insee`: what comes in a town, and where. */
export async function showTown(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const { ctx } = exchange;
  const insee = exchange.param('insee');
  const municipality = /^[0-9AB]{5}$/.test(insee) ? municipalityByInsee(insee) : undefined;
  if (!municipality) return exchange.notFound();
  const { page } = readAgendaQuery(exchange.url.searchParams);
  const [list, places, look] = await Promise.all([
    readAgendaList(ctx, deps, { ...everyDate, town: insee, page }),
    readPlaces(ctx, deps),
    deps.hubLook(exchange.hub.id),
  ]);
  const pages = Math.max(1, Math.ceil(list.count / datesAPage));
  if (page > pages) return exchange.redirect(townPath(insee));
  const here = places.filter((place) => place.insee === insee);
  const around = townsOf(places).filter((town) => town.insee !== insee);
  const today = todayOf(ctx);
  const at = elide('à', municipality.name);
  return exchange.page({
    title: `Agenda ${at}`,
    description: `Ce qui arrive ${at} : ${plural(list.count, 'rendez-vous', 'rendez-vous')} de l’économie sociale et solidaire.`,
    canonical: townPath(insee) + (page > 1 ? `?page=${page}` : ''),
    // A town where nothing ever came is no page for a search engine.
    indexed: list.count > 0,
    section: agendaPath,
    sheets: ['agenda'],
    feeds: agendaFeeds,
    content: (
      <>
        <PageHeader
          trail={[
            { label: 'Agenda', href: agendaPath },
            { label: 'Communes', href: townsPath },
            { label: municipality.name },
          ]}
          title={`Ça arrive ${at}`}
          facts={here.map(({ venueId, name }, at) => (
            <>
              {at > 0 && ' · '}
              <span id={`lieu-${venueId}`}>{name}</span>
            </>
          ))}
        />
        {list.count === 0 && (
          <EmptyState
            title={`Rien de prévu ${at} pour l’instant`}
            territory={look.land}
            actions={<ButtonLink href={proposeEventPath}>Proposer un rendez-vous</ButtonLink>}
          >
            <p>Un rendez-vous s’y prépare ? Proposez-le en trois minutes.</p>
          </EmptyState>
        )}
        {groupedByDay(list.cards, today).map(({ title, items }) => (
          <section class="date-group">
            <h2>{title}</h2>
            <EventCards cards={items} land={look.land} />
          </section>
        ))}
        <Pagination page={page} pages={pages} hrefOf={(to) => townPath(insee) + (to > 1 ? `?page=${to}` : '')} />
        {list.recalled.length > 0 && (
          <Section title="Ce qui vient de s’y passer">
            <EventCards cards={list.recalled} land={look.land} />
          </Section>
        )}
        {around.length > 0 && (
          <Section title="Ailleurs" more={{ href: townsPath, label: 'Toutes les communes' }}>
            <ul class="tags">
              {around.slice(0, 24).map((town) => (
                <li>
                  <a class="chip" href={townPath(town.insee)}>
                    {town.name}
                  </a>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <WaysOut query={{ ...everyDate, town: insee }} />
      </>
    ),
  });
}

/** Places where something comes; read once for everyone. */
export function readPlaces(ctx: Context, deps: AgendaDependencies): Promise<PlaceWithDates[]> {
  return deps.kept.of(ctx.hubId, 'agenda.places', () => placesWithDates(ctx.db, ctx.clock.now()));
}

function townsOf(places: readonly PlaceWithDates[]): Town[] {
  const towns = new Map<string, Town>();
  for (const place of places) {
    const { insee, city, count, nextOn } = place;
    const known = towns.get(insee);
    if (!known) towns.set(insee, { insee, name: city, count, places: [place], nextOn });
    else {
      known.count += count;
      known.places.push(place);
      if (Temporal.PlainDate.compare(nextOn, known.nextOn) < 0) known.nextOn = nextOn;
    }
  }
  return [...towns.values()].sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

/** « le 12 mars » */
export function nextInWords({ nextOn }: PlaceWithDates): string {
  return `le ${formatDate(nextOn, { year: false })}`;
}
