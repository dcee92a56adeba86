import { foldForSearch } from '#platform/french/index.ts';
import type { EventType } from '../../domain/event-types.ts';

/** Words by which others announce each kind of meeting, the surest first. */
const words: readonly [EventType, RegExp][] = [
  ['assembly', /\bassemblees? generales?\b|\bag\b/],
  ['breakfast', /\bpetits?[- ]dej/],
  ['aperitif', /\bapero|\baperitif|\bafterwork\b/],
  ['training', /\bformations?\b|\bstages?\b/],
  ['workshop', /\bateliers?\b|\brepair cafe\b|\binitiation\b/],
  ['conference', /\bconferences?\b|\bwebinaires?\b|\btable ronde\b|\bdebats?\b|\bcine[- ]debat\b/],
  ['forum', /\bforums?\b|\bsalons?\b|\bjob dating\b/],
  ['visit', /\bvisites?\b|\bportes? ouvertes?\b|\bbalades?\b|\brandonnees?\b/],
  ['show', /\bspectacles?\b|\bconcerts?\b|\btheatre\b|\bexpositions?\b|\bcinema\b|\bprojections?\b/],
  ['market', /\bmarches?\b|\bfoires?\b|\bbraderies?\b|\bvide[- ]greniers?\b|\btroc\b|\bbourse aux\b/],
  ['celebration', /\bfetes?\b|\bfestivals?\b|\bbals?\b|\banniversaires?\b|\binaugurations?\b/],
  ['drop_in', /\bpermanences?\b/],
  ['volunteering', /\bchantiers?\b|\bbenevol/],
  ['meeting', /\brencontres?\b|\breunions?\b|\bcafes?\b/],
];

/** The kind of meeting that its categories and its title tell; null when they tell none. */
export function guessType(title: string, categories: readonly string[]): EventType | null {
  for (const text of [...categories, title]) {
    const folded = foldForSearch(text);
    const found = words.find(([, form]) => form.test(folded));
    if (found) return found[0];
  }
  return null;
}
