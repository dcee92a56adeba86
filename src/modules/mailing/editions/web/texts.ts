const refusals: Readonly<Record<string, string>> = {
  not_found: 'Cette lettre n’existe plus.',
  changed_meanwhile: 'Quelqu’un a changé cela entre-temps : relisez avant d’enregistrer.',
  not_open: 'Cette lettre n’est plus ouverte aux contributions.',
  already_gathered: 'Cette lettre est déjà mise en page : elle se change dans l’envoi.',
  nothing_kept: 'Retenez au moins une nouvelle avant de mettre en page.',
  nobody: 'Aucun membre à qui le demander : ils l’ont déjà été, ou n’ont pas d’adresse e-mail.',
  past: 'Choisissez un jour à venir.',
  forbidden: 'Vous ne pouvez pas faire cela.',
  key_reused: 'Ce formulaire a déjà servi : rouvrez la page.',
};

/** What a refusal says when no field is to blame. */
export const refusalText = (reason: string): string => refusals[reason] ?? 'Cela n’a pas pu être fait.';
