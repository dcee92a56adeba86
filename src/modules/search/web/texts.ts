const refusals: Readonly<Record<string, string>> = {
  forbidden: 'Vous n’avez pas le droit de faire cela.',
  invalid: 'Quelque chose ne va pas dans ce qui a été envoyé.',
  key_reused: 'Ce formulaire a déjà été envoyé avec autre chose. Rechargez la page.',
  too_many: 'Trois cents groupes au plus : retirez-en un qui ne sert plus.',
  taken: 'Un de ces mots est déjà dans un autre groupe.',
  changed: 'Quelqu’un a changé ce groupe entre-temps : voici ses mots d’aujourd’hui, les vôtres sont dans le champ.',
  not_found: 'C’était déjà fait.',
};

/** Why something was refused, in French. */
export function refusalText(reason: string): string {
  return refusals[reason] ?? 'Cela n’a pas été possible.';
}
