import type { OutgoingMail } from '#platform/mail/send-mail.ts';
import { paths } from '../paths.ts';

const changes = {
  password: {
    subject: 'Votre mot de passe a changé',
    sentence: 'Le mot de passe de votre compte vient d’être changé. Vos autres sessions ont été fermées.',
  },
  address: {
    subject: 'Votre adresse de connexion a changé',
    sentence: 'L’adresse qui sert à vous connecter vient d’être remplacée. Celle-ci n’ouvre plus votre compte.',
  },
};

/** Tells a mailbox that something changed in the account it opened. */
export function accountChangeMail(about: {
  what: keyof typeof changes;
  name: string;
  hubName: string;
  origin: string;
}): Pick<OutgoingMail, 'subject' | 'body'> {
  const { subject, sentence } = changes[about.what];
  return {
    subject: `${subject} – ${about.hubName}`,
    body: {
      paragraphs: [`Bonjour ${about.name},`, sentence],
      action: { label: 'Voir mon compte', href: about.origin + paths.account },
      after: [`C’était vous : tout va bien. Ce n’était pas vous : écrivez vite à l’équipe de ${about.hubName}.`],
    },
  };
}
