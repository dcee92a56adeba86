import { employees } from '#modules/identity/index.ts';
import {
  acceptApplications,
  applyForMembership,
  duesScalesOf,
  lapseMemberships,
  noteMemberships,
  saveCampaign,
  saveCollege,
  setCampaignState,
  typeApplication,
  type MembershipDependencies,
} from '#modules/membership/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Actor, Context } from '#platform/context/context.ts';
import { slugify, typography } from '#platform/french/index.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import {
  demoCharter,
  demoColleges,
  demoNewcomers,
  demoPresentation,
  demoQuestion,
  demoScales,
} from './demo-memberships.ts';
import { demoPeople } from './demo-people.ts';
import { demoStructures, type DemoStructure } from './demo-structures.ts';
import { daysBefore } from './moments.ts';

interface Names {
  organizations: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, string>;
}

/** A hundred members over three years, and the campaign of the year that comes, just begun. */
export async function fillMemberships(ctx: Context, deps: MembershipDependencies, names: Names): Promise<void> {
  const [first] = await employees(ctx.db);
  if (!first) return;
  const roles = new Set(['employee'] as const);
  const camille: Actor = { personId: first.personId, accountId: first.personId, name: first.name, roles };
  const team = { ...ctx, actor: camille };
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const running = today.month >= 11 ? today.year + 1 : today.year;
  const colleges: string[] = [];
  for (const college of demoColleges) {
    const saved = await execute(team, saveCollege, college);
    // Set up already: an earlier filling was interrupted after this one.
    if (!saved.ok) return;
    colleges.push(saved.value.id);
  }
  const members = everyMember(names, colleges);
  for (const year of [running - 3, running - 2, running - 1]) {
    const opened = Temporal.PlainDate.from({ year: year - 1, month: 11, day: 15 });
    const then = daysBefore(team, Math.max(0, opened.until(today, { largestUnit: 'days' }).days - 20));
    const campaignId = await openCampaign(then, year, colleges, false);
    const those = members.filter(({ since, until }) => since <= year - running && until >= year - running);
    unwrap(await execute(then, noteMemberships(deps), { campaignId, members: those.map(({ said }) => said) }));
    unwrap(await execute(then, setCampaignState, { id: campaignId, state: 'closed' }));
  }
  await beginYear(team, deps, await openCampaign(team, running, colleges, true));
  unwrap(await execute({ ...ctx, actor: null }, lapseMemberships, {}));
}

async function openCampaign(
  ctx: Context,
  year: number,
  colleges: readonly string[],
  needsBoard: boolean,
): Promise<string> {
  const { id } = unwrap(
    await execute(ctx, saveCampaign, {
      fields: {
        name: `Adhésion ${year}`,
        startsOn: `${year}-01-01`,
        endsOn: `${year}-12-31`,
        opensOn: `${year - 1}-11-01`,
        needsBoard,
        presentation: typography(demoPresentation),
        charter: typography(demoCharter),
        questions: [{ ...demoQuestion, choices: [...demoQuestion.choices] }],
        scales: demoScales.map(({ college, hint, ...scale }) => ({
          ...scale,
          hint: typography(hint),
          brackets: 'brackets' in scale ? [...scale.brackets] : [],
          collegeId: colleges[college] ?? null,
        })),
      },
    }),
  );
  unwrap(await execute(ctx, setCampaignState, { id, state: 'open' }));
  return id;
}

const whoOf = ({ form }: DemoStructure): 'association' | 'cooperative' | 'public_body' =>
  form === 'public_body'
    ? 'public_body'
    : form === 'scop' || form === 'scic' || form === 'cooperative'
      ? 'cooperative'
      : 'association';

const collegeOf = { person: 0, association: 1, cooperative: 1, public_body: 2 } as const;
const duesOf = {
  person: [1500, 500, 1500, 4000],
  association: [2000, 4000, 8000],
  cooperative: [6000, 12_000],
  public_body: [20_000],
} as const;

