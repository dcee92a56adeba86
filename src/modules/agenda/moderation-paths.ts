import { agendaPath, officePaths, proposeEventPath } from './paths.ts';

/** Where someone follows what she proposed, by her private link. */
export const followedEventPath = (token: string): string => `${agendaPath}/proposition/${token}`;

/** « Proposer de nouveau »: the form filled from a public event. */
export const proposeAgainPath = (eventId: string): string => `${proposeEventPath}?comme=${eventId}`;

export const eventReviewPath = (id: string): string => `${officePaths.list}/a-valider/${id}`;

/** What the private links of the agenda are written for. */
export const linkPurposes = {
  proposal: 'agenda-proposal',
  poll: 'agenda-poll',
  answer: 'agenda-poll-answer',
} as const;
