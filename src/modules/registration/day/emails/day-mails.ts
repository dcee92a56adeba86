import { greeting } from '../../domain/greeting.ts';
import { replyTo, whenAndWhere, type ToldEvent } from '../../emails/told-event.ts';
import type { OutgoingMail } from '#platform/mail/send-mail.ts';

interface Told {
  readonly event: ToldEvent;
  readonly to: string;
  readonly name: string;
  readonly href: string;
}

/** What the team writes to those registered, in its own words. */
export function messageMail(
  { event, to, name, href }: Told,
  { subject, body }: { subject: string; body: string },
): OutgoingMail {
  return {
    kind: 'registration.message',
    to: { address: to, name },
    ...replyTo(event),
    subject,
    body: {
      paragraphs: body
        .split(/\n{2,}/)
        .map((paragraph) => paragraph.trim())
        .filter(Boolean),
      action: { label: 'Voir mon inscription', href },
      after: [`Vous recevez ce message parce que vous êtes inscrit·e à « ${event.title} ».`],
    },
  };
}

/** Some time before the date: when, where, and how to say that one will not come. */
export function reminderMail({ event, to, name, href }: Told, when: string): OutgoingMail {
  return {
    kind: 'registration.reminder',
    to: { address: to, name },
    ...replyTo(event),
    subject: `Rappel : ${event.title}`,
    body: {
      paragraphs: [
        greeting(name),
        `« ${event.title} », c’est ${when}. On vous attend.`,
        ...whenAndWhere(event),
        ...(event.onlineLink ? [`Pour vous connecter : ${event.onlineLink}`] : []),
        ...(event.note ? event.note.split(/\n{2,}/) : []),
      ],
      action: { label: 'Voir mon inscription', href },
      after: ['Un empêchement ? Dites-le par ce lien : quelqu’un attend peut-être la place.'],
      attachments: event.attachments,
    },
  };
}

/** Someone asks for a seat, or offers one: yes or no by the private page. */
export function rideAskedMail(told: Told, ask: { who: string; from: string; isOffer: boolean }): OutgoingMail {
  const { event, to, name, href } = told;
  const from = ask.from ? ` depuis ${ask.from}` : '';
  return {
    kind: 'registration.ride-asked',
    to: { address: to, name },
    ...replyTo(event),
    subject: `Covoiturage : ${event.title}`,
    body: {
      paragraphs: [
        greeting(name),
        ask.isOffer
          ? `${ask.who} vous propose une place dans sa voiture${from} pour aller à « ${event.title} ».`
          : `${ask.who} aimerait une place dans votre voiture${from} pour aller à « ${event.title} ».`,
        'Vos numéros de téléphone ne seront montrés que si vous dites oui.',
      ],
      action: { label: 'Répondre', href },
    },
  };
}

/** Both agreed: they may call each other. */
export function rideAgreedMail(told: Told, other: { name: string; phone: string }): OutgoingMail {
  const { event, to, name, href } = told;
  return {
    kind: 'registration.ride-agreed',
    to: { address: to, name },
    ...replyTo(event),
    subject: `Covoiturage trouvé : ${event.title}`,
    body: {
      paragraphs: [
        greeting(name),
        `C’est d’accord avec ${other.name} pour aller ensemble à « ${event.title} ».`,
        other.phone
          ? `Pour vous entendre sur l’heure et le lieu : ${other.phone}.`
          : 'Retrouvez-vous par la page de votre inscription.',
      ],
      action: { label: 'Voir mon covoiturage', href },
    },
  };
}

/** One of both gave up, or gave her seat to someone else. */
export function rideEndedMail(told: Told, other: { name: string }): OutgoingMail {
  const { event, to, name, href } = told;
  return {
    kind: 'registration.ride-ended',
    to: { address: to, name },
    ...replyTo(event),
    subject: `Covoiturage annulé : ${event.title}`,
    body: {
      paragraphs: [
        greeting(name),
        `${other.name} ne fait plus la route avec vous pour aller à « ${event.title} ».`,
        'D’autres font peut-être le même trajet : regardez, et demandez.',
      ],
      action: { label: 'Voir mon covoiturage', href },
    },
  };
}
