import type { JSX } from 'preact';
import type { HomeBlock } from '#platform/contributions/module.ts';
import type { Context } from '#platform/context/context.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Hero } from '#ui/components/hero.tsx';
import { Section } from '#ui/components/section.tsx';
import type { HubSettings } from '../../domain/hub-settings.ts';
import { currentSettings, landOf } from '../hub-look.ts';
import { paths } from '../paths.ts';
import { TerritoryList } from './territory-list.tsx';
import { WelcomeWords } from './welcome-words.tsx';

/** What the hub itself brings to the home: its opening words first, its territory last. */
export async function hubHomeBlocks(ctx: Context): Promise<HomeBlock[]> {
  const settings = await currentSettings(ctx);
  const opening = {
    key: 'hub.hero',
    label: 'Les mots d’accueil',
    order: 0,
    content: <HomeHero settings={settings} />,
  };
  if (settings.territory.length === 0) return [opening];
  const territory = {
    key: 'hub.territory',
    label: 'Le territoire',
    order: 90,
    content: <TerritoryBlock settings={settings} />,
  };
  return [opening, territory];
}

/** The opening of the home page, also drawn by the preview of colours. */
export function HomeHero({
  settings,
  level = 1,
}: {
  readonly level?: 1 | 2;
  readonly settings: Pick<HubSettings, 'name' | 'welcome' | 'promise' | 'brandColor' | 'motif'>;
}): JSX.Element {
  return (
    <Hero
      id={settings.name}
      level={level}
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
