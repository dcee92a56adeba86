import type { OutgoingMail } from '#platform/mail/send-mail.ts';
import { paths } from '../paths.ts';

/** The mail sent to a new address, to be sure that its owner reads it. */
export function addressChangeMail(about: {
  name: string;
  hubName: string;
  origin: string;
  token: string;
}): Pick<OutgoingMail, 'subject' | 'body'> {
  return {
    subject: `Confirmez votre nouvelle adresse pour ${about.hubName}`,
    body: {
      paragraphs: [
        `Bonjour ${about.name},`,
        `Vous avez demandé que cette adresse serve désormais à vous connecter au site ${about.hubName}.`,
      ],
      action: { label: 'Confirmer cette adresse', href: about.origin + paths.confirmAddress(about.token) },
      after: [
        'Ce lien dure une heure. Tant qu’il n’a pas servi, rien ne change.',
        'Vous n’avez rien demandé ? Ignorez ce message.',
      ],
    },
  };
}
