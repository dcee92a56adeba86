import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { Reader } from '#platform/db/database.ts';
import type { MembershipSurroundings } from '../../ports.ts';
import type { MembershipRow } from '../../tables.ts';
import { threadKinds } from '../domain/benefit.ts';
import { benefitList, notedUses, type BenefitRow } from './benefits.ts';

/** One time a benefit was used. */
export interface Use {
  on: Temporal.PlainDate;
  words: string;
}

/** A benefit, and what a member made of it in a year. */
export interface BenefitOfYear {
  benefit: BenefitRow;
  uses: Use[];
}

/** « Votre année avec le pôle ». */
export interface MemberYear {
  year: number;
  member: string;
  benefits: BenefitOfYear[];
  dues: number;
}

/** What a member used in a year, in the words that she may read: what the team keeps to itself is left out. */
export async function memberYear(
  ctx: Context,
  { thread }: Pick<MembershipSurroundings, 'thread'>,
  membership: MembershipRow,
  year: number,
): Promise<MemberYear> {
  const about = membership.organizationId
    ? { organizationId: membership.organizationId }
    : { personId: membership.personId ?? '' };
  const [benefits, lines, noted, member, dues] = await Promise.all([
    benefitList(ctx.db),
    thread(ctx, about),
    notedUses(ctx.db, membership.id),
    memberName(ctx, membership),
    duesOf(ctx, membership, year),
  ]);
  const ofYear = lines
    .filter(({ isInternal }) => !isInternal)
    .map((line) => ({ ...line, on: line.at.toZonedDateTimeISO(ctx.zone).toPlainDate() }))
    .filter(({ on }) => on.year === year)
    .toReversed();
  const isFor = ({ audience }: BenefitRow): boolean =>
    audience === 'all' || (audience === 'structure') === (membership.organizationId !== null);
  return {
    year,
    member,
    dues,
    benefits: benefits.filter(isFor).map((benefit) => {
      const { counted } = benefit;
      const read = counted === 'noted' ? [] : ofYear.filter(({ kind }) => threadKinds[counted].includes(kind));
      return {
        benefit,
        uses: [
          ...read.map(({ on, title }) => ({ on, words: title })),
          ...noted
            .filter((use) => use.benefitId === benefit.id && use.usedOn.year === year)
            .map((use) => ({ on: use.usedOn, words: use.note })),
        ],
      };
    }),
  };
}

async function memberName({ db }: Context, membership: MembershipRow): Promise<string> {
  const { rows } = await db.execute<{ name: string }>(sql`select coalesce(
    (select name from organizations where id = ${membership.organizationId}::uuid),
    (select display_name from persons where id = ${membership.personId}::uuid), '') as name`);
  return rows[0]?.name ?? '';
}

async function duesOf({ db }: Context, { personId, organizationId }: MembershipRow, year: number): Promise<number> {
  const { rows } = await db.execute<{ dues: number }>(sql`select coalesce(sum(dues), 0)::int as dues from memberships
    where (person_id = ${personId}::uuid or organization_id = ${organizationId}::uuid) and extract(year from starts_on) = ${year}`);
  return rows[0]?.dues ?? 0;
}

/** The running membership of somebody signed in: her own, else that of a structure she stands for. */
export async function ownMembership(
  { db }: Context,
  personId: string,
): Promise<{ id: string; linkTurn: number } | null> {
  const { rows } = await db.execute<{ id: string; linkTurn: number }>(sql`
    select m.id, m.link_turn as "linkTurn" from memberships m
    join membership_people mp on mp.hub_id = m.hub_id and mp.membership_id = m.id
    where mp.person_id = ${personId}::uuid and m.state = 'running'
    order by (m.person_id is null), m.ends_on desc limit 1`);
  return rows[0] ?? null;
}

/** Memberships whose member has not had the letter of this year, with where it goes. */
export async function withoutStatement(
  { db }: { readonly db: Reader },
  year: number,
): Promise<{ id: string; linkTurn: number; name: string; email: string }[]> {
  const { rows } = await db.execute<{ id: string; linkTurn: number; name: string; email: string }>(sql`
    select distinct on (m.id) m.id, m.link_turn as "linkTurn", p.display_name as name, a.value as email
    from memberships m
    join membership_people mp on mp.hub_id = m.hub_id and mp.membership_id = m.id
    join persons p on p.hub_id = mp.hub_id and p.id = mp.person_id and p.erased_at is null
    join contact_points a on a.hub_id = p.hub_id and a.person_id = p.id and a.kind = 'email'
    where m.state = 'running' and extract(year from m.starts_on) <= ${year}
      and not exists (select from member_statements s where s.hub_id = m.hub_id and s.membership_id = m.id and s.year = ${year})
    order by m.id, mp.is_contact desc, mp.position, a.preferred desc, a.created_at limit 2000`);
  return rows;
}
