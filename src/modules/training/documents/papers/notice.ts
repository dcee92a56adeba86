import { formatDate } from '#platform/french/index.ts';
import type { StoredTrainee } from '../../queries/trainees.ts';
import type { Paper } from '../paper.ts';
import { firstDay, type PaperFacts } from '../paper-facts.ts';
import { halfDayTable, lines, sessionFacts } from '../words.ts';

/** Calls a trainee: when, where, with what. */
export function notice(facts: PaperFacts, trainee: StoredTrainee): Paper {
  const { course, session, body, zone } = facts;
  const day = session.decidedAt?.toZonedDateTimeISO(zone).toPlainDate() ?? firstDay(facts);
  return {
    title: 'Convocation',
    subtitle: course.title,
    datedOn: day.toString(),
    blocks: [
      {
        kind: 'facts',
        entries: [{ label: 'Pour', value: [trainee.name, trainee.organizationName].filter(Boolean).join(', ') }],
      },
      { kind: 'text', text: `Nous avons le plaisir de vous convoquer à la formation « ${course.title} ».` },
      sessionFacts(facts),
      halfDayTable(facts),
      ...(session.onlineLink
        ? [{ kind: 'text' as const, text: `Lien pour suivre à distance\u00a0: ${session.onlineLink}` }]
        : []),
      ...(course.means
        ? [
            { kind: 'heading' as const, text: 'À savoir' },
            { kind: 'list' as const, items: lines(course.means) },
          ]
        : []),
      {
        kind: 'text',
        text: [
          course.accessibilityContact &&
            `Un besoin particulier pour suivre la formation\u202f? Contact\u00a0: ${course.accessibilityContact}.`,
          `Un empêchement\u202f? Prévenez-nous le plus tôt possible\u00a0: ${[body.phone, body.email].filter(Boolean).join(', ')}.`,
        ]
          .filter(Boolean)
          .join('\n'),
      },
      { kind: 'text', text: `Le ${formatDate(day)}, ${body.name}.` },
    ],
  };
}
