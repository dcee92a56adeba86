import type { JSX } from 'preact';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Section } from '#ui/components/section.tsx';
import { isHeld } from '../../domain/session-states.ts';
import { coursesPath, officePaths } from '../../paths.ts';
import { mayRunTraining } from '../../policy.ts';
import { sessionList, todayIn } from '../../queries/session-list.ts';
import { decisionInWords, isToDecide } from '../../queries/todo.ts';
import { sessionColumns } from './session-columns.tsx';

const mostShown = 200;

/** `GET /gestion/formations`: what is coming, what waits. A trainer finds the sessions she holds. */
export async function showHome(exchange: Exchange): Promise<Response> {
  const { ctx } = exchange;
  const runs = mayRunTraining(exchange.actor);
  const mine = runs ? {} : { trainerPersonId: exchange.actor?.personId ?? '' };
  const today = todayIn(ctx);
  const [coming, past] = await Promise.all([
    sessionList(ctx.db, { from: today, ...mine }, { limit: mostShown, today }),
    sessionList(ctx.db, { before: today, ...mine }, { limit: mostShown, today }),
  ]);
  const toClose = past.filter(({ state }) => isHeld(state));
  const toDecide = coming.filter((session) => isToDecide(session, today));
  const rowId = (row: { id: string }) => row.id;
  const rowName = (row: { courseTitle: string }) => row.courseTitle;
  return exchange.page({
    title: 'Formations',
    layout: 'office',
    publicHref: coursesPath,
    header: {
      lead: runs
        ? 'De l’inscription au certificat, puis au chiffre du financeur, sans rien ressaisir.'
        : 'Les sessions que vous animez.',
      ...(runs ? { actions: <Actions /> } : {}),
    },
    content: (
      <>
        {toClose.map((session) => (
          <Notice
            state="warning"
            title={`« ${session.courseTitle} » est finie : qui était là ?`}
            actions={
              <ButtonLink small href={officePaths.attendance(session.id)}>
                Noter les présences
              </ButtonLink>
            }
          >
            <p>
              {plural(session.enrolled, 'personne attend son attestation.', 'personnes attendent leur attestation.')}
            </p>
          </Notice>
        ))}
        {toDecide.map((session) => (
          <Notice
            title={`« ${session.courseTitle} » a-t-elle lieu ?`}
            actions={
              <ButtonLink small kind="ghost" href={officePaths.session(session.id)}>
                Décider
              </ButtonLink>
            }
          >
            <p>{decisionInWords(session)}</p>
          </Notice>
        ))}
        <Section title="À venir">
          <DataTable
            id="sessions-a-venir"
            caption="Sessions à venir"
            quietCaption
            columns={sessionColumns}
            rows={coming}
            rowId={rowId}
            rowName={rowName}
            empty={<NothingComing runs={runs} />}
          />
        </Section>
        {past.length > 0 && (
          <Section title="Passées">
            <DataTable
              id="sessions-passees"
              caption="Sessions passées"
              quietCaption
              columns={sessionColumns}
              rows={past}
              rowId={rowId}
              rowName={rowName}
              empty={null}
            />
          </Section>
        )}
      </>
    ),
  });
}

function Actions(): JSX.Element {
  return (
    <>
      <ButtonLink icon="plus" href={officePaths.addSession}>
        Préparer une session
      </ButtonLink>
      <ButtonLink kind="ghost" icon="list" href={officePaths.courses}>
        Catalogue
      </ButtonLink>
      <ButtonLink kind="ghost" href={officePaths.figures}>
        Chiffres
      </ButtonLink>
      <ButtonLink kind="ghost" icon="users" href={officePaths.trainers}>
        Formateurs
      </ButtonLink>
      <ButtonLink kind="ghost" icon="settings" href={officePaths.settings}>
        Réglages
      </ButtonLink>
    </>
  );
}

function NothingComing({ runs }: { readonly runs: boolean }): JSX.Element {
  return (
    <EmptyState
      title="Aucune session à venir"
      level={3}
      actions={
        runs && (
          <ButtonLink icon="plus" href={officePaths.addSession}>
            Préparer une session
          </ButtonLink>
        )
      }
    >
      <p>
        {runs
          ? 'Choisissez une formation du catalogue, des dates : le reste suit.'
          : 'Vos prochaines sessions seront ici.'}
      </p>
    </EmptyState>
  );
}
