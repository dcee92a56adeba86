import type { OutgoingMail } from '#platform/mail/send-mail.ts';
import { slotInWords, type SlotMoment } from '../domain/slot-in-words.ts';

/** Tells the hub that somebody asks; answering the mail answers her when she left an address. */
export function arrivedMail(request: {
  hub: { email: string; name: string };
  from: {
    name: string;
    email: string | null;
    phone: string | null;
    question: string;
    wantsCall: boolean;
    callWhen: string;
  };
  situation: string | null;
  slot: SlotMoment | null;
  zone: string;
  href: string;
}): OutgoingMail {
  const { hub, from, situation, slot, zone, href } = request;
  const who = situation ? `${from.name} (${situation.toLowerCase()})` : from.name;
  const after = [
    ...(from.wantsCall
      ? [`À rappeler au ${from.phone ?? ''}${from.callWhen ? `, ${from.callWhen}` : ''}.`]
      : from.email
        ? []
        : [`Pas d’adresse e-mail : rappelez au ${from.phone ?? ''}.`]),
    'Répondez depuis la demande : la conversation y reste entière, et personne ne répond deux fois.',
  ];
  return {
    kind: 'advice.arrived',
    to: { address: hub.email, name: hub.name },
    ...(from.email ? { replyTo: from.email } : {}),
    subject: `${from.name.replaceAll(/[\r\n]+/g, ' ')} vous pose une question`,
    body: {
      paragraphs: [
        `${who} vous écrit depuis le site.`,
        ...(slot ? [`Rendez-vous pris : ${slotInWords(slot, zone)}.`] : []),
      ],
      quote: { text: from.question, by: from.name },
      action: { label: 'Répondre', href },
      after,
    },
  };
}
