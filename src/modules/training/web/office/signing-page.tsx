import { execute } from '#platform/command/execute.ts';
import { formatDate, formatDateTime, formatTime, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { Icon } from '#ui/components/icon.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { signAttendance } from '../../commands/sign-attendance.ts';
import { partOfDay, signingOpensAt } from '../../domain/half-day.ts';
import { officePaths } from '../../paths.ts';
import { refusalText } from '../texts.ts';
import { heldSession } from './held-session.ts';
import { SignaturePad } from './signature-pad.tsx';
import { trail } from './trail.ts';

/** `GET /gestion/formations/sessions/:id/emarger/:halfDay`: one name, one button, handed from one to the next. */
export async function showSigning(exchange: Exchange): Promise<Response> {
  const facts = await heldSession(exchange);
  const halfDay = facts?.halfDays.find(({ id }) => id === exchange.param('halfDay'));
  if (!facts || !halfDay) return exchange.notFound();
  const { session, course, enrolled, attendances, zone } = facts;
  const signed = new Map(
    attendances.filter((one) => one.halfDayId === halfDay.id).map((one) => [one.traineeId, one.signedAt]),
  );
  const count = enrolled.filter(({ id }) => signed.get(id)).length;
  const action = officePaths.signing(session.id, halfDay.id);
  const opens = signingOpensAt(halfDay, zone);
  const isOpen = Temporal.Instant.compare(exchange.ctx.clock.now(), opens) >= 0;
  return exchange.page({
    title: `Émarger : ${formatDate(halfDay.heldOn, { weekday: true })}, ${partOfDay(halfDay)}`,
    layout: 'office',
    section: officePaths.home,
    header: {
      lead: 'En touchant votre nom, vous attestez être présent·e à cette demi-journée.',
      facts: `${plural(count, 'signature')} sur ${enrolled.length}`,
      trail: trail(
        { label: course.title, href: officePaths.session(session.id) },
        { label: 'Présences', href: officePaths.attendance(session.id) },
        { label: 'Émarger', href: action },
      ),
    },
    content: (
      <>
        {!isOpen && (
          <Notice title="Cette demi-journée n’a pas commencé">
            <p>On signe ici à partir du {formatDateTime(opens, { zone })}. Sur papier, la feuille est déjà prête.</p>
          </Notice>
        )}
        <ul class="plain stack signing">
          {enrolled.map(({ id, name, organizationName }) => {
            const at = signed.get(id);
            return (
              <li>
                {at ? (
                  <p>
                    <Icon name="check" /> <b>{name}</b> a signé à {formatTime(at, { zone })}
                  </p>
                ) : !isOpen ? (
                  <p>{name}</p>
                ) : (
                  <form method="post" action={action}>
                    <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
                    <input type="hidden" name="trainee" value={id} />
                    <SignaturePad name={name}>
                      <Button kind="ghost" data-open>
                        Je signe : {name}
                        {organizationName && `, ${organizationName}`}
                      </Button>
                    </SignaturePad>
                  </form>
                )}
              </li>
            );
          })}
        </ul>
        <p class="actions">
          <ButtonLink kind="quiet" href={officePaths.attendance(session.id)}>
            Revenir aux présences
          </ButtonLink>
        </p>
      </>
    ),
  });
}

/** `POST` of the same. */
export async function receiveSigning(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const [sessionId, halfDayId] = [exchange.param('id'), exchange.param('halfDay')];
  const { trainee: traineeId = '', signature = '' } = form.values;
  if (![sessionId, halfDayId, traineeId].every(isId)) return exchange.notFound();
  const outcome = await execute(
    exchange.ctx,
    signAttendance,
    { sessionId, halfDayId, traineeId, signature },
    { key: form.key },
  );
  if (!outcome.ok && outcome.reason === 'not_found') return exchange.notFound();
  return exchange.redirect(
    officePaths.signing(sessionId, halfDayId),
    outcome.ok ? { tone: 'success', text: 'Signé. Merci !' } : { tone: 'danger', text: refusalText(outcome.reason) },
  );
}
