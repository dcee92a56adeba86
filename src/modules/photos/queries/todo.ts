import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { TodoEntry } from '#platform/contributions/module.ts';
import { plural } from '#platform/french/index.ts';
import { officePath, officePhotoPath } from '../paths.ts';
import { mayKeepPhotos } from '../policy.ts';
import type { PhotosDependencies } from '../ports.ts';

/** After how many days without an answer the employee is told. */
const patience = { days: 10 } as const;
const mostChecked = 2_000;

/** What the photo bank asks of the employee: refusals to see first, then answers late, then words missing. */
export async function photosTodo(ctx: Context, uses: PhotosDependencies['uses']): Promise<TodoEntry[]> {
  if (!mayKeepPhotos(ctx.actor)) return [];
  return [...(await refusals(ctx)), ...(await lateAnswers(ctx)), ...(await missingWords(ctx, uses))];
}

async function refusals(ctx: Context): Promise<TodoEntry[]> {
  const { rows } = await ctx.db.execute<{ id: string; words: string; since: string }>(sql`
    select p.image_id as id, coalesce(nullif(i.alternative, ''), nullif(p.occasion, ''), 'sans description') as words,
      to_char(min(coalesce(a.withdrawn_at, a.answered_at)) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
    from photo_people a join photos p on p.hub_id = a.hub_id and p.image_id = a.image_id
    join stored_images i on i.hub_id = p.hub_id and i.id = p.image_id
    where a.state in ('refused', 'withdrawn') and a.seen_at is null and p.trashed_at is null
    group by p.image_id, i.alternative, p.occasion order by 3 limit 20`);
  return rows.map(({ id, words, since }) => ({
    group: 'waiting',
    title: 'Une photo n’a plus l’accord d’une personne',
    detail: `« ${words} » est cachée partout. Choisissez-en une autre pour ses pages.`,
    action: { label: 'Voir la photo', path: officePhotoPath(id) },
    since: since ? Temporal.Instant.from(since) : null,
    hue: 'coral',
  }));
}

async function lateAnswers(ctx: Context): Promise<TodoEntry[]> {
  const limit = ctx.clock.now().toZonedDateTimeISO(ctx.zone).subtract(patience).toInstant();
  const { rows } = await ctx.db.execute<{ count: number; since: string | null }>(sql`
    select count(distinct a.image_id)::int as count,
      to_char(min(a.asked_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
    from photo_people a join photos p on p.hub_id = a.hub_id and p.image_id = a.image_id
    where a.state = 'asked' and a.asked_at < ${limit.toString()} and p.trashed_at is null`);
  const { count = 0, since = null } = rows[0] ?? {};
  if (count === 0) return [];
  return [
    {
      group: 'waiting',
      title: plural(count, 'photo attend un accord', 'photos attendent un accord'),
      detail: 'Sans réponse depuis dix jours : relancez, ou notez un accord donné sur papier.',
      action: { label: 'Voir', path: `${officePath}?accord=waiting` },
      since: since ? Temporal.Instant.from(since) : null,
      hue: 'sun',
    },
  ];
}

async function missingWords(ctx: Context, uses: PhotosDependencies['uses']): Promise<TodoEntry[]> {
  const { rows } = await ctx.db.execute<{ id: string; isMute: boolean; isUnsaid: boolean }>(sql`
    select p.image_id as id, i.alternative = '' and not p.is_decorative as "isMute", p.people = 'unsaid' as "isUnsaid"
    from photos p join stored_images i on i.hub_id = p.hub_id and i.id = p.image_id
    where p.trashed_at is null and ((i.alternative = '' and not p.is_decorative) or p.people = 'unsaid')
    order by p.image_id desc limit ${mostChecked}`);
  if (rows.length === 0) return [];
  const shown = await uses(
    ctx,
    rows.map(({ id }) => id),
  );
  const seen = new Set(shown.filter(({ isPublic }) => isPublic).map(({ imageId }) => imageId));
  const mute = rows.filter(({ id, isMute }) => isMute && seen.has(id)).length;
  const unsaid = rows.filter(({ id, isUnsaid }) => isUnsaid && seen.has(id)).length;
  const entries: TodoEntry[] = [];
  if (mute > 0)
    entries.push({
      group: 'can-wait',
      title: plural(mute, 'photo du site sans description', 'photos du site sans description'),
      detail: 'Les personnes qui ne la voient pas ne savent pas ce qu’elle montre.',
      action: { label: 'Décrire', path: `${officePath}?sans-description=oui` },
      since: null,
      hue: 'leaf',
    });
  if (unsaid > 0)
    entries.push({
      group: 'can-wait',
      title: plural(unsaid, 'photo du site à regarder', 'photos du site à regarder'),
      detail: 'Dites si l’on y reconnaît quelqu’un : il faudrait alors son accord.',
      action: { label: 'Regarder', path: `${officePath}?accord=unsaid` },
      since: null,
      hue: 'leaf',
    });
  return entries;
}
