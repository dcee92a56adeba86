const refusals: Readonly<Record<string, string>> = {
  already_handled: 'Quelqu’un de l’équipe s’en est déjà occupé.',
  nothing_chosen: 'Cochez au moins un champ à garder.',
  no_address: 'Cette personne n’a pas laissé d’adresse où envoyer le lien.',
  not_found: 'Cette fiche n’existe plus, ou elle est à la corbeille.',
  same_sheet: 'Choisissez deux fiches différentes.',
  forbidden: 'Votre compte ne permet pas de modifier l’annuaire.',
  key_reused: 'Ce formulaire a déjà servi. Rechargez la page avant de recommencer.',
};

/** Why an act of moderation was refused. */
export function moderationRefusal(reason: string): string {
  return refusals[reason] ?? 'Ce n’était pas possible. Rechargez la page et réessayez.';
}
