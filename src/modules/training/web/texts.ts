const refusalTexts = {
  key_reused: 'Ce formulaire a déjà été envoyé. Rechargez la page avant de recommencer.',
  forbidden: 'Votre compte ne permet pas cela.',
  invalid: 'Quelque chose manque ou n’est pas compris.',
  unclear_fields: 'Quelque chose manque ou n’est pas compris.',
  not_found: 'Ce que vous cherchez n’est plus là.',
  edited_meanwhile:
    'Quelqu’un a changé ceci pendant que vous écriviez. Votre texte est toujours là : ouvrez la version enregistrée dans un autre onglet, comparez, puis rechargez cette page pour repartir d’elle.',
  has_sessions: 'Des sessions à venir sont ouvertes pour cette formation. Annulez-les ou terminez-les d’abord.',
  has_trainees: 'Des personnes sont inscrites : annulez plutôt la session, elles seront prévenues.',
  unknown_person: 'Cette personne n’est plus connue du pôle.',
  session_cancelled: 'Cette session est annulée.',
  half_day_noted: 'Les présences de cette demi-journée sont déjà notées : on ne peut plus la déplacer ni la retirer.',
  course_hidden: 'Publiez d’abord la formation au catalogue.',
  not_possible_now: 'Ce n’est pas possible dans l’état actuel de la session.',
  session_full: 'La session est complète. Augmentez le nombre de places pour inscrire quelqu’un de plus.',
  registered_elsewhere:
    'Cette personne s’est inscrite en ligne : annulez son inscription depuis la page des inscriptions.',
  not_begun: 'Cette demi-journée n’a pas commencé.',
  half_days_left: 'Il reste des demi-journées dont les présences ne sont pas notées.',
  too_soon_to_pay:
    'Elle paie elle-même : rien ne peut lui être demandé avant la fin de son délai de rétractation, puis 30 % au plus jusqu’au début. Notez la date de signature du contrat.',
  nothing_due: 'Tout ce qui est dû a déjà été demandé.',
  already_answered: 'Vous avez déjà répondu. Merci !',
  already_signed: 'Cette personne a déjà signé pour cette demi-journée.',
  nothing_answered: 'Répondez à au moins une question.',
} as const;

export type TrainingReason = keyof typeof refusalTexts;

/** The French sentence for a refusal that belongs to no field. A reason without one does not compile. */
export function refusalText(reason: TrainingReason): string {
  return refusalTexts[reason];
}
