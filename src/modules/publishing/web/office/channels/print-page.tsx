import type { Exchange } from '#platform/http/exchange.ts';
import { CleanText } from '../../blocks/clean-text.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import { PhotoOrRelief } from '#ui/relief/relief-cover-view.tsx';
import { hueOf } from '../../../cards/publication-cards.ts';
import { briefOf, shortAddress } from '../../../domain/channels.ts';
import { officePaths } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { itemSetting } from '../../public/item/item-setting.ts';
import { announcementOf } from '../../public/news/announcement.ts';
import { editableAt } from './editable-at.ts';

/** `GET /gestion/contenus/:id/canaux/affiche`: a page of A4 to pin up, readable in black and white. */
export async function showSheetToPrint(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const publication = await editableAt(exchange);
  if (!publication) return exchange.notFound();
  const { id, kind, fields } = publication;
  const [item, { picture, land }] = await Promise.all([
    announcementOf(exchange.ctx, deps, publication, exchange.hub.origin),
    itemSetting(exchange, deps, publication),
  ]);
  const { contact } = item;
  return exchange.page({
    title: `Fiche à imprimer : ${item.title}`,
    layout: 'office',
    section: officePaths.list,
    header: {
      title: 'Fiche à imprimer',
      lead: <p>Une page A4. Lancez l’impression de votre navigateur : seule la fiche sort.</p>,
      trail: [
        { label: 'Publications', href: officePaths.list },
        { label: 'Diffuser', href: officePaths.channels(id) },
      ],
    },
    content: (
      <article class="sheet-to-print">
        <p class="sheet-when">{item.speaker}</p>
        <PhotoOrRelief
          id={id}
          hue={hueOf(kind, id)}
          motif={land.motif}
          width={960}
          height={420}
          eager
          photo={picture ? photoOf(picture, '44rem') : undefined}
        />
        <h2>
          <span class="large-title">{item.title}</span>
        </h2>
        {item.when && <p class="sheet-when">{item.when}</p>}
        <p class="lead">{briefOf(item)}</p>
        {fields.brief && <CleanText html={fields.body} />}
        <footer>
          {(contact.name || contact.phone) && (
            <p>
              Une question ? <b>{[contact.name, contact.phone].filter(Boolean).join(', ')}</b>
            </p>
          )}
          <p class="sheet-address">{shortAddress(item.url)}</p>
          <p>{item.hubName}</p>
        </footer>
      </article>
    ),
  });
}
