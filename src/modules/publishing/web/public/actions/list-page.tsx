import type { JSX } from 'preact';
import type { ContentCard } from '#platform/contributions/module.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Card } from '#ui/components/card.tsx';
import { ContentCards } from '#ui/components/content-cards.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Section } from '#ui/components/section.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import type { Territory } from '#ui/relief/landscapes.ts';
import { askPath } from '../../../ask-path.ts';
import { publicationCards } from '../../../cards/publication-cards.ts';
import { actionMoment, placedMilestones } from '../../../domain/action-time.ts';
import { listPath, publicationPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { allPublished } from '../../../queries/all-published.ts';
import type { PublishedLine } from '../../../queries/published-list.ts';
import { askedPage, listHref, pageOf } from '../item/list-address.ts';
import { calendarPath } from './actions-calendar.ts';
import { periodInWords } from './period-in-words.ts';
import { CalendarRow } from './calendar-row.tsx';

const path = listPath('action');
const aPage = 24;
const mostDates = 8;
const mostOver = 12;

/** `GET /actions`: what can be joined now, the dates of the months to come, what the former ones gave. */
export async function showActions(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const { ctx } = exchange;
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const all = await allPublished(ctx, deps, 'action');
  const momentOf = (line: PublishedLine<'action'>) => actionMoment(line.content, today);
  const open = all
    .filter((line) => momentOf(line) !== 'over')
    .toSorted((a, b) => rank(momentOf(a)) - rank(momentOf(b)));
  const over = all.filter((line) => momentOf(line) === 'over').slice(0, mostOver);
  const { shown, pages, page } = pageOf(open, askedPage(exchange.query('page')), aPage);
  const [{ land }, openCards, overCards] = await Promise.all([
    deps.hubLook(ctx.hubId),
    publicationCards(ctx, deps, shown),
    publicationCards(ctx, deps, over),
  ]);
  const dates = open
    .flatMap((line) =>
      placedMilestones(line.content.milestones, today)
        .filter(({ on, state }) => on !== null && (state === 'next' || state === 'later'))
        .map((milestone) => ({ line, milestone })),
    )
    .toSorted((a, b) => (a.milestone.on ?? '').localeCompare(b.milestone.on ?? ''));
  return exchange.page({
    title: 'Actions en cours',
    description: 'Ce que le pôle et ses partenaires font en ce moment, avec les dates, pour s’y joindre à temps.',
    canonical: path,
    content: (
      <>
        <PageHeader
          title="Actions en cours"
          lead={<p>Ce que nous faisons en ce moment, avec qui, jusqu’à quand. Accordez vos projets aux nôtres.</p>}
          actions={
            <ButtonLink kind="ghost" icon="calendar" href={calendarPath}>
              Dates dans mon agenda
            </ButtonLink>
          }
        />
        {open.length > 0 && (
          <Section title="À rejoindre maintenant">
            <div class="cards two">
              {shown.map((line, place) => {
                const card = openCards[place];
                return card && <OpenAction line={line} card={card} land={land} today={today} />;
              })}
            </div>
            <Pagination page={page} pages={pages} hrefOf={(at) => listHref(path, { page: at })} />
          </Section>
        )}
        {dates.length > 0 && (
          <Section title="Les prochaines dates" id="dates">
            <ol class="date-rows">
              {dates.slice(0, mostDates).map(({ line, milestone }) => (
                <CalendarRow
                  day={Temporal.PlainDate.from(milestone.on ?? today.toString())}
                  label={milestone.label}
                  about={line.title}
                  href={publicationPath('action', line.slug)}
                />
              ))}
            </ol>
          </Section>
        )}
        {overCards.length > 0 && (
          <Section title="Ce que ça a donné">
            <ContentCards cards={overCards.map((card, at) => ({ ...card, ...outcomeOf(over[at]) }))} land={land} />
          </Section>
        )}
        {all.length === 0 && (
          <EmptyState
            title="Aucune action publiée pour l’instant"
            actions={
              <ButtonLink href={askPath({ from: path, subject: 'Agir avec le pôle' })}>
                Proposer d’agir ensemble
              </ButtonLink>
            }
          >
            <p>Un chantier commun en tête ? Parlez-en au pôle.</p>
          </EmptyState>
        )}
      </>
    ),
  });
}

const rank = (moment: string): number => (moment === 'running' ? 0 : 1);

function outcomeOf(line: PublishedLine<'action'> | undefined): { label: string; text: string } | object {
  if (!line) return {};
  return { label: 'Action terminée', ...(line.content.outcome ? { text: line.content.outcome.slice(0, 160) } : {}) };
}

interface OpenActionProps {
  readonly line: PublishedLine<'action'>;
  readonly card: ContentCard;
  readonly land: Territory;
  readonly today: Temporal.PlainDate;
}

function OpenAction({ line, card, land, today }: OpenActionProps): JSX.Element {
  const { startsOn, endsOn, partners } = line.content;
  const isComing = actionMoment(line.content, today) === 'coming';
  const names = partners.map(({ name }) => name).filter(Boolean);
  return (
    <Card
      href={card.href}
      title={card.title}
      wide
      cover={{
        id: card.id,
        hue: card.hue,
        motif: land.motif,
        ...(card.picture ? { photo: photoOf(card.picture, '(min-width: 60em) 38rem, 92vw') } : {}),
      }}
      label={{
        text: [isComing ? 'Bientôt' : 'En cours', card.facts].filter(Boolean).join(' · '),
        own: card.isOwn ?? false,
      }}
      facts={periodInWords(startsOn, endsOn, today)}
    >
      {card.text}
      {names.length > 0 && <p class="facts">{`Avec ${withOthers(names)}`}</p>}
    </Card>
  );
}

function withOthers(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3
    ? `${shown} et ${names.length === 4 ? 'un autre partenaire' : `${names.length - 3} autres partenaires`}`
    : shown;
}
