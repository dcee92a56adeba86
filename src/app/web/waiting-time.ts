/** How long somebody has waited: « 3 h », « 1 jour », « 2 semaines ». */
export function waitingTime(since: Temporal.Instant, now: Temporal.Instant): string {
  const hours = Math.max(0, Math.floor(since.until(now).total('hours')));
  if (hours < 1) return 'moins d’1\u00a0h';
  if (hours < 24) return `${hours}\u00a0h`;
  const days = Math.floor(hours / 24);
  if (days < 14) return `${days}\u00a0${days === 1 ? 'jour' : 'jours'}`;
  return `${Math.floor(days / 7)}\u00a0semaines`;
}
