import { sql } from 'drizzle-orm';
import { registerPerson } from '#modules/identity/index.ts';
import { askOwnAddress, proveOwnAddress } from '#modules/people/commands/own-address.ts';
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
import { sharedAddresses } from '#modules/people/queries/own-address.ts';
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
  /** Of the mails that prove a new address, and that tell the former one. */
  newAddress: string;
  addressLeft: string;
  /** An address that waits for the team’s word. */
  sharedAddress: string;
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
    ...(await ownSecrets(ctx, { host, origin, words, otherId })),
    segments: await fillSegments(site, ctx, words, host),
  };
}

interface Site {
  host: string;
  origin: string;
  words: string;
}

const visitorOf = (ctx: Context): Context => ({ ...ctx, actor: null });

/** The link to what is held that this address asked for and opened, as it was mailed. */
async function ownLink(ctx: Context, email: string, { origin, words }: Site): Promise<{ id: string; secret: string }> {
  const visitor = visitorOf(ctx);
  unwrap(await execute(visitor, askRightsLink, { email }));
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select id from rights_links where person_id is null and opened_at is null`,
  );
  unwrap(await execute(visitor, sendRightsLinks, { id: rows[0]?.id, origin, hubName: words }));
  const secret = await mailedSecret(ctx, 'people.rights-link', email);
  const link = await rightsLink(ctx, secret);
  unwrap(await execute(visitor, openRightsLink, { linkId: link?.id }));
  return { id: link?.id ?? '', secret };
}

/** The end of the address in the last mail of a kind. */
async function mailedSecret(ctx: Context, kind: string, recipient: string): Promise<string> {
  const { rows } = await ctx.db.execute<{ href: string }>(sql`select body -> 'action' ->> 'href' as href
    from mail_messages where kind = ${kind} and recipient = ${recipient} order by id desc limit 1`);
  return (rows[0]?.href ?? '').split('/').at(-1) ?? '';
}

/** Her link; the other one gives an address, proves it, gives that of the first, proves it, and gives a third. */
async function ownSecrets(
  ctx: Context,
  about: Site & { otherId: string },
): Promise<Pick<FilledPeople, 'secret' | 'newAddress' | 'addressLeft' | 'sharedAddress'>> {
  const { host, origin, words } = about;
  const visitor = visitorOf(ctx);
  const site = { origin, hubName: words };
  const { secret } = await ownLink(ctx, `personne@${host}`, about);
  const other = await ownLink(ctx, `seconde@${host}`, about);
  const give = async (email: string) => {
    unwrap(await execute(visitor, askOwnAddress, { linkId: other.id, email, ...site }));
    return mailedSecret(ctx, 'people.prove-address', email);
  };
  const [moved, shared] = [`seconde-ailleurs@${host}`, `personne@${host}`];
  unwrap(await execute(visitor, proveOwnAddress, { token: await give(moved), ...site }));
  unwrap(await execute(visitor, proveOwnAddress, { token: await give(shared), ...site }));
  return {
    secret,
    newAddress: await give(`seconde-encore@${host}`),
    addressLeft: await mailedSecret(ctx, 'people.address-left', `seconde@${host}`),
    sharedAddress: (await sharedAddresses(ctx))[0]?.id ?? '',
  };
}
