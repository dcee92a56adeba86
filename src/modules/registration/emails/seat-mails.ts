import type { OutgoingMail } from '#platform/mail/send-mail.ts';
import { greeting } from '../domain/greeting.ts';
import { replyTo, whenAndWhere, type ToldEvent } from './told-event.ts';

/** Whom a letter goes to, and about what. */
export interface Told {
  readonly event: ToldEvent;
  readonly to: string;
  readonly name: string;
  readonly href: string;
}

/** A seat is free: until when it is kept, and where to say yes or no. */
export function seatOfferedMail({ event, to, name, href }: Told, until: string, whose: string): OutgoingMail {
  return {
    kind: 'registration.offered',
    to: { address: to },
    ...replyTo(event),
    subject: `Une place se libère : ${event.title}`,
    body: {
      paragraphs: [
        greeting(name),
        `Une place s’est libérée pour « ${event.title} », et c’est ${whose}. Elle est gardée jusqu’au ${until}.`,
        ...whenAndWhere(event),
      ],
      action: { label: 'Répondre oui ou non', href },
      after: ['Sans réponse d’ici là, la place passe à la personne suivante.'],
    },
  };
}

/** The seat that was offered went to the next one. */
export function offerExpiredMail({ event, to, name, href }: Told): OutgoingMail {
  return {
    kind: 'registration.offer-expired',
    to: { address: to },
    ...replyTo(event),
    subject: `La place est passée à la personne suivante : ${event.title}`,
    body: {
      paragraphs: [
        greeting(name),
        `Nous n’avons pas eu votre réponse à temps pour « ${event.title} » : la place a été proposée à la personne suivante.`,
        'Vous voulez toujours venir ? Inscrivez-vous de nouveau : vous reprendrez rang sur la liste.',
      ],
      action: { label: 'Voir le rendez-vous', href },
    },
  };
}

/** The payment did not come: the seat was given back. */
export function unpaidMail({ event, to, name, href }: Told): OutgoingMail {
  return {
    kind: 'registration.unpaid',
    to: { address: to },
    ...replyTo(event),
    subject: `Votre place n’a pas pu être gardée : ${event.title}`,
    body: {
      paragraphs: [
        greeting(name),
        `Le paiement en ligne de « ${event.title} » n’est pas arrivé à temps : la place a été libérée, et rien n’est dû.`,
        'Vous voulez toujours venir ? Inscrivez-vous de nouveau.',
      ],
      action: { label: 'Voir le rendez-vous', href },
    },
  };
}

/** The team gave a seat to someone who waited. */
export function seatGivenMail({ event, to, name, href }: Told): OutgoingMail {
  return {
    kind: 'registration.seat-given',
    to: { address: to },
    ...replyTo(event),
    subject: `Une place est à vous : ${event.title}`,
    body: {
      paragraphs: [
        greeting(name),
        `Une place s’est libérée pour « ${event.title} » : elle est à vous, votre inscription est confirmée.`,
        ...whenAndWhere(event),
        ...(event.onlineLink ? [`Pour vous connecter : ${event.onlineLink}`] : []),
      ],
      action: { label: 'Voir mon inscription', href },
      after: ['Vous ne pouvez plus venir ? Le même lien permet de rendre la place.'],
      attachments: event.attachments,
    },
  };
}
