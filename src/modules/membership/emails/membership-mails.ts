import type { OutgoingMail } from '#platform/mail/send-mail.ts';

/** What every letter about memberships says of the hub and of who reads. */
interface Told {
  readonly hub: { readonly name: string; readonly email: string | null };
  readonly to: string;
  readonly name: string;
  readonly href: string;
}

const replyTo = ({ hub }: Told) => (hub.email ? { replyTo: hub.email } : {});
const hello = (name: string): string => (name ? `Bonjour ${name},` : 'Bonjour,');

/** The application came in: what is left to do, and the private link. */
export function receivedMail(
  told: Told,
  { member, owed, way }: { member: string; owed: string; way: string },
): OutgoingMail {
  return {
    kind: 'membership.received',
    to: { address: told.to, name: told.name },
    ...replyTo(told),
    subject: `Votre demande d’adhésion à ${told.hub.name}`,
    body: {
      paragraphs: [
        hello(told.name),
        `Nous avons bien reçu la demande d’adhésion de ${member}. Merci !`,
        owed === ''
          ? 'Il n’y a rien à payer.'
          : `Il reste ${owed} à régler${way}. Le lien ci-dessous dit comment faire, et permet de changer d’avis.`,
      ],
      action: { label: owed === '' ? 'Suivre ma demande' : 'Régler ou suivre ma demande', href: told.href },
      after: ['Ce lien est à vous : il permet de changer vos réponses ou de retirer la demande.'],
    },
  };
}

/** Welcome, or thank you again: from when to when, and how votes are counted. */
export function acceptedMail(
  told: Told,
  {
    member,
    dates,
    college,
    isRenewal,
    receiptIsSent,
  }: { member: string; dates: string; college: string; isRenewal: boolean; receiptIsSent: boolean },
): OutgoingMail {
  return {
    kind: 'membership.accepted',
    to: { address: told.to, name: told.name },
    ...replyTo(told),
    subject: isRenewal ? `Adhésion renouvelée : ${told.hub.name}` : `Bienvenue à ${told.hub.name}`,
    body: {
      paragraphs: [
        hello(told.name),
        isRenewal
          ? `L’adhésion de ${member} est renouvelée, merci de continuer avec nous.`
          : `L’adhésion de ${member} est acceptée : bienvenue !`,
        `Elle court ${dates}.${college ? ` Collège de vote : ${college}.` : ''}`,
        ...(receiptIsSent ? ['Le reçu de votre cotisation est sur la page ci-dessous.'] : []),
      ],
      action: { label: 'Voir mon adhésion', href: told.href },
    },
  };
}

/** The application was not accepted; what was paid is given back by the team. */
export function refusedMail(
  told: Told,
  { member, reason, isPaid }: { member: string; reason: string; isPaid: boolean },
): OutgoingMail {
  return {
    kind: 'membership.refused',
    to: { address: told.to, name: told.name },
    ...replyTo(told),
    subject: `Votre demande d’adhésion à ${told.hub.name}`,
    body: {
      paragraphs: [
        hello(told.name),
        `La demande d’adhésion de ${member} n’a pas été acceptée.`,
        ...(reason ? [reason] : []),
        ...(isPaid ? ['La somme reçue vous sera rendue.'] : []),
        'Vous pouvez répondre à ce mail pour en parler.',
      ],
      action: { label: 'Revoir ma demande', href: told.href },
    },
  };
}

/** Time to renew: the price asked again, one button, and the way to hear no more of it. */
export function reminderMail(
  told: Told,
  { member, isOver, ends, campaign }: { member: string; isOver: boolean; ends: string; campaign: string },
): OutgoingMail {
  return {
    kind: 'membership.reminder',
    to: { address: told.to, name: told.name },
    ...replyTo(told),
    subject: `${campaign} : renouveler l’adhésion de ${member}`,
    body: {
      paragraphs: [
        hello(told.name),
        isOver
          ? `L’adhésion de ${member} à ${told.hub.name} s’est terminée le ${ends}.`
          : `L’adhésion de ${member} à ${told.hub.name} se termine le ${ends}.`,
        'Deux minutes suffisent pour continuer : tout est déjà rempli, vous relisez et vous choisissez comment payer.',
      ],
      action: { label: 'Renouveler en deux minutes', href: told.href },
      after: [
        'Vous avez déjà répondu, ou vous ne souhaitez pas renouveler ? La même page permet de le dire : nous ne vous relancerons plus.',
      ],
    },
  };
}
