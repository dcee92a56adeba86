import { plural } from '#platform/french/index.ts';
import type { OutgoingMail } from '#platform/mail/send-mail.ts';
import { greeting } from '../domain/greeting.ts';
import { replyTo, whenAndWhere, type ToldEvent, type ToldSeat } from './told-event.ts';

interface Confirmation {
  readonly event: ToldEvent;
  readonly to: string;
  readonly name: string;
  readonly seats: readonly ToldSeat[];
  readonly href: string;
  /** Who registered her, when it is someone else. */
  readonly by: string | null;
  readonly payment: string | null;
}

/** Says that one is registered, or on the waiting list, and gives the private link and the calendar file. */
export function confirmationMail({ event, to, name, seats, href, by, payment }: Confirmation): OutgoingMail {
  const waiting = seats.filter(({ state }) => state === 'waiting').length;
  const isWaiting = waiting === seats.length;
  return {
    kind: isWaiting ? 'registration.waiting' : 'registration.confirmed',
    to: { address: to },
    ...replyTo(event),
    subject: isWaiting ? `Sur liste d’attente : ${event.title}` : `Inscription confirmée : ${event.title}`,
    body: {
      paragraphs: [
        greeting(name),
        said(seats.length, waiting, by, event.title),
        ...whenAndWhere(event),
        ...(seats.length > 1 || seats.some(({ facts }) => facts) ? seats.map(seatLine) : []),
        ...(isWaiting || !event.onlineLink ? [] : [`Pour vous connecter : ${event.onlineLink}`]),
        ...(payment && !isWaiting ? [payment] : []),
        ...(isWaiting || !event.note ? [] : event.note.split(/\n{2,}/)),
      ],
      action: { label: isWaiting ? 'Suivre ma place' : 'Voir mon inscription', href },
      after: [
        'Ce lien est à vous : il permet de changer vos réponses, de vous désinscrire ou de transmettre votre place. Un empêchement ? Dites-le, quelqu’un attend peut-être la place.',
      ],
      ...(isWaiting ? {} : { attachments: event.attachments }),
    },
  };
}

function said(count: number, waiting: number, by: string | null, title: string): string {
  const who = by === null ? 'Vous êtes' : `${by} vous a ${waiting === count ? 'mis·e' : 'inscrit·e'}. Vous êtes`;
  if (waiting === count)
    return `${who} sur la liste d’attente de « ${title} ». Dès qu’une place se libère et que votre tour vient, on vous écrit.`;
  if (waiting > 0)
    return `Votre inscription à « ${title} » est notée : ${plural(count - waiting, 'place confirmée', 'places confirmées')}, ${plural(waiting, 'personne')} sur liste d’attente.`;
  return by === null ? `Votre inscription à « ${title} » est confirmée.` : `${by} vous a inscrit·e à « ${title} ».`;
}

const states = {
  confirmed: 'confirmé·e',
  waiting: 'sur liste d’attente',
  offered: 'une place est proposée',
  cancelled: 'annulé·e',
  declined: 'place refusée',
};

function seatLine({ name, state, facts }: ToldSeat): string {
  return `– ${[name, facts, states[state]].filter(Boolean).join(', ')}`;
}
