/** Whether the hub itself speaks, and neither a structure of the directory nor one that is not in it. */
export function isHubsOwn({ organizationId, content }: { organizationId: string | null; content: unknown }): boolean {
  return organizationId === null && !(content as { speaker?: string }).speaker;
}
