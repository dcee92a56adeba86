import type { JSX } from 'preact';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Chip } from '#ui/components/chip.tsx';
import { Banner } from '#ui/components/hero.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns } from '#ui/components/panel.tsx';
import { Section } from '#ui/components/section.tsx';
import { PhotoOrRelief } from '#ui/relief/relief-cover-view.tsx';
import type { Category } from '#ui/theme/categories.ts';
import { legalFormLabel } from '../../domain/legal-forms.ts';
import { directoryPath, officeSheetPath, organizationPath } from '../../paths.ts';
import { keepers } from '../../policy.ts';
import type { DirectoryDependencies, HubLook, TitledEvent, TitledNews } from '../../ports.ts';
import type { IndexedTheme } from '../../queries/index/theme-tree.ts';
import { sheetAt, type OrganizationSheet } from '../../queries/organization-sheet.ts';
import { seeAlso } from '../../queries/see-also.ts';
import { wantsJsonLd } from '../formats/pair.ts';
import { schemaOrgOf } from '../formats/schema-org.ts';
import { coverHue } from './cover-drawings.ts';
import { freshness } from './freshness.ts';
import { photoOf } from '#ui/components/photo-of.ts';
import { OrganizationRow } from './organization-row.tsx';
import { SheetEvents } from './sheet-events.tsx';
import { SheetNews } from './sheet-news.tsx';
import { SheetPlace } from './sheet-place.tsx';
import { SheetSide } from './sheet-side.tsx';

/** `GET /annuaire/:slug`: all that this reader may know of a structure. */
export async function showOrganization(exchange: Exchange, deps: DirectoryDependencies): Promise<Response> {
  const sheet = await sheetAt(exchange.ctx, exchange.param('slug'));
  if (!sheet) return exchange.notFound();
  if ('movedTo' in sheet) return exchange.http.redirect(organizationPath(sheet.movedTo), 301);
  if (wantsJsonLd(exchange)) return exchange.redirect(`${organizationPath(sheet.slug)}.jsonld`);
  const { profile } = sheet;
  const place = profile.locations[0];
  const [look, news, events, { themes, near }] = await Promise.all([
    deps.hubLook(exchange.hub.id),
    deps.newsOf(exchange.ctx, sheet.id),
    deps.eventsOf(exchange.ctx, sheet.id),
    seeAlso(exchange.ctx, { id: sheet.id, themes: profile.themes, lon: place?.lon ?? null, lat: place?.lat ?? null }),
  ]);
  const photo = sheet.photos[0];
  return exchange.page({
    title: place?.city ? `${profile.name}, ${place.city}` : profile.name,
    description: profile.mission || `${profile.name} dans l’annuaire de ${look.name}.`,
    canonical: organizationPath(sheet.slug),
    section: directoryPath,
    indexed: sheet.status === 'published',
    feeds: [{ href: `${organizationPath(sheet.slug)}.jsonld`, type: 'application/ld+json', title: profile.name }],
    structuredData: [schemaOrgOf(sheet, exchange.hub.origin)],
    ...(photo ? { image: { url: photoOf(photo, '').src, alternative: photo.alternative } } : {}),
    edit: { href: officeSheetPath(sheet.id), label: 'Modifier cette fiche', roles: keepers },
    content: (
      <SheetView
        exchange={exchange}
        sheet={sheet}
        look={look}
        themes={themes}
        near={near}
        news={news}
        events={events}
      />
    ),
  });
}

interface SheetViewProps {
  readonly exchange: Exchange;
  readonly sheet: OrganizationSheet;
  readonly look: HubLook;
  readonly themes: readonly IndexedTheme[];
  readonly near: Awaited<ReturnType<typeof seeAlso>>['near'];
  readonly news: readonly TitledNews[];
  readonly events: readonly TitledEvent[];
}

