import type { OutgoingMail } from '#platform/mail/send-mail.ts';
import { paths } from '../paths.ts';

/** The mail that opens an account for a person known to the hub. */
export function invitationMail(about: {
  name: string;
  hubName: string;
  origin: string;
  token: string;
  by: string;
}): Pick<OutgoingMail, 'subject' | 'body'> {
  return {
    subject: `${about.hubName} : votre espace vous attend`,
    body: {
      paragraphs: [
        `Bonjour ${about.name},`,
        `${about.by} vous ouvre un espace sur le site ${about.hubName}. Vous n’avez ni inscription à remplir ni mot de passe à inventer.`,
      ],
      action: { label: 'Entrer dans mon espace', href: about.origin + paths.signInLink(about.token) },
      after: [
        'Ce lien sert une fois et dure trois jours. Ensuite, demandez-en un autre depuis la page « Se connecter » du site.',
        'Ce message ne vous est pas destiné ? Ignorez-le, ou répondez pour nous le dire.',
      ],
    },
  };
}
