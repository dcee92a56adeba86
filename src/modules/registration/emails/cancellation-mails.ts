import { formatMoney, listing } from '#platform/french/index.ts';
import type { OutgoingMail } from '#platform/mail/send-mail.ts';
import { greeting } from '../domain/greeting.ts';
import type { Told } from './seat-mails.ts';
import { replyTo, whenAndWhere } from './told-event.ts';

/** What happened to a date. */
export type DateChange = 'moved' | 'cancelled' | 'restored' | 'place';

const backInWords = (back: number): string[] =>
  back > 0 ? [`Vous aviez payé : nous vous rendons ${formatMoney(back)}, vous n’avez rien à faire.`] : [];

/** Someone will not come: told to her, whoever cancelled. */
export function cancelledMail(
  { event, to, name, href }: Told,
  { by, note, back }: { by: 'self' | 'staff'; note: string; back: number },
): OutgoingMail {
  return {
    kind: 'registration.cancelled',
    to: { address: to },
    ...replyTo(event),
    subject: `Inscription annulée : ${event.title}`,
    body: {
      paragraphs: [
        greeting(name),
        by === 'self'
          ? `Vous n’êtes plus inscrit·e à « ${event.title} ». Merci d’avoir prévenu : la place va à quelqu’un d’autre.`
          : `L’équipe a annulé votre inscription à « ${event.title} ».`,
        ...(note ? [note] : []),
        ...backInWords(back),
        ...whenAndWhere(event),
      ],
      action: { label: 'Voir le rendez-vous', href },
    },
  };
}

/** The date moved, was called off, is back, or is held elsewhere. */
export function dateChangedMail(
  { event, to, name, href }: Told,
  { change, note, back }: { change: DateChange; note: string; back: number },
): OutgoingMail {
  const words = {
    moved: ['Nouvelle date', 'change de date ou d’heure. Votre inscription reste valable.'],
    cancelled: ['Annulé', 'est annulé. Vous n’avez rien à faire, votre inscription est levée.'],
    restored: ['Maintenu', 'aura bien lieu. Votre inscription est toujours valable.'],
    place: ['Nouveau lieu', 'change de lieu. Votre inscription reste valable.'],
  } as const;
  const [label, text] = words[change];
  return {
    kind: `registration.date-${change}`,
    to: { address: to },
    ...replyTo(event),
    subject: `${label} : ${event.title}`,
    body: {
      paragraphs: [
        greeting(name),
        `« ${event.title} » ${text}`,
        ...(note ? [note] : []),
        ...backInWords(back),
        ...whenAndWhere(event),
      ],
      action: { label: 'Voir mon inscription', href },
      ...(change === 'cancelled' ? {} : { after: ['Cela ne vous va plus ? Le même lien permet de vous désinscrire.'] }),
      attachments: event.attachments,
    },
  };
}

/** To whoever paid for people who hear of it at their own addresses. */
export function owedBackMail(
  { event, to, name, href }: Told,
  { back, names }: { back: number; names: readonly string[] },
): OutgoingMail {
  return {
    kind: 'registration.owed-back',
    to: { address: to },
    ...replyTo(event),
    subject: `Nous vous rendons ${formatMoney(back)} : ${event.title}`,
    body: {
      paragraphs: [
        greeting(name),
        `Une inscription que vous aviez payée est levée (${listing(names)}).`,
        ...backInWords(back),
      ],
      action: { label: 'Voir mes inscriptions', href },
    },
  };
}
