import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { formatDate } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { FieldRow } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { noteAttendance } from '../../commands/note-attendance.ts';
import type { PaperFacts } from '../../documents/paper-facts.ts';
import { durationInWords } from '../../domain/course.ts';
import { momentsOf, partOfDay } from '../../domain/half-day.ts';
import { officePaths } from '../../paths.ts';
import { mayRunTraining } from '../../policy.ts';
import { registeredAbsences } from '../../queries/registered-absences.ts';
import { refusalText } from '../texts.ts';
import { minutesTyped } from '../typed.ts';
import { heldSession } from './held-session.ts';
import { ScanPanel } from './scan-panel.tsx';
import { trail } from './trail.ts';

/** `GET /gestion/formations/sessions/:id/presences`: everyone is there until told otherwise. */
export async function showAttendance(exchange: Exchange): Promise<Response> {
  const facts = await heldSession(exchange);
  return facts ? attendancePage(exchange, facts, '') : exchange.notFound();
}

/** `POST` of the same: noted, or noted and over. */
export async function receiveAttendance(exchange: Exchange): Promise<Response> {
  const facts = await heldSession(exchange);
  if (!facts) return exchange.notFound();
  const form = await exchange.form();
  const closes = form.values['act'] === 'terminer';
  const pairs = form.all('present').flatMap((text) => pairOf(text));
  const absent = new Set(form.all('absent'));
  const minutes = minutesTyped(form.values['shorterTime'] ?? '');
  const [shorter] = pairOf(`${form.values['shorterHalfDay'] ?? ''} ${form.values['shorterTrainee'] ?? ''}`);
  const outcome = await execute(
    exchange.ctx,
    noteAttendance,
    {
      sessionId: facts.session.id,
      halfDayIds: form.all('halfDay').filter(isId),
      present: pairs.filter(({ traineeId }) => !absent.has(traineeId)),
      excused: form.all('excused').filter(isId),
      shorter: shorter && minutes > 0 ? [{ ...shorter, minutes }] : [],
      act: closes ? 'close' : 'keep',
    },
    { key: form.key },
  );
  if (!outcome.ok) return attendancePage(exchange, facts, refusalText(outcome.reason), 422);
  return exchange.redirect(officePaths.session(facts.session.id), {
    tone: 'success',
    text: closes
      ? 'C’est terminé : les attestations partent à celles et ceux qui étaient là.'
      : 'Les présences sont notées.',
  });
}

function pairOf(text: string): { halfDayId: string; traineeId: string }[] {
  const [halfDayId = '', traineeId = ''] = text.split(' ');
  return isId(halfDayId) && isId(traineeId) ? [{ halfDayId, traineeId }] : [];
}

async function attendancePage(exchange: Exchange, facts: PaperFacts, refused: string, status = 200): Promise<Response> {
  const { session, course, halfDays, enrolled, zone } = facts;
  const now = exchange.ctx.clock.now();
  const begun = halfDays.filter((halfDay) => Temporal.Instant.compare(momentsOf(halfDay, zone).starts, now) <= 0);
  const isOver = begun.length === halfDays.length;
  const away = await registeredAbsences(exchange.ctx.db, facts);
  return exchange.page({
    title: 'Présences',
    layout: 'office',
    section: officePaths.home,
    status,
    header: {
      lead: 'Tout le monde est coché : décochez une demi-journée manquée, ou cochez « absent·e » au bout de la ligne.',
      trail: trail(
        { label: course.title, href: officePaths.session(session.id) },
        { label: 'Présences', href: officePaths.attendance(session.id) },
      ),
    },
    content: (
      <>
        {refused && (
          <Notice state="danger">
            <p>{refused}</p>
          </Notice>
        )}
        {begun.length === 0 || enrolled.length === 0 ? (
          <EmptyState title={enrolled.length === 0 ? 'Personne n’est inscrit' : 'La session n’a pas commencé'}>
            <p>Les présences se notent à partir de la première demi-journée.</p>
          </EmptyState>
        ) : (
          <Grid
            exchange={exchange}
            facts={facts}
            begun={begun}
            away={away}
            closes={isOver && mayRunTraining(exchange.actor) && session.state !== 'finished'}
          />
        )}
        <Signing facts={facts} />
        <ScanPanel exchange={exchange} facts={facts} />
      </>
    ),
  });
}

