import { and, eq, inArray, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { campaignStateNames, campaignStates } from '../domain/period.ts';
import { campaignsChanged } from '../facts.ts';
import { mayKeepMemberships } from '../policy.ts';
import { duesScales, membershipApplications, membershipCampaigns } from '../tables.ts';
import { campaignFields, type CampaignFields } from './campaign-fields.ts';

const day = (text: string | null): Temporal.PlainDate | null => (text === null ? null : Temporal.PlainDate.from(text));

/** Writes a campaign and its prices: a new one when `id` is null. What was already sent keeps the price it was sent with. */
export const saveCampaign = command({
  name: 'membership.save-campaign',
  input: z.object({
    id: z.uuid().nullable().default(null),
    version: z.int().default(0),
    fields: campaignFields,
  }),
  allow: mayKeepMemberships,
  async run(work, { id, version, fields }) {
    const { scales, ...rest } = fields;
    const said = {
      ...rest,
      startsOn: day(fields.startsOn),
      endsOn: day(fields.endsOn),
      opensOn: Temporal.PlainDate.from(fields.opensOn),
      closesOn: day(fields.closesOn),
      updatedAt: work.now(),
    };
    const campaignId = id ?? work.newId();
    if (id === null)
      await work.db.insert(membershipCampaigns).values({ ...said, id: campaignId, createdAt: work.now() });
    else {
      const { rowCount } = await work.db
        .update(membershipCampaigns)
        .set({ ...said, version: version + 1 })
        .where(and(eq(membershipCampaigns.id, id), eq(membershipCampaigns.version, version)));
      if (rowCount === 0) return refuse((await isThere(work, id)) ? 'edited_meanwhile' : 'not_found');
    }
    await writeScales(work, campaignId, scales);
    work.publish(campaignsChanged());
    work.record({
      subjectKind: 'membership-campaign',
      subjectId: campaignId,
      summary: `${id === null ? 'Campagne d’adhésion préparée' : 'Campagne d’adhésion changée'} : ${fields.name}`,
    });
    return accept({ id: campaignId });
  },
});

async function isThere(work: CommandContext, id: string): Promise<boolean> {
  const rows = await work.db
    .select({ id: membershipCampaigns.id })
    .from(membershipCampaigns)
    .where(eq(membershipCampaigns.id, id));
  return rows.length > 0;
}

/** Prices left out are put aside when somebody used them, removed otherwise. */
async function writeScales(work: CommandContext, campaignId: string, scales: CampaignFields['scales']): Promise<void> {
  const known = await work.db
    .select({ id: duesScales.id })
    .from(duesScales)
    .where(eq(duesScales.campaignId, campaignId));
  const ids = new Set(known.map(({ id }) => id));
  const kept: string[] = [];
  for (const [position, { id, ...scale }] of scales.entries()) {
    const own = id !== null && ids.has(id) && !kept.includes(id) ? id : null;
    const scaleId = own ?? work.newId();
    kept.push(scaleId);
    if (own)
      await work.db
        .update(duesScales)
        .set({ ...scale, position, archivedAt: null })
        .where(eq(duesScales.id, own));
    else await work.db.insert(duesScales).values({ ...scale, id: scaleId, campaignId, position });
  }
  const gone = and(eq(duesScales.campaignId, campaignId), notInArray(duesScales.id, kept));
  await work.db.update(duesScales).set({ archivedAt: work.now() }).where(gone);
  const used = work.db.select({ id: membershipApplications.scaleId }).from(membershipApplications);
  await work.db.delete(duesScales).where(and(gone, notInArray(duesScales.id, used)));
}

/** Opens, closes or takes back a campaign. */
export const setCampaignState = command({
  name: 'membership.set-campaign-state',
  input: z.object({ id: z.uuid(), state: z.enum(campaignStates) }),
  allow: mayKeepMemberships,
  async run(work, { id, state }) {
    const [row] = await work.db
      .update(membershipCampaigns)
      .set({ state, updatedAt: work.now() })
      .where(eq(membershipCampaigns.id, id))
      .returning();
    if (!row) return refuse('not_found');
    if (state === 'draft') {
      const sent = await work.db
        .select({ id: membershipApplications.id })
        .from(membershipApplications)
        .where(inArray(membershipApplications.campaignId, [id]))
        .limit(1);
      if (sent.length > 0) return refuse('already_used');
    }
    work.publish(campaignsChanged());
    work.record({
      subjectKind: 'membership-campaign',
      subjectId: id,
      summary: `Campagne « ${row.name} » : ${campaignStateNames[state].toLowerCase()}`,
    });
    return accept({ id });
  },
});
