import type { FilledHub } from './fill-hub.ts';

/** The values that make this path lead to something of the hub. */
export function ownValues({ hub, ids, slugs, tokens }: FilledHub, path: string): Record<string, string> {
  const under = (part: string): boolean => path.includes(part);
  const ofPath: [string, string][] = [
    ['/messages/', ids.request],
    ['/creneaux/', ids.slot],
    ['/reponses/', ids.readyAnswer],
    ['/demandes/', ids.request],
    ['/personnes/', ids.person],
    ['/images/', ids.image],
    ['/installation/', hub.id],
  ];
  const token = under('/adresse/')
    ? tokens.addressChange
    : under('/confirmer/')
      ? tokens.confirmation
      : under('/lien/')
        ? tokens.signInLink
        : tokens.claim;
  return {
    id: ofPath.find(([part]) => under(part))?.[1] ?? ids.organization,
    slug: slugs.organization,
    token,
    secret: tokens.request,
    situation: 'tous',
    file: under('/api/') ? `${ids.organization}.json` : `${slugs.organization}.jsonld`,
    name: '64.webp',
    act: 'nom',
    theme: ids.theme,
    import: ids.import,
    suggestion: ids.suggestion,
    photo: ids.photo,
    version: '1',
  };
}
