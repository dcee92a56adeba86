import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import { capitalised, formatDateRange, formatMoney } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Banner } from '#ui/components/hero.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Section } from '#ui/components/section.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { RobotTrap } from '#ui/fields/robot-trap.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { ReliefCover } from '#ui/relief/relief-cover-view.tsx';
import { lines } from '../../documents/words.ts';
import { durationInWords, financingNames, formatNames } from '../../domain/course.ts';
import { isHeld } from '../../domain/session-states.ts';
import { coursePath, coursesPath, interestPath, officePaths, sessionPath } from '../../paths.ts';
import { mayRunTraining } from '../../policy.ts';
import type { TrainingDependencies } from '../../ports.ts';
import { sessionList, todayIn } from '../../queries/session-list.ts';
import { courseAt, isPublicCourse, type StoredCourse } from '../../queries/stored-course.ts';
import { halfDaysOfSessions, trainersOf } from '../../queries/stored-session.ts';
import { nothingTyped, type TypedHere } from '../typed.ts';
import { courseStructuredData } from './structured-data.ts';
import { NextSessions } from './next-sessions.tsx';

/** `GET /formations/:slug`. */
export async function showCourse(exchange: Exchange, deps: TrainingDependencies): Promise<Response> {
  const course = await publicCourseAt(exchange);
  if (!course) return exchange.notFound();
  if (course.slug !== exchange.param('slug')) return exchange.redirect(coursePath(course.slug));
  return coursePage(exchange, deps, course, nothingTyped);
}

/** The course of an address, for those who may read it. */
export async function publicCourseAt(exchange: Exchange): Promise<StoredCourse | null> {
  const course = await courseAt(exchange.ctx.db, exchange.param('slug'));
  if (!course || course.trashedAt) return null;
  return isPublicCourse(course) || mayRunTraining(exchange.actor) ? course : null;
}

export async function coursePage(
  exchange: Exchange,
  deps: TrainingDependencies,
  course: StoredCourse,
  typed: TypedHere,
  status = 200,
): Promise<Response> {
  const { ctx } = exchange;
  const today = todayIn(ctx);
  const [{ land, name }, sessions, named] = await Promise.all([
    deps.hubLook(exchange.hub.id),
    sessionList(ctx.db, { from: today, courseIds: [course.id], publicOnly: true }, { limit: 20, today }),
    deps.organizations.named(ctx, course.providerId ? [course.providerId] : []),
  ]);
  const held = sessions.filter(({ state }) => isHeld(state));
  const next = held.find(({ enrolled, max }) => enrolled < max) ?? held[0];
  const halfDays = await halfDaysOfSessions(
    ctx.db,
    sessions.map(({ id }) => id),
  );
  const trainers = await trainersOf(
    ctx.db,
    [...halfDays.values()].flat().flatMap((halfDay) => halfDay.trainers),
  );
  const provider = course.providerId ? named.get(course.providerId) : undefined;
  return exchange.page({
    title: course.title,
    status,
    description: course.brief,
    sheets: ['agenda'],
    section: coursesPath,
    indexed: isPublicCourse(course),
    canonical: coursePath(course.slug),
    edit: { href: officePaths.course(course.id), roles: ['employee'] },
    mailable: { kind: 'course', id: course.id },
    structuredData: [courseStructuredData({ course, sessions: held, origin: exchange.hub.origin, hub: name })],
    content: (
      <>
        <Banner>
          <ReliefCover id={course.id} hue={285} motif={land.motif} width={1200} height={260} />
        </Banner>
        <PageHeader
          title={course.title}
          trail={[{ label: 'Formations', href: coursesPath }, { label: course.title }]}
          label={{ text: course.isOwn ? 'Formation du pôle' : 'Formation d’un partenaire', own: course.isOwn }}
          facts={`${durationInWords(course.minutes)} · ${formatNames[course.format].toLowerCase()}`}
          lead={course.brief}
        />
        {next ? (
          <p class="actions way-in">
            <ButtonLink href={sessionPath(course.slug, next.slug)}>Voir la session</ButtonLink>
            <b>{capitalised(formatDateRange(next.first, next.last))}</b>
          </p>
        ) : (
          <p class="actions way-in">
            <ButtonLink href="#prevenir">Être prévenu·e</ButtonLink>
          </p>
        )}
        <Columns
          main={
            <>
              <Texts course={course} />
              {trainers.size > 0 && (
                <Section title="Qui anime">
                  <ul class="stack">
                    {[...trainers.values()].map((trainer) => (
                      <li>
                        <b>{trainer.name}</b>
                        {trainer.qualification && `, ${trainer.qualification}`}
                      </li>
                    ))}
                  </ul>
                </Section>
              )}
            </>
          }
          side={
            <>
              <Panel title={held.length > 0 ? 'Prochaines sessions' : 'Pas de session prévue'}>
                {sessions.length > 0 && <NextSessions sessions={sessions} />}
                {course.isForSchools && (
                  <p>
                    Ce module se tient chez vous, en classe ou en établissement.{' '}
                    <a href="/contact">Demandez une date.</a>
                  </p>
                )}
                {!course.isOwn && (course.providerUrl || provider) && (
                  <p class="actions">
                    {course.providerUrl && (
                      <ButtonLink icon="external" href={course.providerUrl} rel="noopener">
                        S’inscrire auprès de l’organisme
                      </ButtonLink>
                    )}
                    {provider && <a href={provider.path}>{provider.name}</a>}
                  </p>
                )}
              </Panel>
              <InterestForm exchange={exchange} course={course} typed={typed} hasSession={held.length > 0} />
              <Panel title="En pratique">
                <DescriptionList
                  rows={[
                    {
                      term: 'Tarifs',
                      value: course.prices.length > 0 && (
                        <ul class="plain">
                          {course.prices.map(({ label, cents }) => (
                            <li>
                              {label} : {cents === 0 ? 'gratuit' : formatMoney(cents)}
                            </li>
                          ))}
                        </ul>
                      ),
                      note: course.priceNote,
                    },
                    { term: 'Financements', value: course.financing.map((one) => financingNames[one]).join(', ') },
                    { term: 'Proposée par', value: course.isOwn ? name : (provider?.name ?? course.providerName) },
                    { term: 'Accessibilité', value: course.accessibility },
                    { term: 'Référent·e handicap', value: course.accessibilityContact },
                  ].map((row) => ({ ...row, value: row.value || undefined }))}
                />
              </Panel>
            </>
          }
        />
      </>
    ),
  });
}

