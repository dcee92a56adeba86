import { formatDate, formatTime } from '#platform/french/index.ts';
import type { TextRun } from '#platform/pdf/index.ts';
import { durationInWords } from '../../domain/course.ts';
import { partOfDay } from '../../domain/half-day.ts';
import { signatureDrawing } from '../../domain/signature.ts';
import type { Paper, PaperBlock } from '../paper.ts';
import { firstDay, type PaperFacts } from '../paper-facts.ts';
import { hour, sessionFacts, trainerNames } from '../words.ts';

/** Half-days that stand side by side on one sheet. */
const columnsASheet = 4;

/** The sheet that is signed, one column a half-day: blank where nobody signed yet, with what was noted elsewhere. */
export function attendanceSheet(facts: PaperFacts): Paper {
  const { body, settings, halfDays } = facts;
  const sheets = Array.from({ length: Math.ceil(halfDays.length / columnsASheet) }, (_, index) =>
    halfDays.slice(index * columnsASheet, (index + 1) * columnsASheet),
  );
  return {
    title: 'Feuille d’émargement',
    subtitle: facts.course.title,
    layout: 'landscape',
    datedOn: firstDay(facts).toString(),
    blocks: [
      {
        kind: 'text',
        text: [body.name, settings.nda && `déclaration d’activité n° ${settings.nda}`].filter(Boolean).join(', '),
        isSmall: true,
      },
      sessionFacts(facts),
      ...sheets.flatMap((sheet, index) => [
        ...(index > 0 ? [{ kind: 'page' as const }] : []),
        ...sheetOf(facts, sheet),
      ]),
    ],
  };
}

/** A signature as it was drawn on the screen, as tall as one written by hand. */
const drawnBy = (name: string, signature: string): TextRun['drawing'] => ({
  svg: signatureDrawing(signature),
  height: 30,
  alternative: `Signature de ${name}`,
});

function sheetOf(facts: PaperFacts, halfDays: PaperFacts['halfDays']): PaperBlock[] {
  const { enrolled, attendances, zone } = facts;
  const cell = (halfDay: PaperFacts['halfDays'][number], trainee: PaperFacts['enrolled'][number]): string | TextRun => {
    const noted = attendances.find((one) => one.halfDayId === halfDay.id && one.traineeId === trainee.id);
    if (noted?.signedAt) {
      const signed = noted.signedAt.toZonedDateTimeISO(zone);
      const at = `le ${formatDate(signed, { style: 'numeric' })} à ${formatTime(signed)}`;
      if (!noted.signature) return `Signé à l’écran ${at}`;
      return { text: `Signé ${at}`, drawing: drawnBy(trainee.name, noted.signature) };
    }
    if (!halfDay.notedAt || !noted) return '';
    if (noted.state === 'excused') return 'Absence excusée';
    if (noted.state === 'absent') return 'Absent·e';
    return noted.minutes < halfDay.minutes ? `Présent·e ${durationInWords(noted.minutes)}` : 'Présent·e';
  };
  const columns = halfDays.map((halfDay) => ({
    label: `${formatDate(halfDay.heldOn, { weekday: true, style: 'short' })}, ${partOfDay(halfDay)}, ${hour(halfDay.startsAt)} – ${hour(halfDay.endsAt)}`,
    share: 1.4,
  }));
  return [
    {
      kind: 'table',
      caption: 'Signatures des stagiaires par demi-journée',
      columns: [{ label: 'Stagiaire', share: 1.8, isHeader: true }, ...columns],
      rows: [
        ...enrolled.map((trainee) => [
          [trainee.name, trainee.organizationName].filter(Boolean).join('\n'),
          ...halfDays.map((halfDay) => cell(halfDay, trainee)),
        ]),
        ...(enrolled.length === 0 ? [['', ...halfDays.map(() => '')]] : []),
      ],
      rowHeight: 38,
      isGrid: true,
      size: 9,
    },
    {
      kind: 'table',
      caption: 'Signature de la personne qui forme, par demi-journée',
      columns: [{ label: 'Formatrice, formateur', share: 1.8, isHeader: true }, ...columns],
      rows: [['Signature', ...halfDays.map((halfDay) => trainerNames(facts, halfDay.trainers).join(', '))]],
      rowHeight: 38,
      isGrid: true,
      size: 9,
    },
    { kind: 'text', text: 'Chaque personne signe pour chaque demi-journée suivie.', isSmall: true },
  ];
}
