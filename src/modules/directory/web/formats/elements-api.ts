import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { eachSheet } from '../../queries/each-sheet.ts';
import { elementIds, type Box } from '../../queries/elements.ts';
import { directoryIndex } from '../../queries/index/directory-index.ts';
import { isOneOf } from '../texts.ts';
import { jsonPieces, send, textStream } from '#platform/http/download.ts';
import { compactFields, elementOf, licence, ontologies, taxonomyOf, type Ontology } from './gogocarto.ts';
import { jsonLdType, pairContext, pairResource } from './pair.ts';

const jsonType = 'application/json; charset=utf-8';
const mostElements = 200_000;
const mostBoxes = 20;

/** `GET /api/elements.json`: the directory in the shape GoGoCarto and Transiscope aggregate. */
export async function sendElements(exchange: Exchange): Promise<Response> {
  const ids = await askedIds(exchange);
  const ontology = ontologyOf(exchange);
  const head = {
    licence,
    ontology,
    ...(ontology === 'gogocompact'
      ? { mapping: ['id', compactFields, 'latitude', 'longitude', 'options', 'status', 'moderationState'] }
      : {}),
  };
  const pieces = jsonPieces(head, 'data', eachSheet(exchange.ctx, ids), (sheet) =>
    elementOf(sheet, ontology, exchange.hub.origin, exchange.hub.zone),
  );
  return send(exchange, textStream(pieces), jsonType);
}

/** `GET /api/elements.jsonld` */
export async function sendLinkedElements(exchange: Exchange): Promise<Response> {
  const sheets = eachSheet(exchange.ctx, await askedIds(exchange));
  return send(
    exchange,
    textStream(
      jsonPieces({ '@context': pairContext }, '@graph', sheets, (sheet) => pairResource(sheet, exchange.hub.origin)),
    ),
    jsonLdType,
  );
}

/** `GET /api/elements/:id.json` and `.jsonld` */
export async function sendElement(exchange: Exchange): Promise<Response> {
  const [id = '', format = 'json'] = exchange.param('file').split('.');
  if (isId(id)) {
    for await (const sheet of eachSheet(exchange.ctx, [id])) {
      if (format === 'jsonld')
        return send(
          exchange,
          JSON.stringify({ '@context': pairContext, ...pairResource(sheet, exchange.hub.origin) }),
          jsonLdType,
        );
      const ontology = ontologyOf(exchange);
      return send(
        exchange,
        JSON.stringify({ licence, ontology, data: elementOf(sheet, ontology, exchange.hub.origin, exchange.hub.zone) }),
        jsonType,
      );
    }
  }
  return exchange.http.json({ error: 'Aucune structure publiée ne porte cet identifiant.' }, 404);
}

/** `GET /api/taxonomy` and `/api/taxonomy.json` */
export async function sendTaxonomy(exchange: Exchange): Promise<Response> {
  const { columns } = await directoryIndex(exchange.ctx.db, exchange.ctx.hubId);
  return send(exchange, JSON.stringify(taxonomyOf(columns.themes)), jsonType);
}

async function askedIds(exchange: Exchange): Promise<string[]> {
  const one = exchange.query('id');
  if (one) return isId(one) ? [one] : [];
  const limit = Math.trunc(Number(exchange.query('limit')));
  return elementIds(exchange.ctx, {
    boxes: boxesOf(exchange.query('bounds')),
    themes: exchange
      .query('categories')
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean)
      .slice(0, 200),
    limit: limit > 0 ? Math.min(limit, mostElements) : mostElements,
  });
}

/** `lng,lat,lng,lat;…` */
function boxesOf(text: string): Box[] {
  return text
    .split(';')
    .slice(0, mostBoxes)
    .map((box) => box.split(',').map(Number))
    .filter((box) => box.length === 4 && box.every(Number.isFinite))
    .map(
      ([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) =>
        [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)] as const,
    );
}

function ontologyOf(exchange: Exchange): Ontology {
  const asked = exchange.query('ontology');
  return isOneOf(ontologies, asked) ? asked : 'gogofull';
}
