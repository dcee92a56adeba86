import type { OutgoingMail } from '#platform/mail/send-mail.ts';
import { letter, type Told } from './letter.ts';

/** The application came in: what is left to do, and the private link. A person who joins for herself names no structure. */
export function receivedMail(
  told: Told,
  { structure, owed, way }: { structure: string; owed: string; way: string },
): OutgoingMail {
  return letter(told, {
    kind: 'received',
    subject: `Votre demande d’adhésion à ${told.hub.name}`,
    says: [
      `Nous avons bien reçu ${structure ? `la demande d’adhésion de ${structure}` : 'votre demande d’adhésion'}. Merci !`,
      owed === ''
        ? 'Il n’y a rien à payer.'
        : `Il reste ${owed} à régler${way}. Le lien ci-dessous dit comment faire, et permet de changer d’avis.`,
    ],
    button: owed === '' ? 'Suivre ma demande' : 'Régler ou suivre ma demande',
    after: ['Ce lien est à vous : il permet de changer vos réponses ou de retirer la demande.'],
  });
}

/** Welcome, or thank you again: from when to when, and how votes are counted. */
export function acceptedMail(
  told: Told,
  {
    structure,
    dates,
    college,
    isRenewal,
    receiptIsSent,
  }: { structure: string; dates: string; college: string; isRenewal: boolean; receiptIsSent: boolean },
): OutgoingMail {
  const membership = structure ? `L’adhésion de ${structure}` : 'Votre adhésion';
  return letter(told, {
    kind: 'accepted',
    subject: isRenewal ? `Adhésion renouvelée : ${told.hub.name}` : `Bienvenue à ${told.hub.name}`,
    says: [
      isRenewal
        ? `${membership} est renouvelée, merci de continuer avec nous.`
        : `${membership} est acceptée : bienvenue !`,
      `Elle court ${dates}.${college ? ` Collège de vote : ${college}.` : ''}`,
      ...(receiptIsSent ? ['Le reçu de votre cotisation est sur la page ci-dessous.'] : []),
    ],
    button: 'Voir mon adhésion',
  });
}

/** The application was not accepted; what was paid is given back by the team. */
export function refusedMail(
  told: Told,
  { structure, reason, isPaid }: { structure: string; reason: string; isPaid: boolean },
): OutgoingMail {
  return letter(told, {
    kind: 'refused',
    subject: `Votre demande d’adhésion à ${told.hub.name}`,
    says: [
      `${structure ? `La demande d’adhésion de ${structure}` : 'Votre demande d’adhésion'} n’a pas été acceptée.`,
      ...(reason ? [reason] : []),
      ...(isPaid ? ['La somme reçue vous sera rendue.'] : []),
      'Vous pouvez répondre à ce mail pour en parler.',
    ],
    button: 'Revoir ma demande',
  });
}

/** Dues that were paid are owed again; the words are those of the team, a paragraph a blank line. */
export function unpaidMail(told: Told, { subject, text, isOwed }: { subject: string; text: string; isOwed: boolean }) {
  return letter(told, {
    kind: 'unpaid',
    subject,
    says: text
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.replaceAll(/\s*\n\s*/g, ' ').trim())
      .filter(Boolean),
    button: isOwed ? 'Voir comment payer' : 'Voir mon adhésion',
  });
}

/** Time to renew: the price asked again, one button, and the way to hear no more of it. */
export function reminderMail(
  told: Told,
  { member, isOver, ends, campaign }: { member: string; isOver: boolean; ends: string; campaign: string },
): OutgoingMail {
  return letter(told, {
    kind: 'reminder',
    subject: `${campaign} : renouveler l’adhésion de ${member}`,
    says: [
      isOver
        ? `L’adhésion de ${member} à ${told.hub.name} s’est terminée le ${ends}.`
        : `L’adhésion de ${member} à ${told.hub.name} se termine le ${ends}.`,
      'Deux minutes suffisent pour continuer : tout est déjà rempli, vous relisez et vous choisissez comment payer.',
    ],
    button: 'Renouveler en deux minutes',
    after: [
      'Vous avez déjà répondu, ou vous ne souhaitez pas renouveler ? La même page permet de le dire : nous ne vous relancerons plus.',
    ],
  });
}