function Texts({ course }: { readonly course: StoredCourse }): JSX.Element {
  const parts: readonly [string, string][] = [
    ['Objectifs', course.objectives],
    ['Pour qui', course.public],
    ['Prérequis', course.prerequisites],
    ['Programme', course.programme],
    ['Méthode', course.method],
    ['Moyens, à apporter', course.means],
    ['Comment on sait que c’est acquis', course.assessment],
  ];
  return (
    <div class="prose">
      {parts
        .filter(([, text]) => text !== '')
        .map(([title, text]) => (
          <section>
            <h2>{title}</h2>
            <Lines text={text} />
          </section>
        ))}
    </div>
  );
}

/** One line is a sentence, several are a list. */
function Lines({ text }: { readonly text: string }): JSX.Element {
  const [first, ...others] = lines(text);
  if (others.length === 0) return <p>{first}</p>;
  return (
    <ul>
      {[first, ...others].map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}

function InterestForm({
  exchange,
  course,
  typed: { values, errors },
  hasSession,
}: {
  readonly exchange: Exchange;
  readonly course: StoredCourse;
  readonly typed: TypedHere;
  readonly hasSession: boolean;
}): JSX.Element {
  return (
    <Panel title="Être prévenu·e" id="prevenir">
      <p>
        {hasSession ? 'Ces dates ne vous vont pas ?' : 'Soyez parmi les premières personnes averties.'} Une lettre à la
        prochaine ouverture, puis plus rien.
      </p>
      <Form
        action={interestPath(course.slug)}
        label="Être prévenu·e"
        errors={summaryOf(errors)}
        hidden={{ [formKeyField]: exchange.formKey }}
      >
        <TextField
          name="email"
          type="email"
          label="Votre e-mail"
          required
          autocomplete="email"
          value={values['email']}
          error={errors['email']}
        />
        <TextField name="name" label="Votre nom" autocomplete="name" value={values['name']} error={errors['name']} />
        <RobotTrap />
        <SubmitBar label="Me prévenir" kind="ghost" />
      </Form>
    </Panel>
  );
}
