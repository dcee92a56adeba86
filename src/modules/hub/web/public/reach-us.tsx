import type { JSX } from 'preact';
import { ButtonLink } from '#ui/components/button.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Panel } from '#ui/components/panel.tsx';
import type { HubSettings } from '../../domain/hub-settings.ts';
import { paths } from '../paths.ts';
import { linkNames } from '../texts.ts';

/** Where the hub is, when it is open, and how to reach it. */
export function ReachUs({ settings }: { readonly settings: HubSettings }): JSX.Element {
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
