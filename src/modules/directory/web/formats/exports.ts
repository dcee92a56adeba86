import type { Exchange } from '#platform/http/exchange.ts';
import { csvContentType, csvStream, xlsxContentType, xlsxStream } from '#platform/spreadsheet-export/index.ts';
import { legalFormLabel } from '../../domain/legal-forms.ts';
import { organizationPath } from '../../paths.ts';
import { listedIds } from '../../queries/directory-list.ts';
import { eachSheet, type PublicSheet } from '../../queries/each-sheet.ts';
import { sheetAt } from '../../queries/organization-sheet.ts';
import { readDirectoryQuery } from '../directory-query.ts';
import { jsonPieces, send, textStream } from '#platform/http/download.ts';
import { jsonLdType, pairContext, pairResource } from './pair.ts';
import { present } from './schema-org.ts';
import { tableColumns } from './table-columns.ts';
import { vcard } from './vcard.ts';

/** The list the address asks for, as the public may have it: signing in shows no more here. */
async function asked(exchange: Exchange): Promise<AsyncGenerator<PublicSheet>> {
  return eachSheet(exchange.ctx, await listedIds(exchange.ctx, readDirectoryQuery(exchange.url.searchParams)), [
    'public',
  ]);
}

/** `GET /annuaire.csv` */
export async function sendCsv(exchange: Exchange): Promise<Response> {
  return send(
    exchange,
    csvStream(tableColumns(exchange.hub.origin), await asked(exchange)),
    csvContentType,
    'annuaire.csv',
  );
}

/** `GET /annuaire.xlsx` */
export async function sendXlsx(exchange: Exchange): Promise<Response> {
  return send(
    exchange,
    xlsxStream(tableColumns(exchange.hub.origin), await asked(exchange), { title: 'Annuaire' }),
    xlsxContentType,
    'annuaire.xlsx',
  );
}

/** `GET /annuaire.geojson` (RFC 7946): a structure without a point has a null geometry. */
export async function sendGeojson(exchange: Exchange): Promise<Response> {
  const pieces = jsonPieces({ type: 'FeatureCollection' }, 'features', await asked(exchange), (sheet) =>
    featureOf(sheet, exchange.hub.origin),
  );
  return send(exchange, textStream(pieces), 'application/geo+json; charset=utf-8');
}

/** `GET /annuaire.jsonld`: PAIR, for SemApps and its kin. */
export async function sendPair(exchange: Exchange): Promise<Response> {
  const pieces = jsonPieces({ '@context': pairContext }, '@graph', await asked(exchange), (sheet) =>
    pairResource(sheet, exchange.hub.origin),
  );
  return send(exchange, textStream(pieces), jsonLdType);
}

/** `GET /annuaire/:slug.jsonld` and `/annuaire/:slug.vcf` */
export async function sendSheetFile(exchange: Exchange): Promise<Response> {
  const [slug = '', format = ''] = exchange.param('file').split('.');
  const found = await sheetAt(exchange.ctx, slug);
  if (!found) return exchange.notFound();
  if ('movedTo' in found) return exchange.http.redirect(`${organizationPath(found.movedTo)}.${format}`, 301);
  for await (const sheet of eachSheet(exchange.ctx, [found.id], ['public'])) {
    if (format === 'vcf')
      return send(exchange, vcard(sheet, exchange.hub.origin), 'text/vcard; charset=utf-8', `${slug}.vcf`);
    return send(
      exchange,
      JSON.stringify({ '@context': pairContext, ...pairResource(sheet, exchange.hub.origin) }),
      jsonLdType,
    );
  }
  return exchange.notFound();
}

function featureOf({ id, slug, profile, themes, updatedAt }: PublicSheet, origin: string): object {
  const place = profile.locations[0];
  return {
    type: 'Feature',
    id,
    geometry: place?.lon != null && place.lat !== null ? { type: 'Point', coordinates: [place.lon, place.lat] } : null,
    properties: present({
      name: profile.name,
      url: origin + organizationPath(slug),
      mission: profile.mission,
      legalForm: profile.legalForm ? legalFormLabel(profile.legalForm) : '',
      themes: themes.map(({ label }) => label),
      street: place?.street,
      postcode: place?.postcode,
      city: place?.city,
      insee: place?.municipalityInsee,
      approximate: place?.isApproximate || undefined,
      opening_hours: place?.openingHours,
      phone: profile.phone,
      website: profile.website,
      siret: profile.siret,
      updatedAt,
    }),
  };
}
