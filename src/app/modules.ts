import { eventsOfOrganization } from '#modules/agenda/index.ts';
import { agendaModule } from '#modules/agenda/module.ts';
import { contactFor, openAdviceLinks } from '#modules/advice/index.ts';
import { adviceModule } from '#modules/advice/module.ts';
import {
  findOrganizations,
  listThemes,
  mapExtract,
  namedOrganizations,
  organizationCardsOfForms,
  organizationsByName,
  supportActors,
} from '#modules/directory/index.ts';
import { directoryModule } from '#modules/directory/module.ts';
import type { HubDependencies, HubDirectory } from '#modules/hub/index.ts';
import { hubModule } from '#modules/hub/module.ts';
import { identifyActor, mailAddresses, openVault, personCards } from '#modules/identity/index.ts';
import { identityModule } from '#modules/identity/module.ts';
import { mailingModule } from '#modules/mailing/module.ts';
import { memberStates, openMembershipLinks } from '#modules/membership/index.ts';
import { membershipModule } from '#modules/membership/module.ts';
import { openPaymentLinks, receivedOnline } from '#modules/payments/index.ts';
import { paymentsModule } from '#modules/payments/module.ts';
import { memberStatesFromRoles, personSections, type PeopleDependencies } from '#modules/people/index.ts';
import { peopleModule } from '#modules/people/module.ts';
import { photosModule } from '#modules/photos/module.ts';
import { programmeSection } from '#modules/programme/index.ts';
import { programmeModule } from '#modules/programme/module.ts';
import { doorChoices, newsOfOrganization } from '#modules/publishing/index.ts';
import { publishingModule } from '#modules/publishing/module.ts';
import type { KeptReads } from '#platform/kept-reads/kept-reads.ts';
import { openRegistrationLinks, registrationSeam } from '#modules/registration/index.ts';
import { registrationModule } from '#modules/registration/module.ts';
import { trainingModule } from '#modules/training/module.ts';
import { searchModule } from '#modules/search/module.ts';
import type { Config } from '#platform/config/parse-config.ts';
import type { Context } from '#platform/context/context.ts';
import type { Ports } from '#platform/context/ports.ts';
import type { Module } from '#platform/contributions/module.ts';
import type { Database, Databases } from '#platform/db/database.ts';
import type { Listener } from '#platform/db/listen.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { clientAddress } from '#platform/http/client-address.ts';
import type { Log } from '#platform/log/log.ts';
import type { Letter } from '#platform/mail/mail-carrier.ts';
import { keepPicture } from '#platform/pictures/keep-picture.ts';
import { createSearchTally, type SearchTally } from '#platform/search/search-tally.ts';
import { openSignedIds } from '#platform/secrets/signed-ids.ts';
import { createTryLimiter, type Tries, type TryLimiter } from '#platform/rate-limit/try-limiter.ts';
import type { Identified } from './dependencies.ts';
import { hubLook } from './hub-look.ts';
import { mailingSegments } from './mailing-segments.ts';
import { servedEntries } from './served-entries.ts';
import { redrawSite } from './redraw-site.ts';
import { routesOf } from './routes-of.ts';
import type { Site, Sites } from './site.ts';
import { mailModule } from './mail-module.ts';
import { siteModule } from './web/site-module.tsx';

/** What the manifests need from the application. */
export interface ModuleDependencies {
  config: Config;
  databases: Databases;
  hubs: HubDirectory;
  sites: Sites;
  listener: Listener;
  kept: KeptReads;
  ports: Ports;
  secret: string;
  log: Log;
  openHub: HubDependencies['openHub'];
}

/** The modules, and what the web needs of them. */
export interface AllModules {
  /** In dependency order: the first ones know nothing of the next. */
  list: readonly Module[];
  identify: (hubId: string, db: Database, headers: Headers) => Promise<Identified | null>;
  mayTry: (hubId: string, address: string, path: string, most: Tries) => Promise<boolean>;
  /** Counts the searches of visitors, beside the requests. */
  tally: SearchTally;
}

/** What a sheet shows of a thread at most. */
const longestThread = 200;

