import {
  comparablePlaceName,
  departments,
  searchEpcis,
  searchMunicipalities,
  type Department,
  type Epci,
  type Municipality,
} from '#platform/geo/index.ts';
import { plural } from '#platform/french/index.ts';
import type { TerritoryPart } from '../domain/hub-settings.ts';

/** A part that may be added to a territory, and the words that tell it from its namesakes. */
export interface TerritoryChoice extends TerritoryPart {
  /** What the field shows and takes back. */
  text: string;
}

/** Inter-municipalities, then municipalities, then départements that a few letters may mean. */
export function territoryChoices(words: string, limit = 12): TerritoryChoice[] {
  const text = words.trim().slice(0, 100);
  if (text.length < 2) return [];
  const groups = searchEpcis(text, limit).map(epciChoice);
  const towns = searchMunicipalities(text, limit).map(municipalityChoice);
  const wanted = comparablePlaceName(text);
  const areas = departments()
    .filter(
      (department) =>
        department.code === text || (wanted.length > 2 && comparablePlaceName(department.name).startsWith(wanted)),
    )
    .map(departmentChoice);
  // Towns named exactly so come first: « Redon » is looked for more often than what holds it in its name.
  const exact = towns.filter((town) => comparablePlaceName(town.label) === wanted);
  return [...exact, ...groups, ...towns.filter((town) => !exact.includes(town)), ...areas].slice(0, limit);
}

/** The part a typed or chosen text names, when it names one only. */
export function territoryNamed(text: string): TerritoryChoice | null {
  const bare = text.replace(/\s*\([^()]*\)\s*$/, '');
  const choices = territoryChoices(bare, 50);
  return choices.find((choice) => choice.text === text.trim()) ?? (choices.length === 1 ? (choices[0] ?? null) : null);
}

function epciChoice({ code, name, members }: Epci): TerritoryChoice {
  // « CC Pays de… » is how the register writes it, not how people say it.
  const label = name.replace(/^(CC|CA|CU|METRO|MET69|MET75)\s+/, '');
  return { kind: 'epci', code, label, text: `${label} (${plural(members.length, 'commune')})` };
}

function municipalityChoice({ insee, name, postcodes }: Municipality): TerritoryChoice {
  return { kind: 'municipality', code: insee, label: name, text: `${name} (${postcodes[0] ?? insee})` };
}

function departmentChoice({ code, name }: Department): TerritoryChoice {
  return { kind: 'departement', code, label: name, text: `${name} (département ${code})` };
}
