/** Given and family names of a name written in one piece: capitals tell the family name, else the first word is given. */
export function namesOf(name: string): { givenName: string; familyName: string } {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const isCapital = (word: string) => word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
  const capitals = words.filter(isCapital);
  if (capitals.length > 0 && capitals.length < words.length)
    return {
      givenName: words
        .filter((word) => !isCapital(word))
        .join(' ')
        .slice(0, 100),
      familyName: capitals.join(' ').slice(0, 100),
    };
  if (words.length < 2) return { givenName: '', familyName: words.join(' ').slice(0, 100) };
  return { givenName: (words[0] ?? '').slice(0, 100), familyName: words.slice(1).join(' ').slice(0, 100) };
}
