import { renderToString } from 'preact-render-to-string';
import type { Exchange } from '#platform/http/exchange.ts';
import type { MailingDependencies } from '../../ports.ts';
import { audienceCounts } from '../../queries/audience.ts';
import { paths } from '../../paths.ts';
import { AudienceSummary, SendButton } from './audience-fields.tsx';
import { draftQuery, fieldsOf, readDraft } from './draft.ts';
import { askedBy } from './recipients-page.tsx';

/** `GET /gestion/envois/compte?…`: the piece of page that the island asks for. */
export async function sendCount(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const { ctx, url } = exchange;
  const counts = await audienceCounts(ctx, deps.segments, askedBy(url.searchParams));
  const draft = readDraft(fieldsOf(url.searchParams));
  return exchange.http.html(
    renderToString(
      <>
        <AudienceSummary counts={counts} href={`${paths.recipientsOf}?${draftQuery(draft)}`} />
        <SendButton count={counts.receive} />
      </>,
    ),
  );
}
