import { sql } from 'drizzle-orm';
import { registerPerson } from '#modules/identity/index.ts';
import { askRightsLink, openRightsLink, sendRightsLinks } from '#modules/people/commands/rights-links.ts';
import { keepLonger } from '#modules/people/commands/keep-reviews.ts';
import { tellPeopleApart } from '#modules/people/commands/tell-people-apart.ts';
import {
  addDelegate,
  addDocument,
  addNote,
  beginOrganizationRole,
  beginStatus,
  chooseReach,
  chooseWrittenTo,
  joinHousehold,
  keepReviews,
  tagPeople,
} from '#modules/people/index.ts';
import { personRelations } from '#modules/people/queries/person-relations.ts';
import { relationsOf } from '#modules/people/queries/relations.ts';
import { rightsLink } from '#modules/people/queries/rights-link.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { keepFile } from '#platform/stored-files/index.ts';
import type { TestSite } from '#tests/support/app.ts';
import { fillSegments, type FilledSegments } from './fill-segments.ts';

/** What relations left in a hub. */
export interface FilledPeople {
  person: string;
  other: string;
  organization: string;
  role: string;
  note: string;
  organizationNote: string;
  tag: string;
  /** Of the link by which the person sees what is held about her. */
  secret: string;
  segments: FilledSegments;
}

/** A person with all that is kept of a relation, another of her home, a structure; `words` in every free text. */
export async function fillPeople(
  site: TestSite,
  ctx: Context,
  about: { words: string; host: string; origin: string; personId: string; organizationId: string },
): Promise<FilledPeople> {
  const { words, host, origin, personId, organizationId } = about;
  const names = { givenName: words, familyName: `${words} seconde`, email: `seconde@${host}` };
  const { personId: otherId } = unwrap(await execute(ctx, registerPerson, names));
  for (const subject of [{ personId }, { organizationId }]) {
    unwrap(await execute(ctx, beginStatus, { subject, status: 'partner', note: words }));
    unwrap(await execute(ctx, addNote, { subject, kind: 'call', text: words }));
    const bytes = new TextEncoder().encode(words);
    const file = { bytes, name: `${words}.txt`, visibility: 'staff' as const };
    const { fileId } = unwrap(await keepFile(ctx, site.site.ports.files, file));
    unwrap(await execute(ctx, addDocument, { subject, fileId, title: words }));
  }
  const role = { personId, organizationId, kind: 'chair', function: words, receivesMail: true } as const;
  unwrap(await execute(ctx, beginOrganizationRole, role));
  unwrap(await execute(ctx, tagPeople, { personIds: [personId], label: words.slice(0, 60) }));
  unwrap(await execute(ctx, tellPeopleApart, { personId, otherId }));
  const { householdId } = unwrap(await execute(ctx, joinHousehold, { personId, otherId, label: words }));
  unwrap(await execute(ctx, chooseWrittenTo, { householdId, personId }));
  unwrap(await execute(ctx, addDelegate, { personId, delegateId: otherId, purpose: words }));
  unwrap(await execute(ctx, chooseReach, { personId, channel: 'phone', note: words }));
  const longAgo = ctx.clock.now().subtract({ hours: 24 * 365 * 4 });
  const reviews = [personId, otherId].map((id) => ({ personId: id, lastContactAt: longAgo, lastContactKind: 'Appel' }));
  unwrap(await execute(ctx, keepReviews, { reviews }));
  unwrap(await execute(ctx, keepLonger, { personIds: [personId], reason: words }));
  const own = await personRelations(ctx.db, personId);
  const theirs = await relationsOf(ctx.db, { organizationId });
  return {
    person: personId,
    other: otherId,
    organization: organizationId,
    role: own.roles[0]?.id ?? '',
    note: own.notes[0]?.id ?? '',
    organizationNote: theirs.notes[0]?.id ?? '',
    tag: own.tags[0]?.id ?? '',
    secret: await ownSecret(ctx, { host, origin, words }),
    segments: await fillSegments(site, ctx, words, host),
  };
}

/** The link she asked for and opened, as it was mailed. */
async function ownSecret(ctx: Context, about: { host: string; origin: string; words: string }): Promise<string> {
  const visitor = { ...ctx, actor: null };
  unwrap(await execute(visitor, askRightsLink, { email: `personne@${about.host}` }));
  const { rows } = await ctx.db.execute<{ id: string }>(sql`select id from rights_links where person_id is null`);
  const asked = { id: rows[0]?.id ?? '', origin: about.origin, hubName: about.words };
  unwrap(await execute(visitor, sendRightsLinks, asked));
  const { rows: mails } = await ctx.db.execute<{ href: string }>(
    sql`select body -> 'action' ->> 'href' as href from mail_messages where kind = 'people.rights-link'`,
  );
  const secret = (mails[0]?.href ?? '').split('/').at(-1) ?? '';
  const link = await rightsLink(ctx, secret);
  unwrap(await execute(visitor, openRightsLink, { linkId: link?.id }));
  return secret;
}
