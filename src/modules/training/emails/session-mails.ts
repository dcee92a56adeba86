import { formatDate, formatTime } from '#platform/french/index.ts';
import type { OutgoingMail } from '#platform/mail/send-mail.ts';
import type { StoredCourse } from '../queries/stored-course.ts';
import type { StoredHalfDay, StoredSession } from '../queries/stored-session.ts';
import { durationInWords } from '../domain/course.ts';

/** To whom a letter goes. */
export interface Recipient {
  name: string;
  email: string;
  personId: string | null;
}

const to = ({ name, email, personId }: Recipient) => ({ address: email, name, ...(personId ? { personId } : {}) });

const hello = ({ name }: Recipient) => `Bonjour ${name},`;

/** « mardi 3 mars 2026, de 9 h à 12 h 30 ». */
export function halfDayInWords({
  heldOn,
  startsAt,
  endsAt,
}: Pick<StoredHalfDay, 'heldOn' | 'startsAt' | 'endsAt'>): string {
  const time = (text: string) => formatTime(Temporal.PlainTime.from(text));
  return `${formatDate(heldOn, { weekday: true })}, de ${time(startsAt)} à ${time(endsAt)}`;
}

/** The course is called off. */
export function cancelledMail(trainee: Recipient, session: StoredSession, course: StoredCourse): OutgoingMail {
  const first = session.halfDays[0];
  return {
    kind: 'training.cancelled',
    to: to(trainee),
    subject: `Formation annulée : ${course.title}`,
    body: {
      paragraphs: [
        hello(trainee),
        `La session de « ${course.title} »${first ? ` qui devait commencer le ${formatDate(first.heldOn)}` : ''} est annulée.`,
        ...(session.cancelledBecause ? [session.cancelledBecause] : []),
        'Rien ne vous sera demandé. Nous vous préviendrons de la prochaine session si vous le souhaitez : répondez simplement à cette lettre.',
      ],
    },
  };
}

/** The notice: when, where, what to bring, with the paper joined. */
export function noticeMail(
  trainee: Recipient,
  session: StoredSession,
  course: StoredCourse,
  { place, fileKey, calendar, replyTo }: { place: string; fileKey: string; calendar: string; replyTo: string | null },
): OutgoingMail {
  return {
    kind: 'training.notice',
    to: to(trainee),
    ...(replyTo ? { replyTo } : {}),
    subject: `Votre convocation : ${course.title}`,
    body: {
      paragraphs: [
        hello(trainee),
        `La session de « ${course.title} » a bien lieu. Voici quand nous vous attendons :`,
        ...session.halfDays.map((halfDay) => `${halfDayInWords(halfDay)}${halfDay.place ? ` (${halfDay.place})` : ''}`),
        ...(place ? [`Lieu : ${place}`] : []),
        ...(session.onlineLink ? [`Lien pour suivre à distance : ${session.onlineLink}`] : []),
        `Durée : ${durationInWords(course.minutes)}.`,
        ...(course.accessibilityContact
          ? [`Un besoin particulier pour suivre la formation ? Contact : ${course.accessibilityContact}.`]
          : []),
      ],
      after: ['Un empêchement ? Répondez à cette lettre le plus tôt possible : quelqu’un attend peut-être une place.'],
      attachments: [
        { filename: 'convocation.pdf', contentType: 'application/pdf', fileKey },
        { filename: 'formation.ics', contentType: 'text/calendar; charset=utf-8', text: calendar },
      ],
    },
  };
}

/** The papers that prove the training, once it is over. */
export function certificatesMail(
  trainee: Recipient,
  course: StoredCourse,
  {
    minutes,
    files,
    replyTo,
  }: { minutes: number; files: readonly { label: string; name: string; key: string }[]; replyTo: string | null },
): OutgoingMail {
  return {
    kind: 'training.certificates',
    to: to(trainee),
    ...(replyTo ? { replyTo } : {}),
    subject: `Vos attestations : ${course.title}`,
    body: {
      paragraphs: [
        hello(trainee),
        `Merci d’avoir suivi « ${course.title} ». Voici de quoi prouver vos ${durationInWords(minutes)} de formation :`,
        ...files.map(({ label }) => label),
      ],
      after: ['Gardez ces documents : ils servent auprès d’un employeur, d’un financeur, ou dans un dossier de VAE.'],
      attachments: files.map(({ name, key }) => ({ filename: name, contentType: 'application/pdf', fileKey: key })),
    },
  };
}

/** What did she think of it? */
export function surveyMail(
  trainee: Recipient,
  course: StoredCourse,
  { href, moment, months }: { href: string; moment: 'hot' | 'cold'; months: number },
): OutgoingMail {
  return {
    kind: `training.survey-${moment}`,
    to: to(trainee),
    subject: moment === 'hot' ? `Votre avis sur « ${course.title} »` : `« ${course.title} » : et depuis ?`,
    body: {
      paragraphs: [
        hello(trainee),
        moment === 'hot'
          ? `Vous venez de suivre « ${course.title} ». Deux minutes pour dire ce que vous en avez pensé ?`
          : `Il y a ${months} mois, vous suiviez « ${course.title} ». Qu’en avez-vous fait ?`,
      ],
      action: { label: 'Donner mon avis', href },
      after: ['Vos réponses sont gardées sans votre nom. Le lien ne sert qu’une fois.'],
    },
  };
}

/** Follow the link and you will be told. */
export function confirmInterestMail(email: string, course: StoredCourse, href: string): OutgoingMail {
  return {
    kind: 'training.confirm-interest',
    to: { address: email },
    subject: `Être prévenu·e : ${course.title}`,
    body: {
      paragraphs: [
        'Bonjour,',
        `Vous demandez à être prévenu·e de la prochaine session de « ${course.title} ». Confirmez que cette adresse est bien la vôtre :`,
      ],
      action: { label: 'Oui, prévenez-moi', href },
      after: ['Vous n’avez rien demandé ? Ne faites rien : cette demande s’efface d’elle-même.'],
    },
  };
}

/** A session opened. */
export function openingMail(
  recipient: Recipient,
  session: StoredSession,
  course: StoredCourse,
  href: string,
): OutgoingMail {
  return {
    kind: 'training.opening',
    to: { address: recipient.email, ...(recipient.name ? { name: recipient.name } : {}) },
    subject: `Une session s’ouvre : ${course.title}`,
    body: {
      paragraphs: [
        recipient.name ? hello(recipient) : 'Bonjour,',
        `Vous souhaitiez être prévenu·e : une session de « ${course.title} » est ouverte.`,
        ...session.halfDays.map(halfDayInWords),
      ],
      action: { label: 'Voir la session', href },
      after: [
        'Vous recevez cette lettre une seule fois, parce que vous l’aviez demandée. Votre adresse est maintenant effacée de cette liste.',
      ],
    },
  };
}
