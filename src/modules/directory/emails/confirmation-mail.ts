import type { OutgoingMail } from '#platform/mail/send-mail.ts';
import { shownPhone } from '../domain/contact-values.ts';
import type { OrganizationProfile } from '../profile/organization-profile.ts';

/** « Ces informations sont-elles toujours justes ? », with what the sheet says, to be answered in two clicks. */
export function confirmationMail({
  profile,
  href,
  hubName,
}: {
  profile: OrganizationProfile;
  href: string;
  hubName: string;
}): Pick<OutgoingMail, 'subject' | 'body'> {
  return {
    subject: `Votre fiche « ${profile.name} » est-elle toujours juste ?`,
    body: {
      paragraphs: [
        'Bonjour,',
        `Une fois par an, ${hubName} vous demande si votre fiche dans l’annuaire est toujours juste. Voici ce qu’elle dit :`,
        sheetInWords(profile),
      ],
      action: { label: 'C’est juste, ou je corrige', href },
      after: [
        'Pas besoin de compte : la page qui s’ouvre a deux boutons, et c’est fini.',
        'Sur cette même page, vous pouvez aussi demander à ne plus recevoir ce message.',
      ],
    },
  };
}

function sheetInWords(profile: OrganizationProfile): string {
  const place = profile.locations[0];
  const address = place
    ? [place.street.replaceAll('\n', ', '), `${place.postcode} ${place.city}`.trim()].filter(Boolean).join(', ')
    : '';
  return [profile.name, profile.mission, address, profile.phone && shownPhone(profile.phone), profile.website]
    .filter(Boolean)
    .join('\n');
}
