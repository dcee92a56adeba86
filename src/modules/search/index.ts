export { addSynonyms } from './commands/add-synonyms.ts';
export { removeSynonyms } from './commands/remove-synonyms.ts';
export type { SearchFact } from './facts.ts';
