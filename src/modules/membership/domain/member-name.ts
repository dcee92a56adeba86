/** The member as one names her: the structure, or the person. */
export const memberName = (of: { organizationName: string; givenName: string; familyName: string }): string =>
  of.organizationName || `${of.givenName} ${of.familyName}`.trim();
