import { foldForSearch } from '#platform/french/index.ts';

/** What people come for, in their words. */
export const supportQuestions = ['create', 'employ', 'fund', 'learn', 'grow', 'place', 'take-over', 'manage'] as const;
export type SupportQuestion = (typeof supportQuestions)[number];

const wordings: Readonly<Record<SupportQuestion, RegExp>> = {
  create:
    /\b(creat\w*|creer|emergence|idees?|lancement|demarr\w*|porteu\w* de projet|faisabilite|statuts|test d activite|incub\w*|amorc\w*|entreprendre|entrepreneu\w*)\b/,
  employ:
    /\b(emplo\w*|recrut\w*|embauch\w*|paie|salari\w*|rh|ressources humaines|insertion|service civique|apprenti\w*)\b/,
  fund: /\b(financ\w*|subvention\w*|pret|prets|capital|fonds|garantie|mecen\w*|epargne|tresorerie|investi\w*|appels? a projets?)\b/,
  learn: /\b(form\w*|apprendre|ateliers?|compet\w*|tutorat|parrainage)\b/,
  grow: /\b(develop\w*|strateg\w*|consolid\w*|dla|change\w* d echelle|cooperat\w*|mutualis\w*|modele economique|partenariat\w*)\b/,
  place: /\b(local|locaux|lieux?|bureaux?|tiers lieux?|hebergement|domiciliation|foncier|materiel|equipement)\b/,
  'take-over': /\b(repris\w*|reprendre|transmi\w*|cedant\w*|cession|scop)\b/,
  manage:
    /\b(compta\w*|gestion|factur\w*|jurid\w*|administrat\w*|fiscal\w*|assuranc\w*|benevol\w*|gouvernance|portage|numeri\w*)\b/,
};

/** The questions a support actor answers, from what it says it helps with. */
export function questionsAnswered(supports: readonly string[]): Set<SupportQuestion> {
  const said = supports.map(foldForSearch);
  return new Set(supportQuestions.filter((question) => said.some((words) => wordings[question].test(words))));
}
