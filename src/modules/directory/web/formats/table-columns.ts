import type { ExportColumn } from '#platform/spreadsheet-export/index.ts';
import { shownPhone } from '../../domain/contact-values.ts';
import { legalFormLabel } from '../../domain/legal-forms.ts';
import { staffBracketLabel } from '../../domain/staff-brackets.ts';
import { organizationPath } from '../../paths.ts';
import type { PublicSheet } from '../../queries/each-sheet.ts';
import { levelNames } from '../texts.ts';

const list = (words: readonly string[]): string => words.join(', ');

/** The columns of a table of structures. Headers are those the import recognises, so that a file can come back. */
export function tableColumns(origin: string, options: { office?: boolean } = {}): ExportColumn<PublicSheet>[] {
  const columns: ExportColumn<PublicSheet>[] = [
    { header: 'Identifiant', value: ({ id }) => id, width: 38 },
    { header: 'Nom', value: ({ profile }) => profile.name, width: 36 },
    { header: 'Sigle', value: ({ profile }) => profile.shortName },
    { header: 'Forme juridique', value: ({ profile }) => (profile.legalForm ? legalFormLabel(profile.legalForm) : '') },
    { header: 'Rôle', value: ({ profile }) => levelNames[profile.level] },
    { header: 'Mission', value: ({ profile }) => profile.mission, width: 50 },
    { header: 'Description', value: ({ profile }) => profile.description, width: 50 },
    { header: 'Domaines', value: ({ themes }) => list(themes.map(({ label }) => label)) },
    { header: 'Propose', value: ({ profile }) => list(profile.offers) },
    { header: 'Cherche', value: ({ profile }) => list(profile.needs) },
    { header: 'Savoir-faire', value: ({ profile }) => list(profile.skills) },
    { header: 'Moyens', value: ({ profile }) => list(profile.means) },
    { header: 'Publics', value: ({ profile }) => list(profile.audiences) },
    { header: 'Adresse', value: ({ profile }) => profile.locations[0]?.street.replaceAll('\n', ', ') ?? '' },
    { header: 'Code postal', value: ({ profile }) => profile.locations[0]?.postcode ?? '', width: 12 },
    { header: 'Commune', value: ({ profile }) => profile.locations[0]?.city ?? '' },
    { header: 'Code INSEE', value: ({ profile }) => profile.locations[0]?.municipalityInsee ?? '', width: 12 },
    { header: 'Latitude', value: ({ profile }) => profile.locations[0]?.lat ?? null, width: 12 },
    { header: 'Longitude', value: ({ profile }) => profile.locations[0]?.lon ?? null, width: 12 },
    { header: 'Horaires', value: ({ profile }) => profile.locations[0]?.openingHours ?? '' },
    { header: 'Téléphone', value: ({ profile }) => (profile.phone ? shownPhone(profile.phone) : ''), width: 18 },
    { header: 'Site', value: ({ profile }) => profile.website },
    { header: 'SIREN', value: ({ profile }) => profile.siren ?? '', width: 12 },
    { header: 'SIRET', value: ({ profile }) => profile.siret ?? '', width: 16 },
    { header: 'RNA', value: ({ profile }) => profile.rna ?? '', width: 12 },
    { header: 'Année de création', value: ({ profile }) => profile.foundedYear, width: 10 },
    {
      header: 'Effectif',
      value: ({ profile }) => (profile.staffBracket ? staffBracketLabel(profile.staffBracket) : ''),
    },
    { header: 'Adhérente', value: ({ profile }) => profile.isMember, width: 10 },
    { header: 'Lieu inspirant', value: ({ profile }) => profile.isInspiring, width: 10 },
    { header: 'Fiche', value: ({ slug }) => origin + organizationPath(slug), width: 50 },
    { header: 'Modifiée le', value: ({ updatedAt }) => updatedAt.slice(0, 10), width: 12 },
  ];
  if (!options.office) return columns;
  return [
    ...columns,
    { header: 'E-mail', value: ({ profile }) => profile.email },
    {
      header: 'Contacts',
      value: ({ profile }) =>
        list(
          profile.contacts.map(({ name, role, email, phone }) => [name, role, email, phone].filter(Boolean).join(' ')),
        ),
    },
    { header: 'État', value: ({ status }) => statusNames[status] },
    { header: 'Vérifiée le', value: ({ confirmedAt }) => confirmedAt?.slice(0, 10) ?? '', width: 12 },
  ];
}

export const statusNames = { draft: 'Brouillon', published: 'Publiée', archived: 'Archivée' } as const;
