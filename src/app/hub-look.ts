import type { HubLook } from '#modules/directory/index.ts';
import { municipalitiesOfDepartment, municipalitiesOfEpci } from '#platform/geo/index.ts';
import type { Motif } from '#ui/relief/relief-cover.ts';
import type { Site } from './site.ts';

/** What the directory knows of a dressed hub. */
export function hubLook({ settings, hue }: Site): HubLook {
  const municipalities = () =>
    settings.territory.flatMap((part) => {
      if (part.kind === 'municipality') return [part.code];
      const members = part.kind === 'epci' ? municipalitiesOfEpci(part.code) : municipalitiesOfDepartment(part.code);
      return members.map((member) => member.insee);
    });
  return {
    land: { hue, motif: settings.motif as Motif },
    name: settings.name,
    // Asked by few pages, and the first time costs reading every municipality of France.
    get municipalities() {
      return [...new Set(municipalities())];
    },
  };
}
