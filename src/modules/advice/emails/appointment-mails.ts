import type { OutgoingMail } from '#platform/mail/send-mail.ts';
import { greeting } from '../domain/given-name.ts';
import { slotInWords, type SlotMoment } from '../domain/slot-in-words.ts';

interface AppointmentLetter {
  hub: { name: string; email: string | null; phone: string | null };
  to: { name: string; email: string };
  slot: SlotMoment;
  zone: string;
  href: string;
}

/** Confirms an appointment, with the file that puts it in a calendar. */
export function appointmentTakenMail({ hub, to, slot, zone, href }: AppointmentLetter): OutgoingMail {
  return {
    kind: 'advice.appointment',
    to: { address: to.email },
    ...(hub.email ? { replyTo: hub.email } : {}),
    subject: `Votre rendez-vous avec ${hub.name}`,
    body: {
      paragraphs: [greeting(to.name), `C’est noté : ${slotInWords(slot, zone)}.`, ...(slot.place ? [slot.place] : [])],
      action: { label: 'Ajouter à mon agenda', href: `${href}/rendez-vous.ics` },
      after: [`Un empêchement ? Prévenez-nous d’un clic depuis votre demande : ${href}`],
    },
  };
}

/** Says that the hub cannot keep an appointment. */
export function appointmentCancelledMail({ hub, to, slot, zone, href }: AppointmentLetter): OutgoingMail {
  return {
    kind: 'advice.appointment-cancelled',
    to: { address: to.email },
    ...(hub.email ? { replyTo: hub.email } : {}),
    subject: `Votre rendez-vous est annulé : ${hub.name}`,
    body: {
      paragraphs: [
        greeting(to.name),
        `Nous ne pourrons pas tenir le rendez-vous prévu ${slotInWords(slot, zone)}. Pardon pour ce contretemps.`,
        'Choisissez un autre moment depuis votre demande, ou répondez à ce mail.',
      ],
      action: { label: 'Choisir un autre moment', href },
    },
  };
}
