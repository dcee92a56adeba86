/** What a reader's suggestion is about. */
export const suggestionSubjects = ['wrong', 'missing', 'outdated', 'broken-link', 'other'] as const;
export type SuggestionSubject = (typeof suggestionSubjects)[number];
