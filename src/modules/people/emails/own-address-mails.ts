import type { OutgoingMail } from '#platform/mail/send-mail.ts';

interface About {
  name: string;
  hubName: string;
  href: string;
}

type Letter = Pick<OutgoingMail, 'subject' | 'body'>;

/** To the new mailbox, to be sure that its owner asked. */
export const proveAddressMail = ({ name, hubName, href }: About): Letter => ({
  subject: `Confirmez votre nouvelle adresse pour ${hubName}`,
  body: {
    paragraphs: [
      `Bonjour ${name},`,
      `Vous avez demandé que ${hubName} vous écrive désormais ici. Confirmez que cette adresse est la vôtre.`,
    ],
    action: { label: 'Confirmer cette adresse', href },
    after: [
      'Ce lien dure trois jours. Tant qu’il n’a pas servi, rien ne change.',
      'Vous n’avez rien demandé ? Ignorez ce message.',
    ],
  },
});

/** To the former mailbox, which the new address is not told: somebody else may read it. */
export const addressLeftMail = ({ name, hubName, href }: About): Letter => ({
  subject: `Nous ne vous écrirons plus ici – ${hubName}`,
  body: {
    paragraphs: [
      `Bonjour ${name},`,
      `Une autre adresse e-mail a été donnée à ${hubName} à votre place, puis confirmée. Nos messages iront désormais là-bas.`,
      'C’était vous : tout va bien. Ce n’était pas vous : remettez celle-ci.',
    ],
    action: { label: 'Ce n’était pas moi', href },
    after: ['Ce lien dure quatorze jours.'],
  },
});
