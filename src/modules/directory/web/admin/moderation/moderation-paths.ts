import { officePath } from '../../../paths.ts';

/** Addresses where the team keeps the directory right. */
export const moderationPath = `${officePath}/moderation`;
export const pairsPath = `${officePath}/doublons`;
export const mergePath = `${officePath}/fusionner`;

export const mergeHref = (aId: string, bId: string): string => `${mergePath}?a=${aId}&b=${bId}`;
