/** What hubs like to count of themselves, years back: offered where the employee types former counts. */
export const usualIndicators: readonly { indicator: string; label: string }[] = [
  { indicator: 'hub.members', label: 'structures adhérentes' },
  { indicator: 'hub.projects', label: 'projets accompagnés' },
  { indicator: 'hub.cooperatives', label: 'coopératives nées ici' },
  { indicator: 'hub.cafes', label: 'cafés associatifs' },
  { indicator: 'hub.trained', label: 'personnes formées' },
  { indicator: 'hub.trainers', label: 'formatrices et formateurs' },
];