/** Members with the years, counted from the one that comes, of their first and last memberships. */
function everyMember({ organizations, people }: Names, colleges: readonly string[]) {
  const structures = demoStructures.flatMap((structure, rank) => {
    const organizationId = organizations.get(structure.name);
    const isNow = structure.is?.includes('member') ?? false;
    if (!organizationId || (!isNow && rank % 3 === 0)) return [];
    const who = whoOf(structure);
    const speakers = demoPeople
      .filter(({ roles }) => roles.some((role) => role.structure === structure.name))
      .flatMap((person) => {
        const personId = people.get(`${person.givenName} ${person.familyName}`);
        const role = person.roles.find((one) => one.structure === structure.name)?.function ?? '';
        return personId ? [{ personId, role }] : [];
      });
    return [
      {
        since: -3 + (rank % 2),
        until: isNow ? -1 : -2,
        said: {
          organizationId,
          who,
          collegeId: colleges[collegeOf[who]] ?? null,
          dues: duesOf[who][rank % duesOf[who].length] ?? 2000,
          people: speakers.toSorted((a, b) => Number(b.role !== '') - Number(a.role !== '')).slice(0, 3),
        },
      },
    ];
  });
  const persons = demoPeople.slice(0, 66).flatMap((person, rank) => {
    const personId = people.get(`${person.givenName} ${person.familyName}`);
    if (!personId) return [];
    return [
      {
        since: -3 + (rank % 3),
        until: rank % 7 === 4 ? -2 : -1,
        said: {
          personId,
          who: 'person' as const,
          collegeId: colleges[0] ?? null,
          dues: duesOf.person[rank % duesOf.person.length] ?? 1500,
        },
      },
    ];
  });
  return [...structures, ...persons].filter(({ since, until }) => since <= until);
}

/** The first applications of the year that comes: on paper with a cheque, from the site, one on the board’s table. */
async function beginYear(team: Context, deps: MembershipDependencies, campaignId: string): Promise<void> {
  const scales = await duesScalesOf(team.db, campaignId);
  const scaleOf = (label: string, who: string): string =>
    scales.find((scale) => scale.label === label && scale.who === who)?.id ?? '';
  const onPaper: string[] = [];
  const early = demoPeople.filter(({ reach }) => reach.includes('mail')).slice(0, 9);
  for (const [rank, { givenName, familyName }] of early.entries()) {
    const typed = await execute(daysBefore(team, 12 - rank), typeApplication(deps), {
      campaignId,
      scaleId: scaleOf('Adhésion', 'person'),
      givenName,
      familyName,
      email: `${slugify(`${givenName} ${familyName}`)}@courrier.example`,
      acceptsCharter: true,
      answers: { envies: demoQuestion.choices[rank % 3] ?? '' },
      received: {
        way: rank % 3 === 2 ? 'cash' : 'cheque',
        number: rank % 3 === 2 ? '' : `00${52_310 + rank * 17}`,
        bank: 'Banque des Vallons',
      },
    });
    if (typed.ok) onPaper.push(typed.value.applicationId);
  }
  const meetingOn = team.clock.now().toZonedDateTimeISO(team.zone).toPlainDate().subtract({ days: 2 }).toString();
  if (onPaper.length > 3)
    unwrap(await execute(daysBefore(team, 1), acceptApplications(deps), { ids: onPaper.slice(0, -3), meetingOn }));
  for (const { givenName, familyName, way, scale, note } of demoNewcomers)
    unwrap(
      await execute({ ...daysBefore(team, 1), actor: null }, applyForMembership(deps), {
        scaleId: scaleOf(scale, 'person'),
        givenName,
        familyName,
        email: `${slugify(`${givenName} ${familyName}`)}@courrier.example`,
        note: typography(note),
        chosen: 4000,
        declares: true,
        acceptsCharter: true,
        paymentWay: way,
      }),
    );
  unwrap(
    await execute({ ...daysBefore(team, 3), actor: null }, applyForMembership(deps), {
      scaleId: scaleOf('Selon votre budget', 'association'),
      organizationName: 'Les Jardins partagés de l’Aff',
      givenName: 'Corentin',
      familyName: 'Hautbois-Fictif',
      role: 'Trésorier',
      email: 'corentin.hautbois-fictif@courrier.example',
      budget: 8000,
      acceptsCharter: true,
      paymentWay: 'transfer',
    }),
  );
}
