import type { JSX } from 'preact';
import { formatDate, listing } from '#platform/french/index.ts';
import { fileFacts, fileHref, type StoredFile } from '#platform/stored-files/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { askPath } from '../../../ask-path.ts';
import { publicationPath } from '../../../paths.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';
import { licenceNames } from '../../texts.ts';
import { ContactPanel, type PicturedContact } from '../item/contact-panel.tsx';
import { Speaker } from '../item/item-parts.tsx';
import { hostOf } from './host-of.ts';
import { licenceAddress } from './resource-data.ts';
import type { ResourceFacts } from './resource-page.tsx';

type Resource = { readonly resource: StoredPublication<'resource'> };

/** What to take or where to go: a document, another site, a shelf. Nothing for a sheet that holds everything. */
export function TakeAway({ resource, file }: Resource & { readonly file: StoredFile | null }): JSX.Element | null {
  const { fields, slug } = resource;
  const { format, link, shelf } = fields.content;
  const isLent = format === 'book' || format === 'tool';
  if (!link && !file && !isLent) return null;
  return (
    <div class="take-away">
      {isLent && (
        <section>
          <h2>Pour l’emprunter, écrivez-nous</h2>
          {shelf && <p>Il vous attend ici : {shelf}.</p>}
          <ButtonLink
            href={askPath({
              from: publicationPath('resource', slug),
              subject: `Emprunter « ${fields.title} »`.slice(0, 120),
            })}
          >
            Demander à l’emprunter
          </ButtonLink>
        </section>
      )}
      {file && (
        <section>
          <h2>{file.name}</h2>
          <p>{fileFacts(file)}</p>
          <ButtonLink icon="download" href={fileHref(file)}>
            Télécharger<span class="visually-hidden"> {file.name}</span>
          </ButtonLink>
        </section>
      )}
      {link && (
        <section>
          <h2>{hostOf(link)}</h2>
          <p>Vous allez sur un autre site.</p>
          <ButtonLink icon="external" kind={file || isLent ? 'ghost' : 'dark'} href={link} rel="noopener">
            Ouvrir {hostOf(link)}
          </ButtonLink>
        </section>
      )}
    </div>
  );
}

interface ResourceSideProps extends Resource {
  readonly facts: ResourceFacts;
  readonly contact: PicturedContact | null;
}

/** Who made it, until when it can be trusted, what may be done with it, whom to ask. */
export function ResourceSide({ resource, facts, contact }: ResourceSideProps): JSX.Element {
  const { fields, slug } = resource;
  const { publisher, publishedYear, owner, licence } = fields.content;
  const address = licenceAddress(licence);
  const { setting, zone, credited } = facts;
  return (
    <>
      <Panel title="Repères">
        <DescriptionList
          rows={[
            { term: 'Relue le', value: formatDate(facts.reviewedAt, { zone }) },
            { term: 'Éditeur', value: [publisher, publishedYear].filter(Boolean).join(', ') },
            { term: 'Tenue à jour par', value: owner },
            {
              term: 'Licence',
              value: licence && (address ? <a href={address}>{licenceNames[licence]}</a> : licenceNames[licence]),
            },
            {
              term: 'Merci à',
              value: listing(credited),
              note: credited.length > 0 && 'pour les corrections proposées',
            },
          ]}
        />
      </Panel>
      {setting.organization && <Speaker setting={setting} label="Qui la propose" />}
      <ContactPanel
        title="Une question ?"
        contact={contact}
        ask={{ from: publicationPath('resource', slug), subject: fields.title.slice(0, 100) }}
        label="Demander au pôle"
      >
        <p>Votre cas n’est pas dans la fiche ? Dites-le-nous : un coup de fil suffit souvent.</p>
      </ContactPanel>
    </>
  );
}
