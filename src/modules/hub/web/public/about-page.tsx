import type { JSX } from 'preact';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Banner } from '#ui/components/hero.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { KeyFigures } from '#ui/components/key-figures.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Section } from '#ui/components/section.tsx';
import { ReliefCover } from '#ui/relief/relief-cover-view.tsx';
import type { HubSettings } from '../../domain/hub-settings.ts';
import type { HubDependencies } from '../../ports.ts';
import { currentSettings, landOf } from '../hub-look.ts';
import { paths } from '../paths.ts';
import { linkNames } from '../texts.ts';
import { TerritoryList } from './territory-list.tsx';

const missions = [
  {
    title: 'Relier',
    text: 'Faire se rencontrer celles et ceux qui entreprennent autrement, autour d’un petit-déjeuner, d’une visite, d’un chantier.',
  },
  {
    title: 'Accompagner',
    text: 'Aider une idée à devenir un projet, puis un projet à tenir debout : statuts, premiers emplois, reprise par les salariés.',
  },
  {
    title: 'Faire savoir',
    text: 'Montrer ce qui existe tout près d’ici, et ce que cela change, aux habitants comme aux élus.',
  },
];

/** `/le-pole`: who we are, where, and how to reach us. */
export async function showAbout(exchange: Exchange, { keyFigures }: HubDependencies): Promise<Response> {
  const [settings, figures] = await Promise.all([currentSettings(exchange.ctx), keyFigures(exchange.ctx)]);
  return exchange.page({
    title: 'Le pôle',
    description: settings.promise,
    edit: { href: paths.settingsTab('coordonnees'), label: 'Modifier les coordonnées', roles: ['employee'] },
    content: (
      <>
        <PageHeader title={settings.name} lead={<p>{settings.promise}</p>} />
        <Banner>
          <ReliefCover id={`le-pole ${settings.name}`} width={1240} height={368} horizon={0.42} {...landOf(settings)} />
        </Banner>
        <Columns
          main={
            <div class="prose">
              {missions.map(({ title, text }) => (
                <div>
                  <h2>{title}</h2>
                  <p>{text}</p>
                </div>
              ))}
            </div>
          }
          side={<ReachUs settings={settings} />}
        />
        {settings.territory.length > 0 && (
          <Section title="Notre territoire" id="territoire">
            <TerritoryList parts={settings.territory} />
          </Section>
        )}
        {figures.length > 0 && (
          <Section title="L’ESS ici, en vrai">
            <KeyFigures figures={figures} />
          </Section>
        )}
      </>
    ),
  });
}

function ReachUs({ settings }: { readonly settings: HubSettings }): JSX.Element {
  const { phone, street, postcode, city, welcomeHours, links } = settings;
  const town = [postcode, city].filter(Boolean).join(' ');
  return (
    <Panel title="Nous trouver">
      <DescriptionList
        rows={[
          { term: 'Adresse', value: [street, town].filter(Boolean).join(', ') },
          {
            term: 'Téléphone',
            value: phone ? <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a> : undefined,
          },
          { term: 'Accueil', value: welcomeHours },
          {
            term: 'Ailleurs',
            value:
              links.length > 0 ? (
                <ul>
                  {links.map(({ kind, url }) => (
                    <li>
                      <a href={url} rel="noopener">
                        {linkNames[kind] ?? kind}
                      </a>
                    </li>
                  ))}
                </ul>
              ) : undefined,
          },
        ]}
      />
      <p class="actions">
        <ButtonLink href={paths.contact}>Nous écrire</ButtonLink>
      </p>
    </Panel>
  );
}
