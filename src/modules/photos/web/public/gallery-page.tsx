import type { JSX } from 'preact';
import { formatDate, plural, slugify } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { variantFor } from '#platform/pictures/picture.ts';
import { sendPicture } from '#platform/pictures/send-picture.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar, ResultCount } from '#ui/components/filter-bar.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { PhotoImage } from '#ui/components/photo-image.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import { SearchField } from '#ui/fields/search-field.tsx';
import { galleryPath, officePath } from '../../paths.ts';
import { keepers } from '../../policy.ts';
import type { PhotosDependencies } from '../../ports.ts';
import { galleryPage, galleryPhoto, pressGallery, type GalleryPhoto } from '../../queries/press-gallery.ts';

/** `GET /phototheque`: the photos that the press and partners may take, with who took them. */
export async function showGallery(exchange: Exchange): Promise<Response> {
  const words = exchange.query('q').trim().slice(0, 200);
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(exchange.query('page'))) || 1));
  const { photos, count } = await pressGallery(exchange.ctx, words, page);
  const hrefOf = (at: number): string => {
    const search = new URLSearchParams({ ...(words ? { q: words } : {}), ...(at > 1 ? { page: String(at) } : {}) });
    return search.size > 0 ? `${galleryPath}?${search.toString()}` : galleryPath;
  };
  return exchange.page({
    title: 'Photothèque',
    description: `Les photos de ${exchange.hub.name} libres pour la presse et les partenaires, avec leur crédit.`,
    indexed: words === '',
    canonical: hrefOf(page),
    edit: { href: `${officePath}?presse=oui`, label: 'Ranger les photos', roles: keepers },
    content: (
      <>
        <PageHeader
          title="Photothèque"
          lead={
            <p>
              Ces photos sont libres pour la presse et nos partenaires : prenez-les en grand, et citez qui les a prises.
            </p>
          }
        />
        {(count > 0 || words) && (
          <FilterBar
            action={galleryPath}
            label="Chercher une photo"
            active={words ? [{ label: `« ${words} »`, removeHref: galleryPath }] : []}
          >
            <SearchField name="q" label="Un mot, un lieu, une occasion" value={words} />
          </FilterBar>
        )}
        {photos.length > 0 ? (
          <>
            <ResultCount count={plural(count, 'photo')} />
            <ul class="press-gallery plain">
              {photos.map((photo, place) => (
                <GalleryItem photo={photo} eager={place < 3} />
              ))}
            </ul>
          </>
        ) : (
          <Nothing words={words} />
        )}
        <Pagination page={page} pages={Math.ceil(count / galleryPage)} hrefOf={hrefOf} />
      </>
    ),
  });
}

function GalleryItem({ photo, eager }: { readonly photo: GalleryPhoto; readonly eager: boolean }): JSX.Element {
  const facts = [
    photo.occasion,
    photo.place,
    photo.takenOn && formatDate(Temporal.PlainDate.from(photo.takenOn), { style: 'short' }),
  ].filter(Boolean);
  return (
    <li>
      <figure>
        <PhotoImage photo={photoOf(photo, '(min-width: 60em) 24rem, (min-width: 36em) 45vw, 92vw')} eager={eager} />
        <figcaption>
          {photo.alternative && <p>{photo.alternative}</p>}
          {facts.length > 0 && <p class="facts">{facts.join(' · ')}</p>}
          <p class="facts">
            Photo : <b>{photo.credit}</b>
            {photo.rightsNote && ` (${photo.rightsNote})`}
          </p>
          <ButtonLink
            small
            kind="ghost"
            icon="download"
            href={`${galleryPath}/${photo.id}/telecharger`}
            download
            aria-label={`Télécharger en grand : ${photo.alternative || photo.occasion || 'cette photo'}`}
          >
            Télécharger
          </ButtonLink>
        </figcaption>
      </figure>
    </li>
  );
}

function Nothing({ words }: { readonly words: string }): JSX.Element {
  return words ? (
    <EmptyState
      title="Aucune photo ne répond à ces mots"
      actions={<ButtonLink href={galleryPath}>Voir toutes les photos</ButtonLink>}
    >
      <p>Essayez un mot plus simple, le nom d’une commune ou d’une fête.</p>
    </EmptyState>
  ) : (
    <EmptyState
      title="Les premières photos arrivent"
      actions={<ButtonLink href="/contact">Nous demander une photo</ButtonLink>}
    >
      <p>Vous cherchez une image pour un article, une affiche ? Dites-nous laquelle, nous la trouverons.</p>
    </EmptyState>
  );
}

/** `GET /phototheque/:id/telecharger`: the large JPEG, named like what it shows. */
export async function sendGalleryPhoto(exchange: Exchange, deps: PhotosDependencies): Promise<Response> {
  const id = exchange.param('id');
  const photo = isId(id) ? await galleryPhoto(exchange.ctx, id) : null;
  const variant = photo && variantFor(photo, 10_000, 'jpeg');
  if (!variant) return exchange.notFound();
  const name = [slugify(photo.alternative || photo.occasion, 60), slugify(photo.credit, 30)].filter(Boolean).join('-');
  return sendPicture(exchange, deps.ports.files, variant, { isPublic: true, fileName: `${name || 'photo'}.jpg` });
}
