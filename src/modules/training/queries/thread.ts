import { sql } from 'drizzle-orm';
import { rowsAbout } from '#modules/identity/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { ThreadEntry, ThreadSubject } from '#platform/contributions/module.ts';
import { threadEntries, type ThreadLines } from '#platform/contributions/thread-lines.ts';

/** The trainings a person, or the people of a structure, followed or asked for. */
export async function trainingThread(ctx: Context, subject: ThreadSubject): Promise<ThreadEntry[]> {
  const isPerson = 'personId' in subject;
  const concerned = isPerson
    ? rowsAbout(subject.personId, { personId: sql`t.person_id`, email: sql`t.email`, name: sql`t.name` })
    : sql`t.organization_id = ${subject.organizationId}::uuid`;
  const followed: ThreadLines = {
    kind: 'Formation',
    at: sql`t.created_at`,
    title: isPerson ? sql`c.title` : sql`c.title || ' : ' || t.name`,
    detail: sql`case when t.state = 'withdrawn' then 'a renoncé' when s.state = 'cancelled' then 'session annulée'
      when exists (select from training_attendances a where a.hub_id = t.hub_id and a.trainee_id = t.id and a.state = 'present') then 'suivie'
      when s.state = 'finished' then 'non suivie' else 'inscrite' end`,
    href: sql`'/gestion/formations/sessions/' || s.id || '/stagiaires/' || t.id`,
    from: sql`training_trainees t join training_sessions s on s.hub_id = t.hub_id and s.id = t.session_id
      join training_courses c on c.hub_id = s.hub_id and c.id = s.course_id where ${concerned}`,
  };
  if (!isPerson) return threadEntries(ctx.db, [followed]);
  const waited = rowsAbout(subject.personId, { personId: sql`null::uuid`, email: sql`i.email`, name: sql`i.name` });
  return threadEntries(ctx.db, [
    followed,
    {
      kind: 'Formation',
      at: sql`i.asked_at`,
      title: sql`c.title`,
      detail: sql`'a demandé à être prévenue des dates'`,
      href: sql`'/gestion/formations/catalogue/' || c.id`,
      from: sql`training_interests i join training_courses c on c.hub_id = i.hub_id and c.id = i.course_id where ${waited}`,
    },
  ]);
}
