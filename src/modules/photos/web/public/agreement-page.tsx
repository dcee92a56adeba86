import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { sendPicture } from '#platform/pictures/send-picture.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { answerAgreement } from '../../commands/answer-agreement.ts';
import { agreementPath } from '../../paths.ts';
import type { PhotosDependencies } from '../../ports.ts';
import { agreementRequest, type AgreementRequest } from '../../queries/agreement-request.ts';
import { photoVariants } from '../../queries/photo-sheet.ts';
import { isOneOf } from '../texts.ts';

const answers = ['given', 'refused', 'withdrawn'] as const;

/** `GET /accord-photo/<secret>`: the photo and the question. Looking answers nothing. */
export async function showAgreement(exchange: Exchange): Promise<Response> {
  const token = exchange.param('token');
  const request = await agreementRequest(exchange.ctx.db, token);
  if (!request) return exchange.notFound();
  const response = await exchange.page({
    title: 'Votre accord pour une photo',
    indexed: false,
    content: request.isThere ? (
      <>
        <PageHeader title={titleOf(request)} lead={<p>{leadOf(request)}</p>} />
        <Standing request={request} />
        <div class="agreement-page">
          <img
            src={`${agreementPath(token)}/image`}
            alt={request.alternative || 'La photo dont il est question'}
            width={request.width}
            height={request.height}
          />
          <Question exchange={exchange} token={token} request={request} />
        </div>
      </>
    ) : (
      <PageHeader
        title="Cette photo n’est plus montrée"
        lead={<p>L’équipe l’a retirée : vous n’avez rien à faire.</p>}
      />
    ),
  });
  // The address is a secret: it stays with whoever received it. Our own forms still say where they come from.
  response.headers.set('cache-control', 'private, no-store');
  response.headers.set('referrer-policy', 'same-origin');
  return response;
}

/** `POST /accord-photo/<secret>` */
export async function receiveAgreement(exchange: Exchange): Promise<Response> {
  const { values, key } = await exchange.form();
  const token = exchange.param('token');
  const answer = values['reponse'] ?? '';
  if (!isOneOf(answers, answer)) return exchange.redirect(agreementPath(token));
  const outcome = await execute(exchange.ctx, answerAgreement, { token, answer }, key ? { key } : {});
  if (!outcome.ok && outcome.reason === 'not_found') return exchange.notFound();
  return exchange.redirect(agreementPath(token));
}

/** `GET /accord-photo/<secret>/image`: the photo, hidden from everyone else or not. */
export async function sendAgreementImage(exchange: Exchange, deps: PhotosDependencies): Promise<Response> {
  const request = await agreementRequest(exchange.ctx.db, exchange.param('token'));
  if (!request?.isThere) return exchange.notFound();
  const variant = (await photoVariants(exchange.ctx.db, request.imageId))
    .filter(({ format }) => format === 'webp')
    .sort((a, b) => b.width - a.width)[0];
  return variant ? sendPicture(exchange, deps.ports.files, variant, { isPublic: false }) : exchange.notFound();
}

function titleOf({ state, isMinor, name }: AgreementRequest): string {
  if (state === 'asked')
    return isMinor ? `Une photo de ${name}, avec votre accord ?` : 'Une photo de vous, avec votre accord ?';
  return state === 'given' ? 'Merci, vous avez donné votre accord' : 'C’est entendu, cette photo reste cachée';
}

function leadOf({ state, isMinor, name, guardianName, occasion }: AgreementRequest): string {
  const whom = isMinor ? `${guardianName}, vous répondez pour ${name}. ` : '';
  const when = occasion ? `Cette photo a été prise à l’occasion de « ${occasion} ». ` : '';
  if (state === 'asked') return `${whom}${when}Nous ne la montrerons pas sans votre accord.`;
  return state === 'given'
    ? `${whom}${when}Vous pouvez changer d’avis quand vous voulez, avec ce même lien.`
    : `${whom}${when}Elle n’apparaît plus nulle part sur notre site.`;
}

function Standing({ request }: { readonly request: AgreementRequest }): JSX.Element | null {
  if (request.state === 'asked') return null;
  return request.state === 'given' ? (
    <Notice state="success" title="Votre accord est enregistré" />
  ) : (
    <Notice
      state="info"
      title={request.state === 'refused' ? 'Votre refus est enregistré' : 'Votre accord est retiré'}
    />
  );
}

interface QuestionProps {
  readonly exchange: Exchange;
  readonly token: string;
  readonly request: AgreementRequest;
}

function Question({ exchange, token, request }: QuestionProps): JSX.Element {
  return (
    <form class="stack" method="post" action={agreementPath(token)}>
      <input type="hidden" name={formKeyField} value={exchange.formKey} />
      <blockquote>
        <p>{request.wording}</p>
      </blockquote>
      {request.credit && <p class="facts">Photo : {request.credit}</p>}
      <p class="actions">
        {request.state !== 'given' && (
          <Button name="reponse" value="given" icon="check">
            {request.state === 'asked' ? 'Oui, je suis d’accord' : 'Finalement, je suis d’accord'}
          </Button>
        )}
        {request.state === 'asked' && (
          <Button name="reponse" value="refused" kind="ghost">
            Non, ne la montrez pas
          </Button>
        )}
        {request.state === 'given' && (
          <Button name="reponse" value="withdrawn" kind="ghost">
            Retirer mon accord
          </Button>
        )}
      </p>
      <p class="facts">
        Votre réponse prend effet tout de suite. Une question ? <a href="/contact">Écrivez-nous</a>.
      </p>
      <p>
        <ButtonLink kind="quiet" small href="/">
          Voir le site
        </ButtonLink>
      </p>
    </form>
  );
}
