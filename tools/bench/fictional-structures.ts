import { departments, municipalitiesOfDepartment, municipalityCentre, type Municipality } from '#platform/geo/index.ts';
import { legalFormFamilies } from '#modules/directory/domain/legal-forms.ts';
import { completeProfile, type OrganizationProfile } from '#modules/directory/profile/organization-profile.ts';
import type { Seeded } from './seeded.ts';

const kinds = [
  'Ateliers',
  'Jardins',
  'Ressourcerie',
  'Épicerie',
  'Recyclerie',
  'Ferme',
  'Café associatif',
  'Maison',
  'Coopérative',
  'Régie',
  'Collectif',
  'Fabrique',
  'Relais',
  'Crèche parentale',
  'Cantine',
  'Garage solidaire',
  'Théâtre',
  'Fournil',
  'Conserverie',
  'Menuiserie',
  'Blanchisserie',
  'Tiers-lieu',
  'Cyclerie',
  'Laiterie',
  'Pépinière',
  'Foyer',
  'Radio',
  'Librairie',
  'École de musique',
  'Cigales',
];
const things = [
  'du Semnon',
  'des Landes',
  'de la Vallée',
  'du Canal',
  'des Trois Chênes',
  'de la Gare',
  'du Vieux Pressoir',
  'des Tilleuls',
  'du Moulin',
  'de l’Écluse',
  'des Quatre Vents',
  'du Bocage',
  'de la Fontaine',
  'des Coteaux',
  'du Lavoir',
  'de la Halle',
  'des Hirondelles',
  'du Grand Pré',
  'de la Passerelle',
  'des Saisons',
  'du Partage',
  'de l’Avenir',
  'des Possibles',
  'du Lien',
  'de l’Entraide',
  'des Voisins',
  'du Levain',
  'de la Lisière',
  'des Communs',
  'du Rivage',
];
const offers = [
  'paniers de légumes',
  'prêt de salle',
  'réparation de vélos',
  'garde d’enfants',
  'repas partagés',
  'transport à la demande',
  'ateliers de couture',
  'aide aux démarches en ligne',
  'insertion par l’activité économique',
  'location de matériel',
  'concerts',
  'broyage de végétaux',
  'compostage',
  'cours de français',
  'portage de repas',
  'vente de meubles',
];
const means = ['salle de réunion', 'barnum', 'minibus', 'sono', 'remorque', 'four à pain', 'broyeur'];
const works = [
  'maraîchage',
  'menuiserie',
  'restauration',
  'numérique',
  'habitat',
  'mobilité',
  'culture',
  'énergie',
  'textile',
  'petite enfance',
  'grand âge',
  'tourisme',
  'éducation populaire',
  'réemploi',
];

/** Words that few structures hold: one in a thousand. */
export const rareWords = [
  'ocarina',
  'vannerie',
  'tourbière',
  'apiculture',
  'marionnettes',
  'lithographie',
  'astronomie',
  'paludiers',
  'chanvre',
  'sabotiers',
];

/** Each word of these lists once, the commonest first. */
export const fictionalWords: readonly string[] = [
  ...new Set(
    [...kinds, ...things, ...works, ...offers, ...means, ...rareWords]
      .flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
      .filter((word) => word.length > 3),
  ),
];

/** Words to search: common, rare, beginnings, mistyped, several, and with nothing to find. */
export const searchedWords = [
  'jardins',
  'ateliers',
  'maraichage',
  'réemploi',
  'vélos',
  'salle',
  ...rareWords,
  'resso',
  'épi',
  'concert',
  'marion',
  'vann',
  'mara',
  'maraichege',
  'ressourcrie',
  'menuisrie',
  'marionettes',
  'jardins du semnon',
  'garage solidaire moulin',
  'prêt de salle',
  'café associatif des tilleuls',
  'repas',
  'xylographe',
  'boulangerie zzz',
];

/** Makes structures in real municipalities of France, the populous ones more often. */
export function fictionalStructures(random: Seeded, themes: readonly string[]): () => OrganizationProfile {
  const places = departments().flatMap(({ code }) =>
    municipalitiesOfDepartment(code).filter(({ insee }) => municipalityCentre(insee)),
  );
  const weights: number[] = [];
  let total = 0;
  for (const { population } of places) weights.push((total += Math.sqrt(population + 20)));
  return () => {
    const place = places[firstAbove(weights, random.next() * total)] ?? (places[0] as Municipality);
    const centre = municipalityCentre(place.insee);
    const work = random.one(works);
    const isMember = random.chance(0.3);
    return completeProfile({
      name: `${random.one(kinds)} ${random.one(things)}${random.chance(0.4) ? ` de ${place.name}` : ''}`.slice(0, 200),
      legalForm: random.one(legalFormFamilies),
      mission:
        `À ${place.name}, nous faisons vivre ${work} et ${random.one(works)} avec celles et ceux qui habitent ici, toute l’année.`.slice(
          0,
          280,
        ),
      description: `Née d’un groupe de ${2 + random.whole(30)} personnes, la structure propose ${random.one(offers)}, ${random.one(offers)} et ${work}.${random.chance(0.01) ? ` On y trouve aussi : ${random.one(rareWords)}.` : ''} Chacun peut venir, donner un coup de main, apprendre et transmettre.`,
      offers: [random.one(offers), random.one(offers), work].slice(0, 1 + random.whole(3)),
      means: random.chance(0.25) ? [random.one(means)] : [],
      themes: [...new Set([random.one(themes), random.one(themes)])].filter(Boolean).slice(0, 1 + random.whole(2)),
      isMember,
      isInspiring: random.chance(0.05),
      locations: [
        {
          label: '',
          street: `${1 + random.whole(90)} rue ${random.one(things)}`,
          postcode: place.postcodes[0] ?? '',
          city: place.name,
          municipalityInsee: place.insee,
          inseeYear: 2026,
          lon: centre ? centre.longitude + (random.next() - 0.5) * 0.03 : null,
          lat: centre ? centre.latitude + (random.next() - 0.5) * 0.02 : null,
          isApproximate: false,
          visibility: 'public',
          openingHours: '',
          openingHoursNote: '',
        },
      ],
    });
  };
}

function firstAbove(sums: readonly number[], value: number): number {
  let [low, high] = [0, sums.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sums[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
