import type { JSX } from 'preact';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import type { FilterChipProps } from '#ui/components/chip.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar, ResultCount } from '#ui/components/filter-bar.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { SearchField } from '#ui/fields/search-field.tsx';
import { Select } from '#ui/fields/select.tsx';
import { galleryPath, officePath, uploadPath } from '../../paths.ts';
import type { PhotosDependencies } from '../../ports.ts';
import { photoChoices, photoList, photosAPage, type PhotoChoices } from '../../queries/photo-list.ts';
import { outcomeNames } from '../texts.ts';
import { BulkForm } from './bulk-form.tsx';
import { photosHref, readPhotoQuery, type PhotoQuery } from './photo-query.ts';

/** `GET /gestion/photos`: the bank, to find, sort, act on and take away. */
export async function showPhotos(exchange: Exchange, deps: PhotosDependencies): Promise<Response> {
  const query = readPhotoQuery(exchange.url.searchParams);
  const [{ rows, count }, choices] = await Promise.all([
    photoList(exchange.ctx, query, query.page, deps.uses),
    photoChoices(exchange.ctx),
  ]);
  return exchange.page({
    title: 'Photothèque',
    layout: 'office',
    publicHref: galleryPath,
    header: {
      lead: 'Les photos du pôle : qui les a prises, ce qu’elles montrent, et l’accord des personnes qu’on y reconnaît.',
      actions: (
        <ButtonLink icon="upload" href={uploadPath}>
          Ajouter des photos
        </ButtonLink>
      ),
    },
    content: (
      <>
        <States query={query} choices={choices} />
        <Filters query={query} choices={choices} />
        <ResultCount
          count={plural(count, 'photo')}
          links={[
            { label: 'sans description', href: photosHref(query, { lacksAlternative: true }) },
            { label: 'jamais utilisées', href: photosHref(query, { isUnused: true }) },
            { label: 'libres pour la presse', href: photosHref(query, { isPress: true }) },
          ]}
        />
        {rows.length === 0 ? (
          <Nothing query={query} isEmpty={choices.kept + choices.trashed === 0} />
        ) : (
          <BulkForm exchange={exchange} query={query} rows={rows} />
        )}
        <Pagination
          page={query.page}
          pages={Math.ceil(count / photosAPage)}
          hrefOf={(page) => photosHref(query, { page })}
        />
      </>
    ),
  });
}

function States({ query, choices }: { readonly query: PhotoQuery; readonly choices: PhotoChoices }): JSX.Element {
  const tab = (label: string, count: number, change: Pick<PhotoQuery, 'agreement' | 'isTrash'>) => ({
    label,
    count,
    href: photosHref(query, change),
    current: query.agreement === change.agreement && query.isTrash === change.isTrash,
  });
  return (
    <Tabs
      label="État des photos"
      tabs={[
        tab('Toutes', choices.kept, { agreement: null, isTrash: false }),
        tab('À préciser', choices.unsaid, { agreement: 'unsaid', isTrash: false }),
        tab('Accord attendu', choices.waiting, { agreement: 'waiting', isTrash: false }),
        tab('Refusées', choices.refused, { agreement: 'refused', isTrash: false }),
        tab('Corbeille', choices.trashed, { agreement: null, isTrash: true }),
      ]}
    />
  );
}

function Filters({ query, choices }: { readonly query: PhotoQuery; readonly choices: PhotoChoices }): JSX.Element {
  return (
    <FilterBar
      action={officePath}
      label="Chercher dans la photothèque"
      active={chips(query)}
      resetHref={officePath}
      more={
        <>
          <DateField name="du" label="Prise à partir du" value={query.from ?? ''} />
          <DateField name="au" label="Jusqu’au" value={query.to ?? ''} />
        </>
      }
    >
      <SearchField name="q" label="Un mot, un nom, un lieu" value={query.words} />
      {choices.occasions.length > 0 && (
        <Select
          name="occasion"
          label="Occasion"
          placeholder="Toutes"
          value={query.occasion}
          choices={choices.occasions.map((occasion) => ({ value: occasion, label: occasion }))}
        />
      )}
      {query.agreement && <input type="hidden" name="accord" value={query.agreement} />}
      {query.isPress && <input type="hidden" name="presse" value="oui" />}
      {query.lacksAlternative && <input type="hidden" name="sans-description" value="oui" />}
      {query.isUnused && <input type="hidden" name="inutilisees" value="oui" />}
      {query.since && <input type="hidden" name="depuis" value={query.since} />}
      {query.isTrash && <input type="hidden" name="corbeille" value="oui" />}
    </FilterBar>
  );
}

function chips(query: PhotoQuery): FilterChipProps[] {
  return [
    query.words && { label: `« ${query.words} »`, removeHref: photosHref(query, { words: '' }) },
    query.occasion && { label: query.occasion, removeHref: photosHref(query, { occasion: '' }) },
    query.from && { label: `à partir du ${frenchDay(query.from)}`, removeHref: photosHref(query, { from: null }) },
    query.to && { label: `jusqu’au ${frenchDay(query.to)}`, removeHref: photosHref(query, { to: null }) },
    query.agreement && { label: outcomeNames[query.agreement], removeHref: photosHref(query, { agreement: null }) },
    query.isPress && { label: 'libres pour la presse', removeHref: photosHref(query, { isPress: false }) },
    query.lacksAlternative && { label: 'sans description', removeHref: photosHref(query, { lacksAlternative: false }) },
    query.isUnused && { label: 'jamais utilisées', removeHref: photosHref(query, { isUnused: false }) },
    query.since && { label: 'tout juste ajoutées', removeHref: photosHref(query, { since: null }) },
    query.isTrash && { label: 'corbeille', removeHref: photosHref(query, { isTrash: false }) },
  ].filter((chip) => typeof chip === 'object' && chip !== null);
}

const frenchDay = (day: string): string => day.split('-').toReversed().join('/');

function Nothing({ query, isEmpty }: { readonly query: PhotoQuery; readonly isEmpty: boolean }): JSX.Element {
  if (isEmpty)
    return (
      <EmptyState
        title="La photothèque attend ses premières photos"
        actions={
          <ButtonLink icon="upload" href={uploadPath}>
            Ajouter des photos
          </ButtonLink>
        }
      >
        <p>
          Prenez-les sur votre téléphone, par dizaines : elles seront rangées ici, avec leur date, et prêtes pour toutes
          les pages du site.
        </p>
      </EmptyState>
    );
  if (query.isTrash && photosHref(query) === photosHref({ ...query, words: '' }))
    return (
      <EmptyState title="La corbeille est vide">
        <p>Les photos que vous y mettez peuvent en revenir pendant trente jours.</p>
      </EmptyState>
    );
  return (
    <EmptyState
      title="Aucune photo ne répond"
      actions={<ButtonLink href={officePath}>Voir toutes les photos</ButtonLink>}
    >
      <p>Essayez un autre mot, une autre date, ou retirez un filtre.</p>
    </EmptyState>
  );
}
