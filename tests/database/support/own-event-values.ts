import type { FilledEvents } from './fill-events.ts';

/** The values that make a path of the agenda, registrations, payments, programmes or trainings lead to something of the hub. */
export function ownEventValues(filled: FilledEvents, path: string): Record<string, string> | null {
  const { agenda, moderation, sources, registration, payments, programme, training, secrets } = filled;
  const lists: readonly (readonly [part: string, values: Record<string, string>])[] = [
    ['/agenda/cadre/mois/', { month: '2026-12' }],
    ['/agenda/mois/', { month: '2026-12' }],
    ['/agenda/communes/:insee', { insee: '35126' }],
    ['/agenda/communes/', { file: '35126.ics' }],
    ['/agenda/type/', { file: 'rencontre.ics' }],
    ['/agenda/partage/', { file: `${agenda.published}-${agenda.version}.png` }],
    ['/agenda/programme/', { file: '2026-12.pdf' }],
    ['/agenda/mon-agenda/', { secret: secrets.calendar }],
    ['/agenda/proposition/', { secret: secrets.proposal }],
    ['/agenda/sondage/', { secret: secrets.poll, answer: secrets.answer }],
    ['/agenda/:slug/benevoles', { slug: programme.slug, token: programme.volunteerToken }],
    ['/agenda/:slug/stands', { slug: programme.slug, token: programme.standToken }],
    ['/agenda/:slug/programme', { slug: programme.slug }],
    ['/agenda/:slug/inscription', { slug: registration.slug }],
    ['/agenda/:file', { file: `${agenda.slug}.ics` }],
    ['/agenda/:slug', { slug: agenda.slug }],
    ['/inscription/', { secret: registration.secret }],
    ['/payer/', { secret: payments.secret, file: payments.paper }],
    ['/paiements/helloasso/', { secret: payments.notificationSecret }],
    ['/gestion/paiements/factures/:id', { id: payments.invoice }],
    ['/gestion/paiements/factures/', { file: payments.invoiceFile }],
    ['/gestion/paiements/remises/', { id: payments.deposit }],
    ['/gestion/paiements/:id', { id: payments.charge }],
    ['/formations/evaluation/', { secret: secrets.survey }],
    ['/formations/interet/', { secret: secrets.interest }],
    ['/gestion/formations/catalogue/', { id: training.course }],
    ['/gestion/formations/formateurs/', { id: training.trainer }],
    [
      '/gestion/formations/sessions/',
      { id: training.session, halfDay: training.halfDay, trainee: training.trainee, kind: 'programme' },
    ],
    ['/formations/:slug', { slug: training.courseSlug, session: training.sessionSlug }],
    ['/gestion/agenda/a-valider/', { id: moderation.proposed }],
    ['/gestion/agenda/bilans/', { id: moderation.occurrence }],
    ['/gestion/agenda/lieux/', { id: agenda.venue }],
    ['/gestion/agenda/sondages/', { id: moderation.poll }],
    ['/gestion/agenda/sources/', { id: sources.source }],
    [
      '/gestion/agenda/:id/programme',
      {
        id: programme.event,
        shift: programme.shift,
        slot: programme.slot,
        room: programme.room,
        stand: programme.stand,
        zone: programme.zone,
      },
    ],
    ['/gestion/agenda/:id/dates', { id: agenda.published, date: agenda.date }],
    ['/gestion/agenda/:id/etat', { id: agenda.published }],
    ['/gestion/agenda/:id/', { id: registration.event, registration: registration.registration }],
    ['/gestion/agenda/:id', { id: agenda.published }],
  ];
  return lists.find(([part]) => path.startsWith(part))?.[1] ?? null;
}
