import { occurrencesOf } from '#modules/agenda/index.ts';
import { capitalised, formatDateRange } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Banner } from '#ui/components/hero.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Section } from '#ui/components/section.tsx';
import { ReliefCover } from '#ui/relief/relief-cover-view.tsx';
import { trainerNames } from '../../documents/words.ts';
import { durationInWords } from '../../domain/course.ts';
import { pricesInWords } from '../../domain/prices-in-words.ts';
import { halfDayInWords } from '../../emails/session-mails.ts';
import { coursePath, coursesPath, officePaths, sessionPath } from '../../paths.ts';
import { mayRunTraining } from '../../policy.ts';
import type { TrainingDependencies } from '../../ports.ts';
import { paperFactsOf } from '../../queries/paper-facts.ts';
import { sessionList, todayIn } from '../../queries/session-list.ts';
import { seatsInWords } from './next-sessions.tsx';
import { publicCourseAt } from './course-page.tsx';
import { courseStructuredData } from './structured-data.ts';

/** `GET /formations/:slug/:session`: when, where, with whom, and how to register. Nobody enrolled is named. */
export async function showSession(exchange: Exchange, deps: TrainingDependencies): Promise<Response> {
  const { ctx } = exchange;
  const course = await publicCourseAt(exchange);
  if (!course) return exchange.notFound();
  const today = todayIn(ctx);
  const all = await sessionList(ctx.db, { courseIds: [course.id] }, { limit: 1000, today });
  const line = all.find(({ slug }) => slug === exchange.param('session'));
  const isOpen = line !== undefined && line.state !== 'draft' && !line.isPrivate;
  const facts = line && (isOpen || mayRunTraining(exchange.actor)) ? await paperFactsOf(ctx, line.id) : null;
  if (!line || !facts) return exchange.notFound();
  const { session, halfDays, place, partners } = facts;
  const [{ land, name }, occurrences] = await Promise.all([
    deps.hubLook(exchange.hub.id),
    session.eventId ? occurrencesOf(ctx.db, { eventIds: [session.eventId] }) : [],
  ]);
  const [first] = occurrences;
  const panel =
    first && isOpen
      ? await deps.registration.panel(exchange, { eventId: first.eventId, occurrenceId: first.id })
      : null;
  const dates = formatDateRange(line.first, line.last);
  return exchange.page({
    title: `${course.title}, ${dates}`,
    description: course.brief,
    sheets: ['agenda'],
    section: coursesPath,
    indexed: isOpen && session.state !== 'cancelled',
    canonical: sessionPath(course.slug, session.slug),
    edit: { href: officePaths.session(session.id), roles: ['employee'] },
    ...(session.eventId && !session.isPrivate ? { mailable: { kind: 'event', id: session.eventId } } : {}),
    structuredData: [courseStructuredData({ course, sessions: [line], origin: exchange.hub.origin, hub: name })],
    content: (
      <>
        <Banner>
          <ReliefCover id={course.id} hue={285} motif={land.motif} width={1200} height={260} />
        </Banner>
        <PageHeader
          title={course.title}
          trail={[
            { label: 'Formations', href: coursesPath },
            { label: course.title, href: coursePath(course.slug) },
            { label: dates },
          ]}
          label={{ text: course.isOwn ? 'Formation du pôle' : 'Formation d’un partenaire', own: course.isOwn }}
          facts={[capitalised(dates), session.attendance === 'online' ? 'à distance' : line.city]
            .filter(Boolean)
            .join('\u00a0· ')}
          lead={course.brief}
        />
        {session.state === 'cancelled' && (
          <Notice state="warning" title="Cette session est annulée">
            {session.cancelledBecause && <p>{session.cancelledBecause}</p>}
          </Notice>
        )}
        {panel?.seats?.isOpen && (
          <p class="actions way-in">
            <ButtonLink href={panel.seats.href}>{panel.seats.left === 0 ? 'Liste d’attente' : 'S’inscrire'}</ButtonLink>
            <b>{capitalised(seatsInWords(line))}</b>
          </p>
        )}
        <Columns
          main={
            <>
              <Section title="Quand">
                <ul class="sheets">
                  {halfDays.map((halfDay) => (
                    <li>
                      {capitalised(halfDayInWords(halfDay))}
                      {[halfDay.topic, halfDay.place].filter(Boolean).map((text) => (
                        <span class="facts"> · {text}</span>
                      ))}
                    </li>
                  ))}
                </ul>
              </Section>
              <Section
                title="Ce que vous saurez faire"
                more={{ href: coursePath(course.slug), label: 'Tout le programme' }}
              >
                <ul class="course-list">
                  {course.objectives
                    .split('\n')
                    .filter(Boolean)
                    .map((text) => (
                      <li>{text}</li>
                    ))}
                </ul>
              </Section>
            </>
          }
          side={
            <>
              {panel && <Panel class="event-panel">{panel.view}</Panel>}
              <Panel title="En pratique">
                <DescriptionList
                  rows={[
                    { term: 'Durée', value: durationInWords(halfDays.reduce((sum, { minutes }) => sum + minutes, 0)) },
                    { term: 'Lieu', value: place },
                    { term: 'Animée par', value: trainerNames(facts).join(', ') },
                    { term: 'Avec', value: partners.join(', ') },
                    { term: 'Tarifs', value: pricesInWords(course.prices, 1000) },
                    { term: 'Places', value: session.state === 'finished' || panel ? '' : seatsInWords(line) },
                    { term: 'Accessibilité', value: course.accessibilityContact },
                  ]}
                />
              </Panel>
            </>
          }
        />
      </>
    ),
  });
}
