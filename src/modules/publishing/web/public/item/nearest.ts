/** Others of the same list, those sharing most themes first, then the newest. */
export function nearest<Line extends { id: string; themes: readonly string[] }>(
  lines: readonly Line[],
  { id, themes }: { id: string; themes: readonly string[] },
  count: number,
): Line[] {
  const shared = (line: Line): number => line.themes.filter((theme) => themes.includes(theme)).length;
  return lines
    .filter((line) => line.id !== id)
    .map((line, rank) => ({ line, rank, score: shared(line) }))
    .sort((a, b) => b.score - a.score || a.rank - b.rank)
    .slice(0, count)
    .map(({ line }) => line);
}
