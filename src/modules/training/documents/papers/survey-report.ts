import { formatNumber, formatPercent, plural } from '#platform/french/index.ts';
import { momentNames } from '../../domain/survey.ts';
import type { Paper, PaperBlock } from '../paper.ts';
import { lastDay, type PaperFacts } from '../paper-facts.ts';
import { sessionFacts } from '../words.ts';

/** What everyone thought, added up, without a name. */
export function surveyReport(facts: PaperFacts): Paper {
  return {
    title: 'Bilan des évaluations',
    subtitle: facts.course.title,
    datedOn: lastDay(facts).toString(),
    blocks: [
      sessionFacts(facts),
      ...facts.surveys.flatMap(({ moment, asked, results }): PaperBlock[] => {
        const answered = Math.max(0, ...results.map(({ count }) => count));
        return [
          { kind: 'heading', text: `Évaluation ${momentNames[moment]}` },
          {
            kind: 'text',
            text: `${plural(answered, 'réponse')} pour ${plural(asked, 'personne')} à qui l’avis a été demandé.`,
          },
          ...(results.some(({ kind }) => kind !== 'words')
            ? [
                {
                  kind: 'table' as const,
                  caption: `Réponses ${momentNames[moment]}`,
                  columns: [
                    { label: 'Question', share: 4, isHeader: true },
                    { label: 'Réponses' },
                    { label: 'Résultat', share: 1.4 },
                  ],
                  rows: results
                    .filter(({ kind }) => kind !== 'words')
                    .map(({ question, kind, count, mean }) => [
                      question,
                      String(count),
                      mean === null
                        ? ''
                        : kind === 'scale'
                          ? `${formatNumber(mean, { decimals: 1 })} / 5`
                          : `${formatPercent(mean)} de oui`,
                    ]),
                },
              ]
            : []),
          ...results
            .filter(({ kind, words }) => kind === 'words' && words.length > 0)
            .flatMap(({ question, words }): PaperBlock[] => [
              { kind: 'text', text: question, isStrong: true },
              { kind: 'list', items: [...words] },
            ]),
        ];
      }),
    ],
  };
}
