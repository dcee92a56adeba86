import type { JSX } from 'preact';
import type { HomeBlock, KeyFigure } from '#platform/contributions/module.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Hero } from '#ui/components/hero.tsx';
import { KeyFigures } from '#ui/components/key-figures.tsx';
import { Section } from '#ui/components/section.tsx';
import type { HubSettings } from '../../domain/hub-settings.ts';
import type { HubDependencies } from '../../ports.ts';
import { currentSettings, landOf } from '../hub-look.ts';
import { paths } from '../paths.ts';
import { SituationDoors } from './situation-doors.tsx';
import { territoryInWords, TerritoryList } from './territory-list.tsx';
import { WelcomeWords } from './welcome-words.tsx';

/** Places of the hub's own blocks among those of the modules. */
const places = { doors: 50, figures: 80, territory: 90 };

/** `/`: who we are, what modules have to show, the doors, the figures, the territory. */
export async function showHome(exchange: Exchange, { homeBlocks, keyFigures }: HubDependencies): Promise<Response> {
  const [settings, contributed, figures] = await Promise.all([
    currentSettings(exchange.ctx),
    homeBlocks(exchange.ctx),
    keyFigures(exchange.ctx),
  ]);
  const blocks = [...contributed, ...ownBlocks(settings, figures)].sort((a, b) => a.order - b.order);
  return exchange.page({
    title: settings.name,
    description: settings.promise,
    canonical: paths.home,
    edit: { href: paths.settingsTab('presentation'), label: 'Modifier la présentation', roles: ['employee'] },
    structuredData: [organizationData(settings, exchange.hub.origin)],
    content: (
      <>
        <HomeHero settings={settings} />
        {blocks.map((block) => block.content)}
      </>
    ),
  });
}

/** The opening of the home page, also drawn by the preview of colours. */
export function HomeHero({
  settings,
}: {
  readonly settings: Pick<HubSettings, 'name' | 'welcome' | 'promise' | 'brandColor' | 'motif'>;
}): JSX.Element {
  return (
    <Hero
      id={settings.name}
      territory={landOf(settings)}
      title={<WelcomeWords text={settings.welcome} />}
      actions={
        <>
          <ButtonLink href={paths.contact}>Poser une question</ButtonLink>
          <ButtonLink kind="ghost" href={paths.plainWords}>
            C’est quoi, l’ESS ?
          </ButtonLink>
        </>
      }
    >
      <p>{settings.promise}</p>
    </Hero>
  );
}

function ownBlocks(settings: HubSettings, figures: readonly KeyFigure[]): HomeBlock[] {
  const blocks: HomeBlock[] = [
    { key: 'hub.doors', label: 'Les portes', order: places.doors, content: <SituationDoors /> },
  ];
  if (figures.length > 0)
    blocks.push({
      key: 'hub.figures',
      label: 'Les chiffres',
      order: places.figures,
      content: <FiguresBlock figures={figures} />,
    });
  if (settings.territory.length > 0)
    blocks.push({
      key: 'hub.territory',
      label: 'Le territoire',
      order: places.territory,
      content: <TerritoryBlock settings={settings} />,
    });
  return blocks;
}

function FiguresBlock({ figures }: { readonly figures: readonly KeyFigure[] }): JSX.Element {
  return (
    <Section title="L’ESS ici, en vrai">
      <KeyFigures figures={figures} />
    </Section>
  );
}

function TerritoryBlock({ settings }: { readonly settings: HubSettings }): JSX.Element {
  const shown = settings.territory.slice(0, 12);
  const more =
    settings.territory.length > shown.length
      ? { more: { href: `${paths.about}#territoire`, label: 'Tout le territoire' } }
      : {};
  return (
    <Section title="C’est par chez nous" {...more}>
      <TerritoryList parts={shown} />
    </Section>
  );
}

function organizationData(settings: HubSettings, origin: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'NGO',
    name: settings.name,
    url: origin,
    description: settings.promise,
    ...(settings.territory.length > 0 ? { areaServed: territoryInWords(settings.territory, 20) } : {}),
  };
}
