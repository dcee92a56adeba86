import { summaryOf } from '#modules/hub/index.ts';
import { takeStrangersPhoto, type PhotoChoice } from '#modules/photos/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatDate } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { isWritable } from '../../../domain/edition.ts';
import type { MailingDependencies } from '../../../ports.ts';
import { answerPurpose, editionPaths } from '../../../reader-paths.ts';
import { nothingTyped, typedWith, type TypedHere } from '../../../subscriptions/web/typed.ts';
import { privatePage } from '../../../subscriptions/web/public/private-page.ts';
import { answerRequest } from '../../commands/contribute.ts';
import { requestById } from '../../queries/editions.ts';
import { ContributionFieldset, photoKept, photoName } from '../contribution-fieldset.tsx';
import { refusalText } from '../texts.ts';

type Asked = NonNullable<Awaited<ReturnType<typeof requestById>>>;

/** `GET /quoi-de-neuf/:secret`: where one who was asked for news tells it, without account. */
export async function showAnswer(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const asked = await requestAsked(exchange, deps);
  return asked ? answerPage(exchange, asked, nothingTyped, photoKept(asked.contribution)) : exchange.notFound();
}

/** `POST` of the same. */
export async function receiveAnswer(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const asked = await requestAsked(exchange, deps);
  if (!asked) return exchange.notFound();
  const form = await exchange.form();
  const taken = await takeStrangersPhoto(exchange.ctx, deps.ports, form, photoName, deps.filesInUse);
  const former = photoKept(asked.contribution);
  // The photo already kept with her words stays, unless she sends another one.
  const photo = taken.ok ? (taken.value.imageId ? taken.value : former) : ((taken.details as PhotoChoice) ?? former);
  if (!taken.ok) return answerPage(exchange, asked, typedWith(form, taken, refusalText), photo, 422);
  const { title = '', body = '', structureName = '', authorName = '', href = '' } = form.values;
  const outcome = await execute(
    exchange.ctx,
    answerRequest,
    { requestId: asked.request.id, title, body, structureName, authorName, href, pictureId: photo.imageId },
    form.key ? { key: form.key } : {},
  );
  if (!outcome.ok) return answerPage(exchange, asked, typedWith(form, outcome, refusalText), photo, 422);
  return exchange.redirect(editionPaths.answer(exchange.param('secret')), {
    tone: 'success',
    text: 'Merci ! L’équipe relit votre nouvelle avant de la faire lire à tous.',
  });
}

async function requestAsked(exchange: Exchange, { links }: MailingDependencies): Promise<Asked | null> {
  const id = links.read(answerPurpose, exchange.hub.id, exchange.param('secret'));
  return id ? requestById(exchange.ctx.db, id) : null;
}

function answerPage(
  exchange: Exchange,
  { request, edition, contribution }: Asked,
  typed: TypedHere,
  photo: PhotoChoice,
  status = 200,
): Promise<Response> {
  const today = exchange.ctx.clock.now().toZonedDateTimeISO(exchange.ctx.zone).toPlainDate();
  return privatePage(exchange, {
    title: 'Qu’avez-vous de neuf ?',
    status,
    content: (
      <>
        <PageHeader title="Qu’avez-vous de neuf ?" facts={`Pour « ${edition.title} »`} lead={edition.question} />
        {isWritable(edition, today) ? (
          <>
            {contribution && (
              <Notice state="success" title="Nous avons bien votre nouvelle.">
                <p>Vous pouvez la changer jusqu’au {formatDate(edition.closesOn)}.</p>
              </Notice>
            )}
            <Form
              action={exchange.url.pathname}
              label="Raconter une nouvelle"
              withFiles
              errors={summaryOf(typed.errors)}
              hidden={{ [formKeyField]: exchange.formKey }}
            >
              <ContributionFieldset typed={typed} known={contribution} authorName={request.name} photo={photo} />
              <SubmitBar
                label={contribution ? 'Enregistrer' : 'Envoyer ma nouvelle'}
                note={`Ouvert jusqu’au ${formatDate(edition.closesOn)}. Votre titre, votre texte, votre photo et le nom de votre structure seront lus par tous.`}
              />
            </Form>
          </>
        ) : (
          <Notice state="info" title="Cette lettre est close.">
            <p>{contribution ? 'Votre nouvelle est entre les mains de l’équipe.' : 'Vous serez de la prochaine.'}</p>
          </Notice>
        )}
      </>
    ),
  });
}
