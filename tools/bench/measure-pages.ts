import type { StartedSite } from '../../tests/support/started-site.ts';
import type { Measure } from './result.ts';
import { weighPages } from './page-weight.ts';

// Wide screens load the live map beside the list, which the bar leaves out.
const telephone = 360;

/** What the first pages weigh in a browser. */
export async function measurePages(site: StartedSite): Promise<Measure[]> {
  const list = await (await fetch(`${site.origin}/annuaire`)).text();
  const sheet = /href="(\/annuaire\/[a-z0-9-]+)"/.exec(list.slice(list.indexOf('row-card')))?.[1] ?? '/annuaire';
  const pages = [
    ['accueil', '/'],
    ['annuaire', '/annuaire'],
    ['fiche', sheet],
  ] as const;
  const weights = await weighPages(
    site.origin,
    pages.map(([, path]) => path),
    telephone,
  );
  return pages.flatMap(([name, path]): Measure[] => {
    const weight = weights.get(path);
    if (!weight) return [];
    const notes = [
      `${weight.requests} requêtes, ${weight.elsewhere} hors du site ; images ${(weight.imageBytes / 1000).toFixed(0)} ko`,
    ];
    return [
      {
        name: `poids, ${name} : page, styles, scripts, polices`,
        value: weight.bytes / 1000,
        bar: 100,
        unit: 'ko',
        better: 'less',
        notes,
      },
      {
        name: `poids, ${name} : scripts`,
        value: weight.scriptBytes / 1000,
        bar: 25,
        unit: 'ko',
        better: 'less',
        notes: [],
      },
    ];
  });
}
