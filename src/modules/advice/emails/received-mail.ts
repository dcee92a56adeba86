import type { OutgoingMail } from '#platform/mail/send-mail.ts';
import { plural } from '#platform/french/index.ts';
import { greeting } from '../domain/given-name.ts';
import { slotInWords, type SlotMoment } from '../domain/slot-in-words.ts';

/** Says that a request arrived, and where to follow it. */
export function receivedMail(request: {
  hub: { name: string; email: string | null };
  to: string;
  name: string;
  href: string;
  answerDays: number;
  slot: SlotMoment | null;
  zone: string;
}): OutgoingMail {
  const { hub, to, name, href, answerDays, slot, zone } = request;
  return {
    kind: 'advice.received',
    to: { address: to },
    ...(hub.email ? { replyTo: hub.email } : {}),
    subject: `Votre demande est bien arrivée : ${hub.name}`,
    body: {
      paragraphs: [
        greeting(name),
        `Nous avons bien reçu votre demande. Vous aurez une réponse sous ${plural(answerDays, 'jour ouvré', 'jours ouvrés')}.`,
        ...(slot ? [`Votre rendez-vous : ${slotInWords(slot, zone)}.`, ...(slot.place ? [slot.place] : [])] : []),
      ],
      action: { label: 'Suivre ma demande', href },
      after: [
        'Ce lien est à vous seul : il montre où en est votre demande, et permet d’y ajouter un mot ou de la retirer.',
        'Vous n’avez rien demandé ? Ouvrez le lien et retirez la demande : tout sera effacé.',
      ],
    },
  };
}
