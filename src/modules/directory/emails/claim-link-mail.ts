import type { OutgoingMail } from '#platform/mail/send-mail.ts';

/** Gives a structure the link that opens its sheet. */
export function claimLinkMail({
  name,
  href,
  hubName,
}: {
  name: string;
  href: string;
  hubName: string;
}): Pick<OutgoingMail, 'subject' | 'body'> {
  return {
    subject: `Mettre à jour la fiche « ${name} »`,
    body: {
      paragraphs: [
        'Bonjour,',
        `Quelqu’un demande à mettre à jour la fiche de « ${name} » dans l’annuaire de ${hubName}. Si c’est vous, ce bouton l’ouvre.`,
      ],
      action: { label: 'Ouvrir notre fiche', href },
      after: [
        'Ce lien sert une seule fois, pendant deux jours.',
        'Si personne de votre structure ne l’a demandé, ne faites rien : votre fiche ne change pas.',
      ],
    },
  };
}
