/** Around the words found, in what the database gives: characters for private use, which no text of ours holds. */
export const markStart = '\uE000';
export const markEnd = '\uE001';

/** A piece of a text, and whether it answers the search. */
export interface MarkedPiece {
  text: string;
  isFound: boolean;
}

/** The pieces of a text marked by the database; marks without their pair are taken out. */
export function markedPieces(text: string): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  for (const [index, part] of text.split(markStart).entries()) {
    const end = index === 0 ? -1 : part.indexOf(markEnd);
    if (end > 0) pieces.push({ text: part.slice(0, end), isFound: true });
    const rest = part.slice(end + 1).replaceAll(markEnd, '');
    if (rest) pieces.push({ text: rest, isFound: false });
  }
  return pieces;
}
