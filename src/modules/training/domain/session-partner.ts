/** A structure that holds a session with the hub: one of the directory, or a name. */
export interface SessionPartner {
  organizationId: string | null;
  name: string;
}
