import type { SuggestionSubject } from '../../../domain/suggestion-subject.ts';

/** What a reader's remark is about, as forms and the team's queue say it. */
export const subjectNames: Readonly<Record<SuggestionSubject, string>> = {
  wrong: 'Quelque chose est faux',
  missing: 'Il manque quelque chose',
  outdated: 'Ce n’est plus à jour',
  'broken-link': 'Un lien ne marche plus',
  other: 'Autre chose',
};
