import { openAdviceLinks } from '#modules/advice/index.ts';
import {
  addOrganization,
  ensureThemes,
  listThemes,
  suggestCorrection,
  suggestOrganization,
} from '#modules/directory/index.ts';
import {
  completeSetup,
  presentHub,
  readHubSettings,
  setHubContacts,
  setHubTerritory,
  setLegalNotice,
} from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { withoutWaitingForDisk } from '#platform/db/database.ts';
import { municipalityByInsee, municipalityCentre } from '#platform/geo/index.ts';
import { slugify } from '#platform/french/index.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import type { ComposedSite } from '../compose-site.ts';
import { operatorOfMachine } from '../machine-actor.ts';
import { openHub } from '../open-hub.ts';
import { demoStructures, type DemoStructure } from './demo-structures.ts';
import { hoursBefore } from './moments.ts';
import { demoCorrection, demoSuggestion } from './demo-visitors.ts';
import { fillDrafts } from './demo-drafts.ts';
import { fillSearch } from './demo-search.ts';
import { fillEvents } from './fill-events.ts';
import { fillMailing } from './fill-mailing.ts';
import { fillMembershipMoney } from './fill-membership-money.ts';
import { fillMemberships } from './fill-memberships.ts';
import { fillNews } from './fill-news.ts';
import { fillRegistrations } from './fill-registrations.ts';
import { fillDigests, fillReaders } from './fill-readers.ts';
import { fillResources } from './fill-resources.ts';
import { fillPages } from './fill-pages.ts';
import { fillPayments } from './fill-payments.ts';
import { fillPeople } from './fill-people.ts';
import { drawPhotos, fillPhotos } from './fill-photos.ts';
import { keepingLetters } from './keep-letters.ts';
import { fillProgramme } from './fill-programme.ts';
import { fillProposals } from './fill-proposals.ts';
import { fillFigures } from './fill-figures.ts';
import { fillStories } from './fill-stories.ts';
import { fillAdvice } from './fill-advice.ts';
import { fillAgendaModeration } from './fill-agenda-moderation.ts';
import { fillSegments } from './fill-segments.ts';
import { fillSources } from './fill-sources.ts';
import { fillTraining, fillTrainingInvoices } from './fill-training.ts';
import { openSignedIds } from '#platform/secrets/signed-ids.ts';
import { openPaymentLinks } from '#modules/payments/index.ts';
import { openMembershipLinks } from '#modules/membership/index.ts';
import { openRegistrationLinks } from '#modules/registration/index.ts';

const hubName = 'Pôle ESS des Vallons';

/**
 * Gives an installation without any hub the demonstration one, or finishes one that was interrupted. Answers false when
 * there was nothing to do.
 */
