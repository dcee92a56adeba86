import type { Exchange } from '#platform/http/exchange.ts';
import { csvContentType, csvStream, type ExportColumn } from '#platform/spreadsheet-export/index.ts';
import { officePhotoPath } from '../../paths.ts';
import type { PhotosDependencies } from '../../ports.ts';
import { eachPhoto, type PhotoRow } from '../../queries/photo-list.ts';
import { outcomeNames, visibilityChoices } from '../texts.ts';
import { readPhotoQuery } from './photo-query.ts';

/** `GET /gestion/photos.csv`: the list filtered. Who is on each photo is not in it. */
export function sendPhotosTable(exchange: Exchange, deps: PhotosDependencies): Response {
  const rows = eachPhoto(exchange.ctx, readPhotoQuery(exchange.url.searchParams), deps.uses);
  return exchange.http.body(csvStream(columns(exchange.hub.origin), rows) as unknown as string, 200, {
    'content-type': csvContentType,
    'content-disposition': 'attachment; filename="phototheque.csv"',
  });
}

const columns = (origin: string): ExportColumn<PhotoRow>[] => [
  { header: 'Ce qu’on voit', value: (photo) => (photo.isDecorative ? '(décorative)' : photo.alternative) },
  { header: 'Crédit', value: (photo) => photo.credit },
  { header: 'Date', value: (photo) => photo.takenOn },
  { header: 'Occasion', value: (photo) => photo.occasion },
  { header: 'Lieu', value: (photo) => photo.place },
  { header: 'Mots-clés', value: (photo) => photo.keywords.join(', ') },
  { header: 'Accord', value: (photo) => outcomeNames[photo.outcome] },
  { header: 'Cachée', value: (photo) => photo.isWithheld },
  { header: 'Libre pour la presse', value: (photo) => photo.isForPress },
  { header: 'Droits', value: (photo) => photo.rightsNote },
  {
    header: 'Visible par',
    value: (photo) => visibilityChoices.find(({ value }) => value === photo.visibility)?.label ?? '',
  },
  { header: 'Largeur', value: (photo) => photo.width },
  { header: 'Hauteur', value: (photo) => photo.height },
  { header: 'Fichier', value: (photo) => photo.fileName },
  { header: 'Fiche', value: (photo) => origin + officePhotoPath(photo.id) },
];