/** Every module with what it needs. */
export function allModules(deps: ModuleDependencies): AllModules {
  const { databases, sites, ports } = deps;
  const list: Module[] = [];
  const limiters = new Map<string, TryLimiter>();
  const limiter = createTryLimiter(databases.pool);
  const settingsOf = async (hubId: string) => {
    const site = await sites.of(hubId);
    if (!site) throw new Error(`the hub ${hubId} has no settings`);
    return site;
  };

  const homeBlocks = async (ctx: Context) =>
    (await gathered(list, (module) => module.homeBlocks?.(ctx))).sort((a, b) => a.order - b.order);
  const isServed = (path: string) => routesOf(list).some((route) => route.method === 'GET' && route.path === path);
  const clientIp = (http: Exchange['http']): string =>
    clientAddress(
      http.env?.incoming?.socket.remoteAddress,
      http.req.header('x-forwarded-for'),
      deps.config.trustedProxies,
    );
  const tally = createSearchTally({ forHub: databases.forHub, secret: deps.secret, log: deps.log });

  const commonMenu = () => servedEntries(list, isServed);
  const keyFigures = (ctx: Context) => gathered(list, (module) => module.keyFigures?.(ctx));
  const filesInUse = (ctx: Context, ids: readonly string[]) =>
    gathered(list, (module) => module.filesInUse?.(ctx, ids));

  const keepImage: HubDependencies['keepImage'] = async (ctx, file, alternative) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return keepPicture(ctx, ports, { bytes, alternative, credit: '', visibility: 'public' });
  };

  const segmentConditions = () => list.flatMap((module) => module.segmentConditions ?? []);
  const personalData = () => list.flatMap((module) => module.personalData ?? []).toReversed();
  const thread: PeopleDependencies['thread'] = async (ctx, about) =>
    (await gathered(list, (module) => module.thread?.(ctx, about)))
      .sort((one, other) => Temporal.Instant.compare(other.at, one.at))
      .slice(0, longestThread);

  const people: PeopleDependencies = {
    thread,
    // What memberships say comes after what roles and sheets say, and is right.
    memberStates: async (ctx, of) =>
      new Map([
        ...(await memberStatesFromRoles(ctx.db, of)),
        ...(await memberStates(ctx.db, { ...of, today: ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate() })),
      ]),
    personalData,
    segmentConditions,
    processing: () => list.flatMap((module) => module.processing ?? []),
    files: ports.files,
    hubName: async (hubId) => (await settingsOf(hubId)).settings.name,
    originOf: (hubId) => deps.hubs.originOf(hubId),
  };

  const membership = {
    links: openMembershipLinks(deps.secret, (hubId) => deps.hubs.originOf(hubId)),
    payments: openPaymentLinks(deps.secret),
    ports,
    receivedOnline: (ctx: Pick<Context, 'db'>, since: Temporal.PlainDate) =>
      receivedOnline(ctx, { vault: openVault(deps.secret), gateway: ports.payments }, since),
    thread,
  };
  const registration = {
    links: openRegistrationLinks(deps.secret, (hubId) => deps.hubs.originOf(hubId)),
    payments: openPaymentLinks(deps.secret),
  };

  list.push(
    hubModule({
      keyFigures,
      isServed,
      keepImage,
      openHub: deps.openHub,
      contextIn: async (ctx, hubId) => ({
        ...ctx,
        hubId,
        db: databases.forHub(hubId),
        zone: (await settingsOf(hubId)).settings.zone,
      }),
      personNames: async (ctx, ids) =>
        new Map([...(await personCards(ctx.db, ids))].map(([id, card]) => [id, card.name])),
      switchableModules: [
        {
          name: 'directory',
          label: 'Annuaire et carte',
          text: 'Les structures du territoire, leur fiche, leur carte.',
        },
      ],
      localOutbox: deps.config.smtpUrl === null && deps.config.isServedOnLoopback,
    }),
    identityModule({
      vault: openVault(deps.secret),
      limiter,
      clientIp,
      staffNeedsSecondFactor: async (ctx) => (await settingsOf(ctx.hubId)).settings.staffNeedsSecondFactor,
      personalData,
      accountEntries: (ctx) => gathered(list, (module) => module.accountEntries?.(ctx)),
      personSections: (exchange, personId) => personSections(people, exchange, personId),
    }),
    photosModule({
      ports,
      originOf: (hubId) => deps.hubs.originOf(hubId),
      hubName: async (hubId) => (await settingsOf(hubId)).settings.name,
      uses: (ctx, ids) => gathered(list, (module) => module.photoUses?.(ctx, ids)),
    }),
    directoryModule({
      hubLook: async (hubId) => hubLook(await settingsOf(hubId)),
      mapTiles: deps.config.mapTiles,
      newsOf: newsOfOrganization,
      eventsOf: eventsOfOrganization,
      originOf: (hubId) => deps.hubs.originOf(hubId),
      ports,
    }),
    peopleModule(people),
    publishingModule({
      hubLook: async (hubId) => hubLook(await settingsOf(hubId)),
      originOf: (hubId) => deps.hubs.originOf(hubId),
      ports,
      kept: deps.kept,
      clientIp: (exchange) => clientIp(exchange.http),
      homeBlocks,
      keyFigures,
      commonMenu,
      filesInUse,
      cardSources: () => list.flatMap((module) => module.cardSources ?? []),
      isServed,
      organizations: {
        named: (ctx, ids) => namedOrganizations(ctx.db, ids),
        find: (ctx, words, limit) => findOrganizations(ctx.db, words, limit),
        byNames: (ctx, names) => organizationsByName(ctx.db, names),
        ofForms: organizationCardsOfForms,
        supporting: (ctx) => supportActors(ctx.db),
      },
      themes: (ctx) => listThemes(ctx.db),
      contactFor,
      mapExtract,
      addressesOf: mailAddresses,
    }),
    agendaModule({
      hubLook: async (hubId) => hubLook(await settingsOf(hubId)),
      originOf: (hubId) => deps.hubs.originOf(hubId),
      ports,
      kept: deps.kept,
      mapTiles: deps.config.mapTiles,
      redraw: redrawSite,
      links: openSignedIds(deps.secret),
      clientIp: (exchange) => clientIp(exchange.http),
      organizations: {
        named: (ctx, ids) => namedOrganizations(ctx.db, ids),
        find: (ctx, words, limit) => findOrganizations(ctx.db, words, limit),
        byNames: (ctx, names) => organizationsByName(ctx.db, names),
      },
      themes: (ctx) => listThemes(ctx.db),
      audiences: (ctx) => doorChoices(ctx.db),
      filesInUse,
      registration: registrationSeam(registration),
      eventSections: [programmeSection],
    }),
    paymentsModule({
      links: openPaymentLinks(deps.secret),
      vault: openVault(deps.secret),
      gateway: ports.payments,
      ports,
      originOf: (hubId) => deps.hubs.originOf(hubId),
    }),
    membershipModule(membership),
    registrationModule(registration),
    programmeModule({
      hubLook: async (hubId) => hubLook(await settingsOf(hubId)),
      originOf: (hubId) => deps.hubs.originOf(hubId),
      links: openSignedIds(deps.secret),
      ports,
    }),
    trainingModule({
      hubLook: async (hubId) => hubLook(await settingsOf(hubId)),
      originOf: (hubId) => deps.hubs.originOf(hubId),
      files: ports.files,
      clientIp: (exchange) => clientIp(exchange.http),
      organizations: {
        named: (ctx, ids) => namedOrganizations(ctx.db, ids),
        byNames: (ctx, names) => organizationsByName(ctx.db, names),
      },
      themes: (ctx) => listThemes(ctx.db),
      audiences: (ctx) => doorChoices(ctx.db),
      links: openSignedIds(deps.secret),
      registration: registrationSeam(registration),
      registrations: registration,
      paymentLinks: registration.payments,
    }),
    mailingModule({
      hubLook: async (hubId) => hubLook(await settingsOf(hubId)),
      ports,
      links: openSignedIds(deps.secret),
      originOf: (hubId) => deps.hubs.originOf(hubId),
      signature: async (hubId) => {
        const site = await settingsOf(hubId);
        return { ...signatureOf(site, await deps.hubs.originOf(hubId)), email: site.settings.email };
      },
      mailables: () => list.flatMap((module) => module.mailables ?? []),
      filesInUse: (ctx, ids) => gathered(list, (module) => module.filesInUse?.(ctx, ids)),
      answers: () => list.flatMap((module) => module.mailAnswers ?? []),
      segments: mailingSegments(segmentConditions),
    }),
    searchModule({
      writeHref: (words) => `/gestion/contenus/ajouter/resource?${new URLSearchParams({ titre: words }).toString()}`,
    }),
    adviceModule({ links: openAdviceLinks(deps.secret, (hubId) => deps.hubs.originOf(hubId)), keepImage }),
    siteModule({
      modules: () => list,
      files: ports.files,
      tally,
      clientIp: (exchange) => clientIp(exchange.http),
    }),
  );
  list.push(mailModule(async (ctx) => signatureOf(await settingsOf(ctx.hubId), await deps.hubs.originOf(ctx.hubId))));

  return {
    list,
    tally,
    identify: async (hubId, db, headers) => {
      const { settings } = await settingsOf(hubId);
      const found = await identifyActor({
        db,
        headers,
        now: Temporal.Now.instant(),
        staffNeedsSecondFactor: settings.staffNeedsSecondFactor,
      });
      return found && { actor: found.actor, lacksSecondFactor: found.session.lacksSecondFactor };
    },
    async mayTry(hubId, address, path, { points, seconds }) {
      const key = `${points} in ${seconds}`;
      let counts = limiters.get(key);
      if (!counts) limiters.set(key, (counts = createTryLimiter(databases.pool, { points, seconds })));
      const kind = seconds === 60 ? path : `${path} in ${seconds}`;
      return (await counts.take({ hubId, kind, target: address, clientIp: address })).allowed;
    },
  };
}

async function gathered<Value>(
  list: readonly Module[],
  ask: (module: Module) => Promise<Value[]> | undefined,
): Promise<Value[]> {
  return (await Promise.all(list.map(async (module) => ask(module) ?? []))).flat();
}

/** How the letters of a hub present themselves. */
function signatureOf({ settings }: Site, origin: string): Letter['hub'] {
  const place = [settings.street, [settings.postcode, settings.city].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ');
  return {
    name: settings.name,
    origin,
    brandColor: settings.brandColor,
    footer: [settings.name, place, settings.phone].filter(Boolean).join('\n'),
  };
}