function Grid({
  exchange,
  facts,
  begun,
  away,
  closes,
}: {
  readonly exchange: Exchange;
  readonly facts: PaperFacts;
  readonly begun: PaperFacts['halfDays'];
  readonly away: ReadonlySet<string>;
  readonly closes: boolean;
}): JSX.Element {
  const { session, enrolled, attendances } = facts;
  const noted = new Map(attendances.map((one) => [`${one.halfDayId} ${one.traineeId}`, one]));
  const isThere = (halfDay: PaperFacts['halfDays'][number], traineeId: string): boolean => {
    const stored = noted.get(`${halfDay.id} ${traineeId}`);
    return stored ? stored.state === 'present' : halfDay.notedAt === null && !away.has(traineeId);
  };
  const isExcused = (traineeId: string) =>
    attendances.some((one) => one.traineeId === traineeId && one.state === 'excused');
  return (
    <form method="post" action={officePaths.attendance(session.id)} class="form wide">
      <input type="hidden" name={formKeyField} value={exchange.formKey} />
      {begun.map(({ id }) => (
        <input type="hidden" name="halfDay" value={id} />
      ))}
      <div class="table-frame">
        <table class="data-table">
          <caption class="visually-hidden">Qui était là, par demi-journée</caption>
          <thead>
            <tr>
              <th scope="col">Stagiaire</th>
              {begun.map((halfDay) => (
                <th scope="col">
                  {formatDate(halfDay.heldOn, { style: 'short', year: false })} {partOfDay(halfDay)}
                </th>
              ))}
              <th scope="col">Toute la session</th>
            </tr>
          </thead>
          <tbody>
            {enrolled.map((trainee) => (
              <tr>
                <th scope="row">
                  {trainee.name} <span class="facts">{trainee.organizationName}</span>
                </th>
                {begun.map((halfDay) => (
                  <td
                    data-label={`${formatDate(halfDay.heldOn, { style: 'short', year: false })} ${partOfDay(halfDay)}`}
                  >
                    <label class="choice">
                      <input
                        type="checkbox"
                        name="present"
                        value={`${halfDay.id} ${trainee.id}`}
                        checked={isThere(halfDay, trainee.id)}
                      />
                      <span>
                        Là<span class="visually-hidden"> : {trainee.name}</span>
                        {noted.get(`${halfDay.id} ${trainee.id}`)?.signedAt && <span class="choice-hint">a signé</span>}
                      </span>
                    </label>
                  </td>
                ))}
                <td data-label="Toute la session">
                  <label class="choice">
                    <input type="checkbox" name="absent" value={trainee.id} />
                    <span>
                      Absent·e<span class="visually-hidden"> : {trainee.name}</span>
                    </span>
                  </label>
                  <label class="choice">
                    <input type="checkbox" name="excused" value={trainee.id} checked={isExcused(trainee.id)} />
                    <span>
                      Excusé·e<span class="visually-hidden"> : {trainee.name}</span>
                    </span>
                  </label>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details class="more-fields">
        <summary>Quelqu’un est arrivé tard ou parti tôt ?</summary>
        <FieldRow>
          <Select
            name="shorterTrainee"
            label="Qui"
            placeholder="Personne"
            choices={enrolled.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            name="shorterHalfDay"
            label="Quand"
            choices={begun.map((halfDay) => ({
              value: halfDay.id,
              label: `${formatDate(halfDay.heldOn)} ${partOfDay(halfDay)} (${durationInWords(halfDay.minutes)})`,
            }))}
          />
          <TextField name="shorterTime" label="Temps suivi, en heures" size="short" inputmode="decimal" />
        </FieldRow>
        <p class="facts">Les attestations diront le temps vraiment suivi. Une personne à la fois, puis enregistrez.</p>
      </details>
      <div class="submit-bar">
        {closes && (
          <Button name="act" value="terminer" icon="send">
            Terminer et envoyer les attestations
          </Button>
        )}
        <Button name="act" value="garder" kind={closes ? 'ghost' : 'primary'}>
          Enregistrer les présences
        </Button>
      </div>
    </form>
  );
}

function Signing({ facts: { session, halfDays } }: { readonly facts: PaperFacts }): JSX.Element | null {
  if (session.state !== 'open' && session.state !== 'confirmed') return null;
  return (
    <Panel title="Signer à l’écran">
      <p>Sur une tablette ou un téléphone qui passe de main en main : chacun·e touche son nom, l’heure est gardée.</p>
      <p class="actions">
        {halfDays.map((halfDay) => (
          <ButtonLink kind="ghost" small href={officePaths.signing(session.id, halfDay.id)}>
            {formatDate(halfDay.heldOn, { style: 'short', year: false })} {partOfDay(halfDay)}
          </ButtonLink>
        ))}
      </p>
    </Panel>
  );
}
