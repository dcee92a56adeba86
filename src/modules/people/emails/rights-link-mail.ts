import type { OutgoingMail } from '#platform/mail/send-mail.ts';

/** The link by which someone sees what is held about her. */
export function rightsLinkMail(about: {
  name: string;
  hubName: string;
  href: string;
}): Pick<OutgoingMail, 'subject' | 'body'> {
  return {
    subject: `Ce que ${about.hubName} sait de vous`,
    body: {
      paragraphs: [
        `Bonjour ${about.name},`,
        `Vous avez demandé à voir ce que ${about.hubName} garde à votre sujet. Ce lien l’ouvre : vous pourrez le lire, l’emporter, le corriger, ou demander qu’on l’efface.`,
      ],
      action: { label: 'Voir mes données', href: about.href },
      after: [
        'Ce lien dure trois jours. Gardez-le pour vous : qui l’ouvre lit vos données.',
        'Vous n’avez rien demandé ? Ignorez ce message, rien ne change.',
      ],
    },
  };
}