export async function fillDemonstration(site: ComposedSite, say: (line: string) => void): Promise<boolean> {
  const { rows } = await site.deps.databases.pool.query<{ id: string; is_demo: boolean }>(
    'select id, is_demo from hubs order by created_at',
  );
  const known = rows.find((row) => row.is_demo);
  if (rows.length > 0 && !known) return false;
  if (known && (await readHubSettings(site.deps.databases.forHub(known.id), known.id))?.setupCompletedAt) return false;
  say('Installation du pôle de démonstration…');
  const drawing = drawPhotos();
  const hubId = known?.id ?? (await openDemonstration(site));
  const usual = await site.contextOf(hubId, operatorOfMachine);
  // Hundreds of acts: an interrupted filling is taken up again, and the last act puts them all on the disk.
  const ctx = keepingLetters({ ...usual, db: withoutWaitingForDisk(usual.db) });
  await present(ctx);
  const ids = await addStructures(ctx);
  const people = await fillPeople(ctx, { organizations: ids });
  await letVisitorsIn(ctx, ids);
  const { hubs, settings, tally } = site.deps;
  const themes = new Map((await listThemes(ctx.db)).map((theme) => [theme.label, theme.id]));
  const names = { organizations: ids, themes, photos: await fillPhotos(ctx, site.ports.files, hubName, drawing) };
  await fillNews(ctx, names);
  await fillStories(ctx, names);
  const events = await fillEvents(ctx, names);
  await fillSources(ctx);
  await fillAgendaModeration(ctx, names);
  const registrations = {
    links: openRegistrationLinks(settings.secret, (id) => hubs.originOf(id)),
    payments: openPaymentLinks(settings.secret),
  };
  await fillRegistrations(ctx, registrations, events);
  const letters = {
    links: openSignedIds(settings.secret),
    originOf: (id: string) => hubs.originOf(id),
    hubLook: async () => ({ name: hubName }),
  };
  await fillProgramme(ctx, letters, events);
  const trainings = {
    links: openSignedIds(settings.secret),
    originOf: (id: string) => hubs.originOf(id),
    registrations,
  };
  await fillTraining(ctx, trainings);
  await fillPayments(ctx);
  await fillTrainingInvoices(ctx, trainings);
  const memberships = {
    links: openMembershipLinks(settings.secret, (id) => hubs.originOf(id)),
    payments: openPaymentLinks(settings.secret),
    ports: site.ports,
  };
  await fillMemberships(ctx, memberships, { organizations: ids, people });
  await fillMembershipMoney(ctx);
  await fillSegments(ctx);
  await fillFigures(ctx);
  await fillResources(ctx, names, site.ports.files);
  await fillPages(ctx, names);
  await fillDrafts(ctx);
  await fillProposals(ctx, names, { origin: await hubs.originOf(hubId), hubName });
  const mailables = site.deps.modules.flatMap((module) => module.mailables ?? []);
  await fillReaders(ctx, people);
  await fillMailing(ctx, mailables);
  await fillDigests(ctx, mailables);
  await fillSearch(ctx, tally);
  await fillAdvice(
    ctx,
    openAdviceLinks(settings.secret, (id) => hubs.originOf(id)),
  );
  unwrap(await execute(usual, completeSetup, {}));
  return true;
}

async function openDemonstration(site: ComposedSite): Promise<string> {
  const firstEmployee = { givenName: 'Camille', familyName: 'Exemple', email: null };
  const wanted = {
    name: hubName,
    slug: 'demonstration',
    firstEmployee,
    actor: operatorOfMachine,
    isDemo: true,
  };
  return unwrap(await openHub(site, wanted)).hubId;
}

async function present(ctx: Context): Promise<void> {
  unwrap(
    await execute(ctx, presentHub, {
      name: hubName,
      welcome: 'Ici, on entreprend ensemble.',
      promise:
        'Le pôle relie celles et ceux qui font vivre l’économie sociale et solidaire entre Vilaine et Semnon. Une idée, une association, une envie de coopérer ? On commence par un café.',
      slogan: 'On sème, on relie, on fait pousser.',
    }),
  );
  unwrap(
    await execute(ctx, setHubContacts, {
      email: 'bonjour@pole-vallons.example',
      phone: '02 61 91 00 00',
      street: '1 place des Initiatives imaginaires',
      postcode: '35470',
      city: 'Bain-de-Bretagne',
      welcomeHours: 'du lundi au jeudi, 9 h – 17 h 30',
    }),
  );
  unwrap(
    await execute(ctx, setLegalNotice, {
      publisher: 'Association Pôle ESS des Vallons (structure imaginaire)',
      legalForm: 'Association déclarée (loi du 1er juillet 1901)',
      siren: '',
      rna: '',
      publicationDirector: 'La présidence collégiale',
      hostName: 'Cette machine de démonstration',
      hostAddress: '',
      hostPhone: '',
      dataContact: 'donnees@pole-vallons.example',
    }),
  );
  unwrap(
    await execute(ctx, setHubTerritory, {
      parts: [
        { kind: 'epci', code: '200043990', label: 'Vallons de Haute-Bretagne Communauté' },
        { kind: 'epci', code: '200070662', label: 'Bretagne Porte de Loire Communauté' },
      ],
    }),
  );
}

