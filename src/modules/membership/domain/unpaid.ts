/** Why dues that were received are not: the bank took them back, or somebody typed wrong. */
export const unpaidCauses = ['cheque', 'transfer', 'mistake'] as const;
export type UnpaidCause = (typeof unpaidCauses)[number];

export const unpaidCauseNames: Readonly<Record<UnpaidCause, string>> = {
  cheque: 'Chèque revenu impayé',
  transfer: 'Virement ou prélèvement rappelé par la banque',
  mistake: 'Erreur de saisie',
};

/** The letter as it is proposed; the team changes it, or does not send it. */
export function proposedLetter({
  hub,
  member,
  payment,
  amount,
}: {
  hub: string;
  member: string;
  /** « le chèque n° 77 du 10 novembre 2026 »; empty when several may be meant. */
  payment: string;
  amount: string;
}): { subject: string; text: string } {
  return {
    subject: `Votre cotisation à ${hub}`,
    text: [
      payment
        ? `La banque n’a pas pu encaisser ${payment} : la cotisation de ${member}, ${amount}, reste donc à régler.`
        : `Le règlement de la cotisation de ${member} ne nous est finalement pas parvenu : ${amount} restent à régler.`,
      'C’est souvent un simple oubli. Le lien ci-dessous dit comment payer, par le moyen qui vous arrange.',
      'Une difficulté en ce moment ? Répondez à ce mail, ou appelez-nous : nous trouverons une solution ensemble.',
    ].join('\n\n'),
  };
}
