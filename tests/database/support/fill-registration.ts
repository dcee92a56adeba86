import { openPaymentLinks } from '#modules/payments/index.ts';
import { bookSeats } from '#modules/registration/commands/book-seats.ts';
import { registerByStaff } from '#modules/registration/commands/register-by-staff.ts';
import { openRegistrationLinks } from '#modules/registration/links.ts';
import { anOffer } from '#modules/registration/testing/builders.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import type { TestHub, TestSite } from '#tests/support/app.ts';

/** What registering left in a hub. */
export interface FilledRegistration {
  event: string;
  slug: string;
  /** One of those registered. */
  registration: string;
  /** The secret of her private link. */
  secret: string;
}

/** An event with all that may be asked, someone registered by the site, someone who waits. `words` in every free text. */
export async function fillRegistration(
  site: TestSite,
  hub: TestHub,
  ctx: Context,
  words: string,
): Promise<FilledRegistration> {
  const { secret: root } = site.site.deps.settings;
  const deps = { links: openRegistrationLinks(root, async () => hub.origin), payments: openPaymentLinks(root) };
  const letters =
    words
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '')
      .slice(0, 20) || 'essai';
  // A name of a person takes no tag; the rest takes anything.
  const name = words.replaceAll(/[<>]|https?:|www\.|\/\//gi, '').slice(0, 90) || 'Essai';
  const line = words.slice(0, 80);
  const { eventId, occurrenceId, slug } = await anOffer(
    ctx,
    {
      capacity: 1,
      seatKinds: [{ key: 'place', label: line, capacity: null }],
      prices: [{ key: 'plein', label: line, cents: 1200 }],
      promoCodes: [{ code: words.slice(0, 40), label: line, percent: 10 }],
      paymentWays: ['cheque'],
      questions: [
        { kind: 'organization', isRequired: false },
        { kind: 'municipality', isRequired: false },
        { kind: 'phone', isRequired: false },
        { kind: 'diet', isRequired: false },
        {
          kind: 'choice',
          key: 'libre',
          label: words.slice(0, 200),
          hint: words.slice(0, 200),
          choices: [words.slice(0, 120), 'Autre'],
          isRequired: false,
        },
      ],
      conditions: words.slice(0, 600),
      confirmationNote: words.slice(0, 2000),
    },
    { deps, inDays: 12, title: words.slice(0, 200) },
  );
  const person = {
    name,
    email: `inscrite@${letters}.example`,
    phone: '06 39 98 44 55',
    organization: words.slice(0, 160),
    municipality: words.slice(0, 120),
    seatKind: 'place',
    priceKey: 'plein',
    answers: { diet: [words.slice(0, 300)], libre: [words.slice(0, 120)] },
  };
  const where = { eventId, occurrenceId };
  const { bookingId } = unwrap(
    await execute({ ...ctx, actor: null }, bookSeats(deps), {
      ...where,
      people: [person],
      promoCode: words.slice(0, 40),
    }),
  );
  const waiting = { ...person, email: '', name: `Attente ${name}`.slice(0, 100) };
  const { ids } = unwrap(await execute(ctx, registerByStaff(deps), { ...where, people: [waiting] }));
  return {
    event: eventId,
    slug,
    registration: ids[0] ?? '',
    secret: deps.links.secretOf('booking', ctx.hubId, bookingId, 1),
  };
}
