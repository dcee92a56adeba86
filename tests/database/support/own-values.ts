import type { FilledHub } from './fill-hub.ts';
import { ownEventValues } from './own-event-values.ts';
import { ownPeopleValues } from './own-people-values.ts';
import { ownMailingValues } from './own-mailing-values.ts';
import { ownReaderValues } from './own-reader-values.ts';

/** The values that make this path lead to something of the hub. */
export function ownValues(filled: FilledHub, path: string): Record<string, string> {
  const events = ownEventValues(filled.events, path);
  if (events) return events;
  const readers = ownReaderValues(filled.readers, path);
  if (readers) return readers;
  const mailing = ownMailingValues(filled.mailing, path);
  if (mailing) return mailing;
  const people = ownPeopleValues(filled.people, path);
  if (people) return people;
  const { hub, ids, slugs, tokens, publishing } = filled;
  const under = (part: string): boolean => path.includes(part);
  const first = <Value>(list: readonly (readonly [string, Value])[]): Value | undefined =>
    list.find(([part]) => under(part))?.[1];
  const news = publishing.ids.news;
  return {
    id:
      first([
        ['/messages/', ids.request],
        ['/creneaux/', ids.slot],
        ['/reponses/', ids.readyAnswer],
        ['/demandes/', ids.request],
        ['/personnes/:id', ids.person],
        ['/gestion/photos/', ids.bankPhoto],
        ['/phototheque/', ids.bankPhoto],
        ['/images/', ids.image],
        ['/installation/', hub.id],
        ['/synonymes/', ids.synonyms],
        ['/a-valider/', publishing.proposal],
        ['/contenus/', news],
        ['/fichiers/', publishing.file],
      ]) ?? ids.organization,
    slug:
      first([
        ['/actualites/', publishing.slugs.news],
        ['/histoires/', publishing.slugs.story],
        ['/projets/', publishing.slugs.project],
        ['/actions/', publishing.slugs.action],
        ['/ressources/', publishing.slugs.resource],
        ['/experiences/', publishing.slugs.experience],
        ['/veille/', publishing.slugs.watch],
        ['/pages/', publishing.slugs.page],
        ['/pour/', publishing.slugs.door],
      ]) ?? slugs.organization,
    token:
      first([
        ['/accord-photo/', tokens.agreement],
        ['/adresse/', tokens.addressChange],
        ['/confirmer/', tokens.confirmation],
        ['/lien/', tokens.signInLink],
      ]) ?? tokens.claim,
    secret:
      first([
        ['/propositions/', tokens.follow],
        ['/apercu/', tokens.preview],
      ]) ?? tokens.request,
    situation: 'tous',
    file:
      first([
        ['/api/', `${ids.organization}.json`],
        ['/images/partage/', `${news}-1.png`],
        ['/actualites/', 'territoire.atom'],
        ['/veille/', 'juridique.atom'],
        ['/flux/', 'association.atom'],
      ]) ?? `${slugs.organization}.jsonld`,
    name: under('/fichiers/') ? 'document.txt' : '64.webp',
    act: 'nom',
    kind: 'news',
    figure: publishing.figure,
    person: ids.photoPerson,
    width: '320',
    theme: ids.theme,
    import: ids.import,
    suggestion: ids.suggestion,
    photo: ids.photo,
    version: '1',
  };
}
