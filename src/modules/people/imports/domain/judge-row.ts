import { foldForSearch } from '#platform/french/index.ts';
import { draftName, type PersonDraft } from './person-draft.ts';

/** Someone known who may be the person of a line. */
export interface PersonMatch {
  personId: string;
  name: string;
  by: 'email' | 'phone' | 'name';
  hasEmail: boolean;
}

export type RowVerdict = 'new' | 'known' | 'look_alike' | 'repeated' | 'rejected';
export type RowDecision = 'merge' | 'create' | 'skip';

export interface Judged {
  verdict: RowVerdict;
  decision: RowDecision | null;
  matches: PersonMatch[];
}

/**
 * Who a line is: the same name with the same address or number is the same person; an address shared under another
 * name is a household; a name alone is asked, and taken for the same when nothing says otherwise.
 */
export function judgeRow(draft: PersonDraft, found: readonly PersonMatch[]): Judged {
  const key = foldForSearch(draftName(draft));
  const isSame = (match: PersonMatch) => foldForSearch(match.name) === key;
  const sure = found.find((match) => isSame(match) && match.by !== 'name');
  if (sure) return { verdict: 'known', decision: 'merge', matches: [sure] };
  const byPerson = new Map<string, PersonMatch>();
  // A switchboard's number says nothing of who answers.
  for (const match of found)
    if ((match.by !== 'phone' || isSame(match)) && !byPerson.has(match.personId)) byPerson.set(match.personId, match);
  const matches = [...byPerson.values()].sort((one, other) => Number(isSame(other)) - Number(isSame(one))).slice(0, 5);
  const [first] = matches;
  if (!first) return { verdict: 'new', decision: 'create', matches: [] };
  const agrees = isSame(first) && (draft.emails.length === 0 || !first.hasEmail);
  return { verdict: 'look_alike', decision: agrees ? 'merge' : 'create', matches };
}

/** By what two lines of one list are seen to say the same person. */
export function sameKeys(draft: PersonDraft): string[] {
  const name = foldForSearch(draftName(draft));
  const keys = [...draft.emails, ...draft.phones.map((phone) => phone.replaceAll(/\D/g, ''))].map(
    (reach) => `${name}|${reach}`,
  );
  return keys.length > 0 ? keys : [`${name}|${foldForSearch(draft.postal)}|${foldForSearch(draft.structure)}`];
}
