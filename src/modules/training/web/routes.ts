import type { RouteList } from '#platform/http/exchange.ts';
import { fileBodyLimit } from '#platform/stored-files/index.ts';
import {
  confirmInterestPath,
  coursePath,
  coursesPath,
  interestPath,
  officePaths,
  sessionPath,
  surveyPath,
} from '../paths.ts';
import { sessionRoles } from '../policy.ts';
import type { TrainingDependencies } from '../ports.ts';
import { receiveAttendance, showAttendance } from './office/attendance-page.tsx';
import { receiveCourse, receiveCourseAct, showCourse } from './office/course-page.tsx';
import { showCourses } from './office/courses-page.tsx';
import { sendFigures, sendProof, showFigures, showProof } from './office/figures-page.tsx';
import { showHome } from './office/home-page.tsx';
import { previewPaper, receivePapers, sendArchive, showPapers } from './office/papers-page.tsx';
import { receiveAskPayment } from './office/payment-panel.tsx';
import { receiveScan } from './office/scan-panel.tsx';
import { receiveCopy, receiveSessionAct } from './office/session-acts.ts';
import { receiveSession, showSessionEditor } from './office/session-editor-page.tsx';
import { showSession } from './office/session-page.tsx';
import { receiveSettings, showSettings } from './office/settings-page.tsx';
import { receiveSigning, showSigning } from './office/signing-page.tsx';
import { receiveSurveys, showSurveys } from './office/surveys-page.tsx';
import { receiveTrainee, showTrainee } from './office/trainee-page.tsx';
import { receiveTrainer, showTrainers } from './office/trainers-page.tsx';
import { showCatalogue } from './public/catalogue-page.tsx';
import { showCourse as showPublicCourse } from './public/course-page.tsx';
import { receiveConfirmInterest, receiveInterest, showConfirmInterest } from './public/interest-pages.tsx';
import { showSession as showPublicSession } from './public/session-page.tsx';
import { receiveSurvey, showSurvey } from './public/survey-page.tsx';

const team = ['employee'] as const;

/** What everyone may read and ask. The addresses of courses come last. */
export function publicRoutes(routes: RouteList, deps: TrainingDependencies): void {
  routes
    .get(coursesPath, 'anyone', (exchange) => showCatalogue(exchange, deps))
    .get(confirmInterestPath(':secret'), 'anyone', (exchange) => showConfirmInterest(exchange, deps))
    .post(confirmInterestPath(':secret'), 'anyone', (exchange) => receiveConfirmInterest(exchange, deps), {
      perMinute: 10,
    })
    .get(surveyPath(':secret'), 'anyone', (exchange) => showSurvey(exchange, deps))
    .post(surveyPath(':secret'), 'anyone', (exchange) => receiveSurvey(exchange, deps), { perMinute: 10 })
    .post(interestPath(':slug'), 'anyone', (exchange) => receiveInterest(exchange, deps), { perMinute: 5 })
    .get(coursePath(':slug'), 'anyone', (exchange) => showPublicCourse(exchange, deps))
    .get(sessionPath(':slug', ':session'), 'anyone', (exchange) => showPublicSession(exchange, deps));
}

/** What the team keeps; a trainer enters the sessions she holds, and nothing else. */
export function officeRoutes(routes: RouteList, deps: TrainingDependencies): void {
  const { figures, proof } = officePaths;
  const [session, halfDay] = [':id', ':halfDay'];
  routes
    .get(officePaths.home, sessionRoles, showHome)
    .get(officePaths.courses, team, showCourses)
    .get(officePaths.addCourse, team, (exchange) => showCourse(exchange, deps))
    .post(officePaths.addCourse, team, (exchange) => receiveCourse(exchange, deps))
    .get(officePaths.course(':id'), team, (exchange) => showCourse(exchange, deps))
    .post(officePaths.course(':id'), team, (exchange) => receiveCourse(exchange, deps))
    .post(officePaths.courseAct(':id'), team, receiveCourseAct)
    .get(officePaths.trainers, team, showTrainers)
    .post(officePaths.trainers, team, receiveTrainer)
    .get(officePaths.trainer(':id'), team, showTrainers)
    .post(officePaths.trainer(':id'), team, receiveTrainer)
    .get(officePaths.settings, team, showSettings)
    .post(officePaths.settings, team, receiveSettings)
    .get(figures, team, showFigures)
    .get(`${figures}.csv`, team, (exchange) => sendFigures(exchange, 'csv'))
    .get(`${figures}.xlsx`, team, (exchange) => sendFigures(exchange, 'xlsx'))
    .get(proof, team, showProof)
    .get(`${proof}.csv`, team, (exchange) => sendProof(exchange, 'csv'))
    .get(`${proof}.xlsx`, team, (exchange) => sendProof(exchange, 'xlsx'))
    .get(officePaths.addSession, team, showSessionEditor)
    .post(officePaths.addSession, team, (exchange) => receiveSession(exchange, deps))
    .get(officePaths.session(session), sessionRoles, (exchange) => showSession(exchange, deps))
    .get(officePaths.editSession(session), team, showSessionEditor)
    .post(officePaths.editSession(session), team, (exchange) => receiveSession(exchange, deps))
    .post(officePaths.sessionAct(session), team, (exchange) => receiveSessionAct(exchange, deps))
    .post(officePaths.copySession(session), team, (exchange) => receiveCopy(exchange, deps))
    .get(officePaths.addTrainee(session), team, showTrainee)
    .post(officePaths.addTrainee(session), team, (exchange) => receiveTrainee(exchange, deps))
    .get(officePaths.trainee(session, ':trainee'), team, showTrainee)
    .post(officePaths.trainee(session, ':trainee'), team, (exchange) => receiveTrainee(exchange, deps))
    .post(officePaths.askPayment(session, ':trainee'), team, (exchange) => receiveAskPayment(exchange, deps))
    .get(officePaths.attendance(session), sessionRoles, showAttendance)
    .post(officePaths.attendance(session), sessionRoles, receiveAttendance)
    .post(officePaths.scan(session, halfDay), sessionRoles, (exchange) => receiveScan(exchange, deps), {
      bodyLimit: fileBodyLimit,
    })
    .get(officePaths.signing(session, halfDay), sessionRoles, showSigning)
    .post(officePaths.signing(session, halfDay), sessionRoles, receiveSigning)
    .get(officePaths.papers(session), team, showPapers)
    .post(officePaths.papers(session), team, (exchange) => receivePapers(exchange, deps))
    .get(`${officePaths.papers(session)}/voir/:kind`, sessionRoles, (exchange) => previewPaper(exchange, deps))
    .get(officePaths.archive(session), team, (exchange) => sendArchive(exchange, deps))
    .get(officePaths.surveys(session), team, showSurveys)
    .post(officePaths.surveys(session), team, (exchange) => receiveSurveys(exchange, deps));
}
