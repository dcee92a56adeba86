import { directoryPath, organizationPath } from '../../paths.ts';

/** Addresses where visitors help to keep the directory right. */
export const suggestPath = `${directoryPath}/proposer`;

export const correctPath = (slug: string): string => `${organizationPath(slug)}/corriger`;
export const claimPath = (slug: string): string => `${organizationPath(slug)}/revendiquer`;
export const claimLinkPath = (slug: string, token: string): string => `${claimPath(slug)}/${token}`;
export const ownSheetPath = (slug: string): string => `${organizationPath(slug)}/ma-fiche`;
export const confirmationPath = (token: string): string => `${directoryPath}/confirmer/${token}`;
