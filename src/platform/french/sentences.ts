/** « a », « a et b », « a, b et c »; the last word may be another (« ou »). */
export function listing(items: readonly string[], lastWord = 'et'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${lastWord} ${items.at(-1)}`;
}

/** The same with a capital at its beginning. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);
}

/**
 * Joins a small word to the next: « d’Angers », « l’atelier », « qu’elle », « de Rennes ». With « de » and « à »,
 * the article of a place or a name contracts: « du Mans », « des Herbiers », « au Havre ».
 */
export function elide(word: string, next: string): string {
  const contracted = contract(word, next);
  if (contracted) return contracted;
  return isElided(word) && startsWithVowel(next) ? `${word.slice(0, -1)}’${next}` : `${word} ${next}`;
}

const isElided = (word: string) => /(^|\s)(de|le|la|je|me|te|se|ne|ce)$|que$/i.test(word);

function contract(word: string, next: string): string | undefined {
  const ending = /(^|.*\s|jusqu’)(de|à)$/.exec(word);
  const article = /^(les?)\s+(?=\S)/i.exec(next);
  if (!ending || !article) return undefined;
  const many = article[1]?.toLowerCase() === 'les';
  const forms = ending[2] === 'de' ? ['du', 'des'] : ['au', 'aux'];
  return `${ending[1]}${forms[many ? 1 : 0]} ${next.slice(article[0].length)}`;
}

/** Words in h that refuse elision, among those hubs write; other words in h are taken as mute (« l’habitant »). */
const aspirated =
  /^(hach|haie|haillon|hall|halle|halte|hamac|hambourg|hameau|handball|handicap|hangar|hanovre|haricot|harnais|hasard|hausse|haut|havre|heaume|hérisson|héron|héros|herse|hêtre|hibou|hiérarchi|hip-hop|hockey|hollande|homard|hongrie|honte|hors|houblon|housse|huche|huit|hutte)/i;
const soundsLikeConsonant = /^(onz|oui\b|ouistiti|yaourt|yoga|yeti|yacht|youpi|ya\b|youth|ululer)/i;

function startsWithVowel(text: string): boolean {
  const start = text.normalize('NFD').replace(/\p{M}/gu, '');
  if (/^y/i.test(start)) return /^y([^aeiou]|eu(x|se)|onne)/i.test(start) && !soundsLikeConsonant.test(start);
  return /^[aeiouhœæ]/i.test(start) && !aspirated.test(text) && !soundsLikeConsonant.test(start);
}
