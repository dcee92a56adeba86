/** Whom a status, a note or a document is about. */
export type RelationSubject = { readonly personId: string } | { readonly organizationId: string };
