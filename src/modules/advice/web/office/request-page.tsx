import type { FieldErrors } from '#modules/hub/index.ts';
import { elide, formatDateTime } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Columns } from '#ui/components/panel.tsx';
import { channelNames } from '../../domain/request-channels.ts';
import { workingMinutes, workingTimeInWords } from '../../domain/working-time.ts';
import { paths } from '../../paths.ts';
import { mayKeepAdvice } from '../../policy.ts';
import { colleagues } from '../../queries/colleagues.ts';
import { listReadyAnswers } from '../../queries/ready-answers.ts';
import { referrerNames } from '../../queries/request-list.ts';
import { requestSheet, type RequestSheet } from '../../queries/request-sheet.ts';
import { Thread } from '../thread.tsx';
import { stateNames } from '../texts.ts';
import { AnswerForm } from './answer-form.tsx';
import { NoteForm } from './note-form.tsx';
import { RequestSide } from './request-side.tsx';

/** What was typed in one of the forms of the page, and why it was refused. */
export interface TypedHere {
  values: Readonly<Record<string, string>>;
  errors: FieldErrors;
}

const nothingTyped: TypedHere = { values: {}, errors: {} };

/** `GET /gestion/demandes/:id`: the thread, the answer, and what is known around it. */
export async function showRequest(exchange: Exchange): Promise<Response> {
  return requestPage(exchange, {});
}

/** The page with what was refused in one of its forms. */
export async function requestPage(
  exchange: Exchange,
  typed: { answer?: TypedHere; note?: TypedHere; side?: TypedHere },
  status = 200,
): Promise<Response> {
  const id = exchange.param('id');
  const sheet = isId(id) ? await requestSheet(exchange.ctx, id) : null;
  if (!sheet) return exchange.notFound();
  const { ctx } = exchange;
  const keeps = mayKeepAdvice(exchange.actor);
  const [answers, team, referrers] = await Promise.all([
    listReadyAnswers(ctx.db),
    keeps ? colleagues(ctx.db) : [],
    keeps ? referrerNames(ctx) : [],
  ]);
  return exchange.page({
    title: elide('Demande de', sheet.request.name),
    layout: 'office',
    section: paths.queue,
    status,
    header: {
      facts: factsOf(sheet, ctx.zone, ctx.clock.now()),
      trail: [
        { label: 'Demandes', href: paths.queue },
        { label: sheet.request.name, href: paths.request(id) },
      ],
      ...(keeps ? { actions: <Receipt id={id} /> } : {}),
    },
    content: (
      <Columns
        main={
          <>
            <Thread sheet={sheet} zone={ctx.zone} hubName={exchange.hub.name} />
            {sheet.request.state !== 'closed' && (
              <AnswerForm exchange={exchange} sheet={sheet} answers={answers} typed={typed.answer ?? nothingTyped} />
            )}
            <NoteForm exchange={exchange} sheet={sheet} typed={typed.note ?? nothingTyped} />
          </>
        }
        side={
          <RequestSide
            exchange={exchange}
            sheet={sheet}
            keeps={keeps}
            team={team}
            referrers={referrers}
            typed={typed.side ?? nothingTyped}
          />
        }
      />
    ),
  });
}

function Receipt({ id }: { readonly id: string }) {
  return (
    <ButtonLink kind="ghost" icon="list" href={paths.receipt(id)}>
      Reçu à imprimer
    </ButtonLink>
  );
}

function factsOf({ request }: RequestSheet, zone: string, now: Temporal.Instant): string {
  return [
    stateNames[request.state],
    `reçue ${channelNames[request.channel]} le ${formatDateTime(request.receivedAt, { zone })}`,
    request.typedBy && `saisie par ${request.typedBy}`,
    request.waitingSince && `attend depuis ${workingTimeInWords(workingMinutes(request.waitingSince, now, zone))}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
