export const plainWordsPath = '/c-est-quoi-l-ess';
