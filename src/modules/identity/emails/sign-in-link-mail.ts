import type { OutgoingMail } from '#platform/mail/send-mail.ts';
import { paths } from '../paths.ts';

/** The mail that lets a person in: the link, and the code for when it is opened elsewhere than in the browser that asked. */
export function signInLinkMail(about: {
  name: string;
  hubName: string;
  origin: string;
  token: string;
  code: string;
}): Pick<OutgoingMail, 'subject' | 'body'> {
  return {
    subject: `Votre lien de connexion à ${about.hubName}`,
    body: {
      paragraphs: [`Bonjour ${about.name},`, `Voici de quoi entrer dans votre espace sur le site ${about.hubName}.`],
      action: { label: 'Ouvrir mon espace', href: about.origin + paths.signInLink(about.token) },
      after: [
        `Si vous lisez ce message sur un autre appareil que celui où vous vous connectez, tapez-y ce code : ${about.code.slice(0, 3)} ${about.code.slice(3)}.`,
        'Le lien et le code servent une seule fois et durent 10 minutes. Ne les donnez à personne, même à l’équipe.',
        'Vous n’avez rien demandé ? Ignorez ce message : personne n’entrera sans lui.',
      ],
    },
  };
}
