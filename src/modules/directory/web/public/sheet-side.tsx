import type { JSX } from 'preact';
import { ButtonLink } from '#ui/components/button.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Icon } from '#ui/components/icon.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { shownPhone } from '../../domain/contact-values.ts';
import { staffBracketLabel } from '../../domain/staff-brackets.ts';
import { organizationPath } from '../../paths.ts';
import type { OrganizationSheet } from '../../queries/organization-sheet.ts';
import { levelNames, linkNames } from '../texts.ts';
import type { Freshness } from './freshness.ts';

interface SheetSideProps {
  readonly sheet: OrganizationSheet;
  readonly freshness: Freshness;
}

/** Beside the story of a structure: how to reach it, what can be corrected. */
export function SheetSide({ sheet, freshness }: SheetSideProps): JSX.Element {
  const { profile, slug } = sheet;
  return (
    <>
      <Contacts sheet={sheet} />
      <Panel title="En bref">
        <DescriptionList
          rows={[
            { term: 'Rôle', value: profile.level === 'base' ? undefined : levelNames[profile.level] },
            { term: 'Depuis', value: profile.foundedYear ?? undefined },
            { term: 'Effectif', value: profile.staffBracket ? staffBracketLabel(profile.staffBracket) : undefined },
            { term: 'SIRET', value: profile.siret ? spaced(profile.siret) : undefined },
            { term: 'SIREN', value: !profile.siret && profile.siren ? spaced(profile.siren) : undefined },
            { term: 'RNA', value: profile.rna ?? undefined },
          ]}
        />
        <p class={freshness.isStale ? 'freshness stale' : 'freshness'}>
          <Icon name={freshness.isStale ? 'warning' : 'check'} /> {freshness.text}
        </p>
        <p class="actions">
          <ButtonLink kind="ghost" small href={`${organizationPath(slug)}/corriger`}>
            Corriger cette fiche
          </ButtonLink>
          <ButtonLink kind="quiet" small href={`${organizationPath(slug)}/revendiquer`}>
            C’est ma structure
          </ButtonLink>
        </p>
      </Panel>
    </>
  );
}

function Contacts({ sheet: { profile, slug } }: { readonly sheet: OrganizationSheet }): JSX.Element {
  return (
    <Panel title="La joindre" class="reach">
      {profile.takesMessages && (
        <ButtonLink kind="ghost" icon="mail" href={`${organizationPath(slug)}/ecrire`}>
          Lui écrire
        </ButtonLink>
      )}
      <ul class="reach">
        {profile.phone && <Phone phone={profile.phone} />}
        {profile.email && <Mail email={profile.email} />}
        {profile.website && <Link label={hostOf(profile.website)} url={profile.website} />}
        {profile.links.map(({ kind, url }) => (
          <Link label={kind === 'other' ? hostOf(url) : linkNames[kind]} url={url} />
        ))}
        <li>
          <Icon name="download" /> <a href={`${organizationPath(slug)}.vcf`}>Ajouter à mes contacts</a>
        </li>
      </ul>
      {profile.contacts.map((person) => (
        <div>
          <p>
            <b>{person.name}</b>
            {person.role && <span class="facts"> {person.role}</span>}
          </p>
          <ul class="reach">
            {person.phone && <Phone phone={person.phone} />}
            {person.email && <Mail email={person.email} />}
          </ul>
        </div>
      ))}
    </Panel>
  );
}

function Phone({ phone }: { readonly phone: string }): JSX.Element {
  return (
    <li>
      <Icon name="phone" /> <a href={`tel:${phone}`}>{shownPhone(phone)}</a>
    </li>
  );
}

function Mail({ email }: { readonly email: string }): JSX.Element {
  return (
    <li>
      <Icon name="mail" /> <a href={`mailto:${email}`}>{email}</a>
    </li>
  );
}

function Link({ label, url }: { readonly label: string; readonly url: string }): JSX.Element {
  return (
    <li>
      <Icon name="external" />{' '}
      <a href={url} rel="noopener nofollow ugc">
        {label}
      </a>
    </li>
  );
}

function hostOf(address: string): string {
  return URL.parse(address)?.hostname.replace(/^www\./, '') ?? address;
}

/** Groups of three digits, as these numbers are printed. */
function spaced(digits: string): string {
  return digits
    .replace(/(\d{3})(?=\d{3})/, '$1\u00a0')
    .replace(/(\d{3})(?=\d{3}(?:\d{5})?$)/, '$1\u00a0')
    .replace(/(\d{3})(?=\d{5}$)/, '$1\u00a0');
}
