import { agendaPath, officePaths } from './paths.ts';

const list = `${officePaths.list}/sondages`;

/** Where the team looks for dates. */
export const pollOffice = {
  list,
  add: `${list}/nouveau`,
  poll: (id: string): string => `${list}/${id}`,
  edit: (id: string): string => `${list}/${id}/modifier`,
  answers: (id: string): string => `${list}/${id}/reponses.csv`,
} as const;

/** Where anyone who has the link answers. */
export const pollPath = (token: string): string => `${agendaPath}/sondage/${token}`;

/** One's own answer, to change or take back. */
export const pollAnswerPath = (token: string, answer: string): string => `${pollPath(token)}/${answer}`;
