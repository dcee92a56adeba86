import type { JSX } from 'preact';
import { Brand } from '#ui/layout/brand.tsx';
import { Card, Cards } from '#ui/components/card.tsx';
import { Chip } from '#ui/components/chip.tsx';
import { Doors } from '#ui/components/door.tsx';
import { Section } from '#ui/components/section.tsx';
import { footerLandscape } from '#ui/relief/landscapes.ts';
import type { Site } from '#ui/layout/site.ts';
import type { HubSettings } from '../../domain/hub-settings.ts';
import { situationNames, situations } from '../../domain/situations.ts';
import { landOf } from '../hub-look.ts';
import { paths } from '../paths.ts';
import { HomeHero } from '../public/home-blocks.tsx';
import type { Look } from './look-fields.tsx';

/**
 * A small home page in the colours being chosen. Set inside `<es-theme-preview>`; without script the colours come from
 * a stylesheet made for this look. Nothing in it can be reached: it is a picture.
 */
export function HubPreview({ settings, look }: { readonly settings: HubSettings; readonly look: Look }): JSX.Element {
  const land = landOf(look);
  const search = new URLSearchParams({ brandColor: look.brandColor, accentColor: look.accentColor });
  const brand = { name: settings.name, nameLines: [settings.name] } as unknown as Site;
  return (
    <figure aria-label="Aperçu de l’accueil">
      <link rel="stylesheet" href={`${paths.themePreview}?${search.toString()}`} />
      <div class="panel" data-preview inert>
        <Brand site={brand} />
        <es-hub-landscape data-brand="brandColor" data-motif="motif" data-seed={settings.name}>
          <HomeHero settings={{ ...settings, ...look }} level={2} />
        </es-hub-landscape>
        <Section title="Vous êtes…">
          <Doors
            doors={situationNames.slice(0, 4).map((name) => ({
              href: paths.contact,
              title: situations[name].door,
              text: situations[name].promise,
              tone: situations[name].tone,
            }))}
          />
        </Section>
        <Section title="Près de chez vous">
          <Cards>
            <Card
              href={paths.home}
              title="Une épicerie d’habitants"
              cover={{ id: 'apercu epicerie', ...land }}
              facts="Au bourg"
            >
              <Chip strong>adhérente</Chip>
            </Card>
            <Card
              href={paths.home}
              title="Un atelier partagé"
              cover={{ id: 'apercu atelier', ...land, hue: (land.hue + 60) % 360 }}
              facts="À la gare"
            />
          </Cards>
        </Section>
        <div class="footer-land" dangerouslySetInnerHTML={{ __html: footerLandscape(settings.name, land) }} />
      </div>
    </figure>
  );
}