function SheetView({ exchange, sheet, look, themes, near, news, events }: SheetViewProps): JSX.Element {
  const { profile, photos } = sheet;
  const hue = coverHue(themes[0], look.land);
  const city = profile.locations[0]?.city;
  return (
    <>
      {sheet.status !== 'published' && (
        <Notice
          state="warning"
          title={sheet.status === 'draft' ? 'Cette fiche est un brouillon.' : 'Cette fiche est archivée.'}
        >
          <p>Elle n’est visible que de l’équipe.</p>
        </Notice>
      )}
      <Banner>
        <PhotoOrRelief
          id={sheet.id}
          hue={hue}
          motif={look.land.motif}
          width={1240}
          height={360}
          eager
          photo={photos[0] && photoOf(photos[0], '(min-width: 78rem) 77rem, 100vw')}
        />
      </Banner>
      <PageHeader
        trail={[{ label: 'Annuaire', href: directoryPath }, { label: profile.name }]}
        title={profile.name}
        facts={[profile.shortName, city, profile.legalForm && legalFormLabel(profile.legalForm)]
          .filter(Boolean)
          .join(' · ')}
        lead={profile.mission ? <p>{profile.mission}</p> : undefined}
        actions={<MainActs sheet={sheet} />}
      />
      <Marks sheet={sheet} themes={themes} />
      <Columns
        main={<SheetMain sheet={sheet} />}
        side={<SheetSide sheet={sheet} freshness={freshness(sheet, exchange.ctx.clock.now(), exchange.hub.zone)} />}
      />
      <SheetEvents events={events} />
      <SheetNews news={news} zone={exchange.hub.zone} />
      {near.length > 0 && (
        <Section
          title="Voir aussi, tout près"
          more={{
            href: `${directoryPath}?theme=${themes[0]?.slug ?? ''}`,
            label: themes[0]?.label ?? 'Tout l’annuaire',
          }}
        >
          <div class="rows">
            {near.map((card) => (
              <OrganizationRow card={card} land={look.land} level={3} />
            ))}
          </div>
        </Section>
      )}
    </>
  );
}

function MainActs({ sheet }: { readonly sheet: OrganizationSheet }): JSX.Element | null {
  const { profile, slug } = sheet;
  if (!profile.takesMessages && !profile.website) return null;
  return (
    <>
      {profile.takesMessages && (
        <ButtonLink icon="mail" href={`${organizationPath(slug)}/ecrire`}>
          Écrire
        </ButtonLink>
      )}
      {profile.website && (
        <ButtonLink kind="ghost" icon="external" href={profile.website} rel="noopener nofollow ugc">
          Son site
        </ButtonLink>
      )}
    </>
  );
}

/** What it is to the hub, then what it works in: each domain leads to those who share it. */
function Marks({ sheet: { profile }, themes }: Pick<SheetViewProps, 'sheet' | 'themes'>): JSX.Element | null {
  if (!profile.isMember && !profile.isInspiring && !profile.isSupport && themes.length === 0) return null;
  return (
    <ul class="tags" aria-label="Domaines">
      {profile.isMember && (
        <li>
          <Chip strong>adhérente du pôle</Chip>
        </li>
      )}
      {profile.isInspiring && (
        <li>
          <Chip category="rose">lieu inspirant</Chip>
        </li>
      )}
      {profile.isSupport && (
        <li>
          <Chip category="sky">accompagne des projets</Chip>
        </li>
      )}
      {themes.map(({ label, slug }) => (
        <li>
          <a class="chip" href={`${directoryPath}?theme=${slug}`}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function SheetMain({ sheet: { profile, photos } }: { readonly sheet: OrganizationSheet }): JSX.Element {
  return (
    <div class="sheet">
      {profile.description && (
        <div class="prose">
          {profile.description.split(/\n{2,}/).map((paragraph) => paragraph && <p>{linesOf(paragraph)}</p>)}
        </div>
      )}
      <div class="words">
        <WordBlock title="Elle propose" tone="leaf" words={profile.offers} />
        <WordBlock title="Elle cherche" tone="sun" words={profile.needs} />
        <WordBlock title="Elle prête" tone="sky" words={profile.means} />
        <WordBlock title="Ses savoir-faire" tone="lagoon" words={profile.skills} />
        <WordBlock title="Elle accompagne" tone="rose" words={profile.isSupport ? profile.supports : []} />
        <WordBlock title="Pour qui" tone="soft" words={profile.audiences} />
      </div>
      {photos.length > 1 && (
        <section>
          <h2 class="visually-hidden">En images</h2>
          <div class="cards two">
            {photos.slice(1).map((photo) => (
              <PhotoOrRelief id={photo.id} photo={photoOf(photo, '(min-width: 60em) 24rem, 100vw')} />
            ))}
          </div>
        </section>
      )}
      {profile.locations.map((place, position) => (
        <SheetPlace place={place} title={place.label || (position === 0 ? 'Où la trouver' : 'Autre adresse')} />
      ))}
    </div>
  );
}

interface WordBlockProps {
  readonly title: string;
  readonly tone: Category | 'soft';
  readonly words: readonly string[];
}

function WordBlock({ title, tone, words }: WordBlockProps): JSX.Element | null {
  if (words.length === 0) return null;
  return (
    <section class={`word-block tone-${tone}`}>
      <h2>{title}</h2>
      <ul>
        {words.map((word) => (
          <li>{word}</li>
        ))}
      </ul>
    </section>
  );
}

function linesOf(paragraph: string): (JSX.Element | string)[] {
  return paragraph.split('\n').flatMap((line, place) => (place === 0 ? [line] : [<br />, line]));
}
