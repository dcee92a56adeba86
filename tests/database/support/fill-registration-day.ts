import { openPaymentLinks } from '#modules/payments/index.ts';
import { registerByStaff } from '#modules/registration/commands/register-by-staff.ts';
import { answerRide } from '#modules/registration/day/commands/answer-ride.ts';
import { markAttendances } from '#modules/registration/day/commands/mark-attendances.ts';
import { sendMessage } from '#modules/registration/day/commands/send-message.ts';
import { openRegistrationLinks } from '#modules/registration/links.ts';
import { anOffer } from '#modules/registration/testing/builders.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import type { TestHub, TestSite } from '#tests/support/app.ts';

/** A date at the door: someone noted, a message sent, a ride asked. `words` in every free text. */
export async function fillRegistrationDay(site: TestSite, hub: TestHub, ctx: Context, words: string): Promise<void> {
  const { secret: root } = site.site.deps.settings;
  const deps = { links: openRegistrationLinks(root, async () => hub.origin), payments: openPaymentLinks(root) };
  const letters =
    words
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '')
      .slice(0, 20) || 'essai';
  const name = words.replaceAll(/[<>]|https?:|www\.|\/\//gi, '').slice(0, 80) || 'Essai';
  const { eventId, occurrenceId } = await anOffer(
    ctx,
    { questions: [{ kind: 'ride', isRequired: false }] },
    { deps, inDays: 9, title: words.slice(0, 200) },
  );
  const where = { eventId, occurrenceId };
  const register = async (ride: 'offer' | 'want') =>
    unwrap(
      await execute(ctx, registerByStaff(deps), {
        ...where,
        people: [
          {
            name: `${name} ${ride}`,
            email: `${ride}@${letters}.example`,
            phone: '06 39 98 44 66',
            answers: { ride: [ride], rideFrom: [words.slice(0, 120)], rideAt: [words.slice(0, 60)] },
          },
        ],
      }),
    );
  const driver = await register('offer');
  const passenger = await register('want');
  const [driverId = '', passengerId = ''] = [driver.ids[0], passenger.ids[0]];
  unwrap(await execute(ctx, markAttendances, { ...where, marks: [{ registrationId: driverId, mark: 'present' }] }));
  const message = { audience: 'confirmed', subject: words.slice(0, 160), body: words };
  unwrap(await execute(ctx, sendMessage(deps), { ...where, ...message }));
  const secret = deps.links.secretOf('booking', ctx.hubId, passenger.bookingId, 1);
  const ask = { secret, ownId: passengerId, otherId: driverId, act: 'ask' };
  unwrap(await execute({ ...ctx, actor: null }, answerRide(deps), ask));
}
