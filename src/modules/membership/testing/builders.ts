import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { setCampaignState, saveCampaign } from '../commands/save-campaign.ts';
import { saveCollege } from '../commands/save-college.ts';
import { scalesOf, type DuesScale } from '../queries/campaigns.ts';

/** A campaign of this year, open, with a price for each kind of member. */
export interface BuiltCampaign {
  id: string;
  collegeId: string;
  /** By label: « Personne », « Association », « Libre », « Réduit », « Entreprise ». */
  scale(label: string): DuesScale;
}

const year = (ctx: Context): number => ctx.clock.now().toZonedDateTimeISO(ctx.zone).year;

export async function aCampaign(
  ctx: Context,
  wanted: { needsBoard?: boolean; charter?: string; name?: string; rolling?: boolean; reminderDays?: number[] } = {},
): Promise<BuiltCampaign> {
  const name = wanted.name ?? `Adhésion ${year(ctx)}`;
  const college = unwrap(await execute(ctx, saveCollege, { name: `Usagers, ${name}` }));
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const { id } = unwrap(
    await execute(ctx, saveCampaign, {
      fields: {
        name,
        periodKind: wanted.rolling ? 'rolling' : 'fixed',
        startsOn: `${year(ctx)}-01-01`,
        endsOn: `${year(ctx)}-12-31`,
        opensOn: today.subtract({ days: 30 }).toString(),
        needsBoard: wanted.needsBoard ?? false,
        charter: wanted.charter ?? '',
        reminderDays: wanted.reminderDays ?? [],
        presentation: 'Des formations à prix d’adhérent·e\nUne voix à l’assemblée générale',
        questions: [{ key: 'envies', label: 'Vos envies', kind: 'text' }],
        scales: [
          { label: 'Personne', who: 'person', kind: 'fixed', amount: 1500, collegeId: college.id },
          { label: 'Réduit', who: 'person', kind: 'reduced', amount: 500, collegeId: college.id, hint: 'Sans emploi' },
          { label: 'Libre', who: 'person', kind: 'free', amount: 1000, suggested: 2000 },
          {
            label: 'Association',
            who: 'association',
            kind: 'budget',
            collegeId: college.id,
            brackets: [
              { upTo: 10_000, amount: 2000 },
              { upTo: 100_000, amount: 5000 },
              { upTo: null, amount: 12_000 },
            ],
          },
          {
            label: 'Entreprise',
            who: 'company',
            kind: 'staff',
            brackets: [
              { upTo: 9, amount: 8000 },
              { upTo: null, amount: 20_000 },
            ],
          },
        ],
      },
    }),
  );
  unwrap(await execute(ctx, setCampaignState, { id, state: 'open' }));
  const scales = await scalesOf(ctx.db, id);
  return {
    id,
    collegeId: college.id,
    scale(label) {
      const found = scales.find((scale) => scale.label === label);
      if (!found) throw new Error(`no scale ${label}`);
      return found;
    },
  };
}