/** Adds the structures, one every nine days until today: the oldest wait to be confirmed. Answers their ids by name. */
async function addStructures(ctx: Context): Promise<ReadonlyMap<string, string>> {
  unwrap(await execute(ctx, ensureThemes, {}));
  const themes = new Map((await listThemes(ctx.db)).map((theme) => [theme.label, theme.id]));
  const ids = new Map<string, string>();
  for (const [rank, structure] of demoStructures.entries()) {
    const then = hoursBefore(ctx, (demoStructures.length - rank) * 9 * 24);
    const outcome = await execute(then, addOrganization, {
      profile: profileOf(structure, rank, themes),
      status: 'published',
    });
    if (outcome.ok) ids.set(structure.name, outcome.value.id);
    // Found already: an earlier filling was interrupted after this one.
    else if (outcome.reason !== 'looks_alike') unwrap(outcome);
  }
  return ids;
}

/** What visitors left these last hours. */
async function letVisitorsIn(ctx: Context, ids: ReadonlyMap<string, string>): Promise<void> {
  const visitor = { ...ctx, actor: null };
  const { hoursAgo, ...suggestion } = demoSuggestion;
  unwrap(await execute(hoursBefore(visitor, hoursAgo), suggestOrganization, { ...suggestion, isAnother: true }));
  const organizationId = ids.get(demoCorrection.of);
  if (!organizationId) return;
  const { author, message, proposed } = demoCorrection;
  unwrap(
    await execute(hoursBefore(visitor, demoCorrection.hoursAgo), suggestCorrection, {
      organizationId,
      author,
      message,
      proposed,
    }),
  );
}

function profileOf(structure: DemoStructure, rank: number, themes: ReadonlyMap<string, string>) {
  const domain = `${slugify(structure.name).slice(0, 30).replace(/-$/, '')}.example`;
  const centre = municipalityCentre(structure.town);
  return {
    name: structure.name,
    legalForm: structure.form,
    level: structure.level ?? ('base' as const),
    mission: structure.mission,
    description: structure.description ?? '',
    themes: structure.themes.map((label) => {
      const id = themes.get(label);
      if (!id) throw new Error(`no theme is called « ${label} »`);
      return id;
    }),
    offers: [...(structure.offers ?? [])],
    needs: [...(structure.needs ?? [])],
    means: [...(structure.means ?? [])],
    skills: [...(structure.skills ?? [])],
    audiences: [...(structure.audiences ?? [])],
    foundedYear: structure.founded ?? null,
    staffBracket: structure.staff ?? null,
    locations: [
      {
        street: structure.street,
        postcode: structure.postcode,
        city: municipalityByInsee(structure.town)?.name ?? '',
        municipalityInsee: structure.town,
        // Spread around the centre of the town, always at the same place.
        lon: centre ? centre.longitude + (((rank * 37) % 11) - 5) * 0.0018 : null,
        lat: centre ? centre.latitude + (((rank * 53) % 11) - 5) * 0.0012 : null,
        openingHours: structure.hours ?? '',
      },
    ],
    // Numbers that the regulator keeps for fiction.
    phone: `02 61 91 ${String(Math.floor(rank / 100)).padStart(2, '0')} ${String((rank + 10) % 100).padStart(2, '0')}`,
    email: `bonjour@${domain}`,
    website: `https://${domain}`,
    contacts: structure.contact
      ? [{ name: structure.contact[0], role: structure.contact[1], visibility: 'public' as const }]
      : [],
    isMember: structure.is?.includes('member') ?? false,
    isInspiring: structure.is?.includes('inspiring') ?? false,
    isSupport: structure.level === 'support_body',
    supports: [...(structure.supports ?? [])],
  };
}
