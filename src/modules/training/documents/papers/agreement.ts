import { formatDate, formatMoney, plural } from '#platform/french/index.ts';
import { durationInWords } from '../../domain/course.ts';
import { lastWithdrawalDay, mostBeforeStart, withdrawalDays } from '../../domain/contract-delays.ts';
import type { StoredTrainee } from '../../queries/trainees.ts';
import type { Paper, PaperBlock } from '../paper.ts';
import { firstDay, type PaperFacts } from '../paper-facts.ts';
import { bodyFacts, halfDayTable, lines, plannedMinutes, sessionFacts, trainerNames, twoSignatures } from '../words.ts';

/** The agreement with a structure that pays for some of its people (code du travail, art. D6353-1). */
export function agreement(facts: PaperFacts, payer: string): Paper {
  const people = facts.enrolled.filter(
    ({ organizationName, paysHerself }) => organizationName === payer && !paysHerself,
  );
  const total = people.reduce((sum, { priceCents }) => sum + priceCents, 0);
  return {
    title: 'Convention de formation professionnelle',
    subtitle: facts.course.title,
    datedOn: firstDay(facts).toString(),
    blocks: [
      {
        kind: 'text',
        text: 'Entre les soussignés, en application des articles L6353-1 et D6353-1 du code du travail :',
        isSmall: true,
      },
      bodyFacts(facts),
      { kind: 'facts', entries: [{ label: 'Et la structure', value: payer }] },
      { kind: 'heading', text: '1. Objet et contenu' },
      sessionFacts(facts),
      ...said(facts),
      { kind: 'heading', text: '2. Personnes formées' },
      { kind: 'text', text: plural(people.length, 'personne') },
      { kind: 'list', items: people.map(({ name }) => name) },
      { kind: 'heading', text: '3. Durée et déroulement' },
      { kind: 'text', text: `La formation dure ${durationInWords(plannedMinutes(facts))}.` },
      halfDayTable(facts),
      ...followUp(facts, '4'),
      { kind: 'heading', text: '5. Prix et paiement' },
      {
        kind: 'facts',
        entries: [{ label: 'Prix total', value: total === 0 ? 'Gratuit' : formatMoney(total, { cents: 'always' }) }],
      },
      {
        kind: 'text',
        text: [facts.settings.vatWords, facts.settings.paymentWords, facts.settings.withdrawalWords]
          .filter(Boolean)
          .join('\n'),
      },
      { kind: 'heading', text: '6. En cas de désaccord' },
      {
        kind: 'text',
        text: 'Les parties cherchent d’abord un accord amiable. À défaut, le tribunal du siège de l’organisme est compétent.',
      },
      twoSignatures(facts, `Pour ${payer}`),
    ],
  };
}

/** The contract with someone who pays herself (code du travail, art. L6353-3 to L6353-7). */
export function contract(facts: PaperFacts, trainee: StoredTrainee): Paper {
  const isDistance = facts.session.attendance === 'online';
  const days = isDistance ? withdrawalDays.distance : withdrawalDays.onsite;
  const signedOn = trainee.agreementSignedOn;
  const last = signedOn && lastWithdrawalDay(signedOn, { isDistance, isHoliday: facts.isHoliday });
  return {
    title: 'Contrat de formation professionnelle',
    subtitle: facts.course.title,
    datedOn: firstDay(facts).toString(),
    blocks: [
      {
        kind: 'text',
        text: 'Conclu avec une personne physique à ses frais, en application des articles L6353-3 à L6353-7 du code du travail.',
        isSmall: true,
      },
      bodyFacts(facts),
      {
        kind: 'facts',
        entries: [
          { label: 'Et', value: trainee.name },
          { label: 'Commune', value: trainee.municipality },
        ],
      },
      { kind: 'heading', text: '1. Objet' },
      sessionFacts(facts),
      ...said(facts),
      { kind: 'heading', text: '2. Prérequis' },
      { kind: 'text', text: facts.course.prerequisites || 'Aucune connaissance préalable n’est nécessaire.' },
      { kind: 'heading', text: '3. Déroulement' },
      {
        kind: 'text',
        text: `La formation dure ${durationInWords(plannedMinutes(facts))}. Elle est animée par ${trainerNames(facts).join(', ') || facts.body.name}.`,
      },
      halfDayTable(facts),
      ...followUp(facts, '4'),
      { kind: 'heading', text: '5. Droit de se rétracter' },
      {
        kind: 'text',
        text: `À compter de la signature du contrat, vous avez ${days} jours pour vous rétracter, par lettre recommandée avec avis de réception. Aucune somme ne peut vous être demandée avant la fin de ce délai.${last ? ` Contrat signé le ${formatDate(signedOn)}\u00a0: dernier jour pour vous rétracter, le ${formatDate(last)}.` : ''}`,
      },
      { kind: 'heading', text: '6. Prix et paiement' },
      {
        kind: 'facts',
        entries: [
          {
            label: 'Prix',
            value: trainee.priceCents === 0 ? 'Gratuit' : formatMoney(trainee.priceCents, { cents: 'always' }),
          },
          {
            label: 'Au plus tard au début',
            value:
              trainee.priceCents === 0
                ? ''
                : `${formatMoney(Math.floor((trainee.priceCents * mostBeforeStart) / 100), { cents: 'always' })} (${mostBeforeStart}\u00a0% au plus), le solde à mesure de la formation`,
          },
        ],
      },
      { kind: 'text', text: facts.settings.vatWords },
      { kind: 'heading', text: '7. Interruption' },
      {
        kind: 'text',
        text: 'Si un cas de force majeure vous empêche de suivre la formation, le contrat s’arrête\u00a0: seules les heures suivies sont dues, au prorata du prix. Si la formation cesse du fait de l’organisme, il en va de même.',
      },
      twoSignatures(facts, trainee.name),
    ],
  };
}

function said({ course }: PaperFacts): PaperBlock[] {
  const part = (label: string, text: string): PaperBlock[] =>
    text === ''
      ? []
      : [
          { kind: 'text', text: label, isStrong: true },
          { kind: 'list', items: lines(text) },
        ];
  return [...part('Objectifs', course.objectives), ...part('Contenu', course.programme)];
}

function followUp({ course, session }: PaperFacts, number: string): PaperBlock[] {
  return [
    { kind: 'heading', text: `${number}. Moyens, suivi et évaluation` },
    {
      kind: 'text',
      text: [
        course.method,
        course.means,
        session.attendance === 'online'
          ? 'La présence est attestée par demi-journée, par émargement à l’écran et relevés de connexion.'
          : 'La présence est attestée par une feuille d’émargement signée par demi-journée.',
        course.assessment,
        'À l’issue de la formation, chaque personne présente reçoit un certificat de réalisation et une attestation de fin de formation.',
      ]
        .filter(Boolean)
        .join('\n'),
    },
  ];
}
