/** Where an event stands in its life; `proposed` waits to be read by the team, `returned` went back to its author. */
export const eventStatuses = ['draft', 'proposed', 'returned', 'published'] as const;
export type EventStatus = (typeof eventStatuses)[number];

export const eventStatusNames: Readonly<Record<EventStatus, string>> = {
  draft: 'Brouillon',
  proposed: 'Proposé',
  returned: 'Renvoyé',
  published: 'Publié',
};
