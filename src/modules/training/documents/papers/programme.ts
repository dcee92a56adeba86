import { pricesInWords } from '../../domain/prices-in-words.ts';
import type { Paper, PaperBlock } from '../paper.ts';
import { firstDay, type PaperFacts } from '../paper-facts.ts';
import { bodyFacts, halfDayTable, lines, sessionFacts } from '../words.ts';

/** What is taught, to whom, how, and how one knows it was learnt. */
export function programme(facts: PaperFacts): Paper {
  const { course, trainers, settings } = facts;
  const part = (title: string, text: string): PaperBlock[] =>
    text === ''
      ? []
      : [
          { kind: 'heading', text: title },
          { kind: 'list', items: lines(text) },
        ];
  return {
    title: 'Programme de formation',
    subtitle: course.title,
    datedOn: firstDay(facts).toString(),
    blocks: [
      sessionFacts(facts),
      ...part('Objectifs', course.objectives),
      ...part('Public', course.public),
      ...part('Prérequis', course.prerequisites || 'Aucun'),
      ...part('Programme', course.programme),
      ...part('Méthode', course.method),
      ...part('Moyens', course.means),
      ...part('Évaluation', course.assessment),
      ...part(
        'Qui anime',
        [...trainers.values()]
          .map(({ name, qualification }) => [name, qualification].filter(Boolean).join(', '))
          .join('\n'),
      ),
      ...part(
        'Accessibilité',
        [
          course.accessibility,
          course.accessibilityContact && `Référent·e handicap\u00a0: ${course.accessibilityContact}`,
        ]
          .filter(Boolean)
          .join('\n'),
      ),
      ...part(
        'Tarif',
        [pricesInWords(course.prices, 2000), course.priceNote, settings.vatWords].filter(Boolean).join('\n'),
      ),
      { kind: 'heading', text: 'Calendrier' },
      halfDayTable(facts),
      bodyFacts(facts),
    ],
  };
}
