import type { Context } from '#platform/context/context.ts';
import type { AccountEntry, HomeBlock, SiteMapEntry } from '#platform/contributions/module.ts';
import { piecesForMembers } from '#modules/hub/index.ts';
import { formatDate } from '#platform/french/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Icon } from '#ui/components/icon.tsx';
import { CallOut } from '#ui/components/section.tsx';
import { ownMembership } from '../../benefits/queries/member-year.ts';
import { moneyPaths } from '../../money-paths.ts';
import { paths } from '../../paths.ts';
import { openCampaign } from '../../queries/campaigns.ts';

const place = 85;
const linesShown = 3;

const runningCampaign = (ctx: Context) =>
  openCampaign(ctx.db, ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate());

/** On the home page while one may join: what membership brings in three lines, and the way in. */
export async function joinHomeBlocks(ctx: Context): Promise<HomeBlock[]> {
  const campaign = await runningCampaign(ctx);
  if (!campaign) return [];
  const brings = campaign.presentation
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, linesShown);
  return [
    {
      key: 'membership.join',
      label: 'Adhérer',
      order: place,
      content: (
        <CallOut title="Faites partie du pôle">
          {brings.length > 0 && (
            <ul>
              {brings.map((line) => (
                <li>
                  <Icon name="check" /> {line}
                </li>
              ))}
            </ul>
          )}
          <p class="actions">
            <ButtonLink kind="dark" href={paths.join}>
              Adhérer en trois minutes
            </ButtonLink>
          </p>
          {campaign.closesOn && <p class="facts">Jusqu’au {formatDate(campaign.closesOn)}.</p>}
        </CallOut>
      ),
    },
  ];
}

/** From one’s account: the page of the year, or the way to join. */
export async function membershipAccountEntries(ctx: Context): Promise<AccountEntry[]> {
  const { actor } = ctx;
  if (!actor) return [];
  if (await ownMembership(ctx, actor.personId))
    return [
      {
        title: 'Mon adhésion',
        detail: 'Ce qu’elle vous a apporté cette année, et ce qui vous attend encore.',
        action: { label: 'Voir mon année avec le pôle', path: moneyPaths.ownYear },
      },
    ];
  return (await runningCampaign(ctx))
    ? [
        {
          title: 'Adhérer',
          detail: 'Trois minutes suffisent : ce que le site sait déjà est rempli.',
          action: { label: 'Voir les adhésions', path: paths.join },
        },
      ]
    : [];
}

/** What search engines may list: the way to join, and the members when everyone may see them. */
export async function* membershipSiteMap(ctx: Context): AsyncGenerator<SiteMapEntry> {
  yield { path: paths.join, changedAt: null };
  if (!(await piecesForMembers(ctx.db)).has('showcase')) yield { path: moneyPaths.showcase, changedAt: null };
}
