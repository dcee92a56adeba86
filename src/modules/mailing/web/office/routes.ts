import type { RouteList } from '#platform/http/exchange.ts';
import { paths } from '../../paths.ts';
import { senders } from '../../policy.ts';
import type { MailingDependencies } from '../../ports.ts';
import { receiveCompose, showEdit } from './compose-acts.ts';
import { showCompose } from './compose-page.tsx';
import { sendCount } from './audience-count.tsx';
import { sendLabels, sendLetters } from './paper.ts';
import { showList } from './list-page.tsx';
import {
  receiveArchive,
  receiveCancel,
  receivePause,
  receiveRemove,
  receiveResume,
  receiveSend,
  sendCopies,
} from './mailing-acts.ts';
import { sendProgress, showMailing } from './mailing-page.tsx';
import { previewDraft, previewMailing } from './preview.ts';
import { exportRecipients, showRecipients } from './recipients-page.tsx';
import { receiveSettings, showSettings } from './settings-page.tsx';
import { receiveBounces, receiveRelease, receiveWithdrawal, showSuppressions } from './suppressions-page.tsx';

/** Where the team writes to many. To list after the other pages under `/gestion/envois`: `:id` takes what is left. */
export function officeRoutes(routes: RouteList, deps: MailingDependencies): void {
  routes
    .get(paths.list, senders, (exchange) => showList(exchange, deps))
    .get(paths.compose, senders, (exchange) => showCompose(exchange, deps))
    .post(paths.compose, senders, (exchange) => receiveCompose(exchange, deps))
    .get(paths.previewOf, senders, (exchange) => previewDraft(exchange, deps))
    .get(paths.recipientsOf, senders, (exchange) => showRecipients(exchange, deps))
    .get(paths.countOf, senders, (exchange) => sendCount(exchange, deps))
    .get(`${paths.recipientsOf}.csv`, senders, (exchange) => exportRecipients(exchange, deps))
    .get(paths.labels, senders, (exchange) => sendLabels(exchange, deps))
    .get(paths.suppressions, senders, (exchange) => showSuppressions(exchange))
    .post(paths.suppressions, senders, receiveWithdrawal)
    .post(paths.release, senders, receiveRelease)
    .post(paths.bounces, senders, receiveBounces, { bodyLimit: 5_000_000 })
    .get(paths.settings, senders, (exchange) => showSettings(exchange, deps))
    .post(paths.settings, senders, (exchange) => receiveSettings(exchange, deps))
    .get(paths.mailing(':id'), senders, (exchange) => showMailing(exchange, deps))
    .get(paths.edit(':id'), senders, (exchange) => showEdit(exchange, deps))
    .post(paths.edit(':id'), senders, (exchange) => receiveCompose(exchange, deps))
    .get(paths.preview(':id'), senders, (exchange) => previewMailing(exchange, deps))
    .get(paths.progress(':id'), senders, sendProgress)
    .get(paths.copies(':id'), senders, sendCopies)
    .get(paths.letters(':id'), senders, (exchange) => sendLetters(exchange, deps))
    .post(paths.send(':id'), senders, receiveSend(deps))
    .post(paths.pause(':id'), senders, receivePause)
    .post(paths.resume(':id'), senders, receiveResume)
    .post(paths.cancel(':id'), senders, receiveCancel)
    .post(paths.remove(':id'), senders, receiveRemove)
    .post(paths.archiveIt(':id'), senders, receiveArchive);
}
