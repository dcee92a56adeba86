import type { RouteList } from '#platform/http/exchange.ts';
import { paths } from '../../paths.ts';
import { answerers } from '../../policy.ts';
import type { AdviceDependencies } from '../../ports.ts';
import { receiveBulk } from './bulk.ts';
import { largestPhoto, receiveContactPerson, showContactPerson } from './contact-person-page.tsx';
import { sendFigures } from './figures-file.ts';
import { showFigures } from './figures-page.tsx';
import { sendQueue } from './queue-export.ts';
import { showQueue } from './queue-page.tsx';
import {
  receiveNewReadyAnswer,
  receiveReadyAnswer,
  receiveReadyAnswerDeleted,
  showNewReadyAnswer,
  showReadyAnswer,
} from './ready-answer-page.tsx';
import { showReceipt } from './receipt-page.tsx';
import { receiveRecord, showRecord } from './record-page.tsx';
import {
  receiveAnswer,
  receiveArrangement,
  receiveClosing,
  receiveNote,
  reopenRequest,
  takeRequest,
} from './request-acts.ts';
import { showRequest } from './request-page.tsx';
import { receiveSettings, showSettings } from './settings-page.tsx';
import { receiveSlotCancelled, receiveSlots, showSlots } from './slots-page.tsx';

const keepers = ['employee'] as const;

/** What the team sees of the requests. A board member passes, and finds what was entrusted to her. */
export function officeRoutes(routes: RouteList, deps: AdviceDependencies): void {
  routes
    .get(paths.queue, answerers, showQueue)
    .get(`${paths.queue}.csv`, keepers, (exchange) => sendQueue(exchange, 'csv'))
    .get(`${paths.queue}.xlsx`, keepers, (exchange) => sendQueue(exchange, 'xlsx'))
    .post(paths.bulk, keepers, (exchange) => receiveBulk(exchange, deps))
    .get(paths.record, keepers, showRecord)
    .post(paths.record, keepers, (exchange) => receiveRecord(exchange, deps))
    .get(paths.slots, keepers, showSlots)
    .post(paths.slots, keepers, receiveSlots)
    .post(paths.cancelSlot(':id'), keepers, (exchange) => receiveSlotCancelled(exchange, deps))
    .get(paths.figures, keepers, showFigures)
    .get(`${paths.figures}.csv`, keepers, sendFigures)
    .get(paths.settings, keepers, showSettings)
    .post(paths.settings, keepers, receiveSettings)
    .get(paths.contactOf(':situation'), keepers, showContactPerson)
    .post(paths.contactOf(':situation'), keepers, (exchange) => receiveContactPerson(exchange, deps), {
      bodyLimit: largestPhoto,
    })
    .get(paths.readyAnswers, keepers, showNewReadyAnswer)
    .post(paths.readyAnswers, keepers, receiveNewReadyAnswer)
    .get(paths.readyAnswer(':id'), keepers, showReadyAnswer)
    .post(paths.readyAnswer(':id'), keepers, receiveReadyAnswer)
    .post(paths.deleteReadyAnswer(':id'), keepers, receiveReadyAnswerDeleted)
    .get(paths.request(':id'), answerers, showRequest)
    .post(paths.take(':id'), keepers, takeRequest)
    .post(paths.answer(':id'), answerers, (exchange) => receiveAnswer(exchange, deps))
    .post(paths.note(':id'), answerers, receiveNote)
    .post(paths.arrange(':id'), keepers, (exchange) => receiveArrangement(exchange, deps))
    .post(paths.close(':id'), keepers, receiveClosing)
    .post(paths.reopen(':id'), keepers, reopenRequest)
    .get(paths.receipt(':id'), keepers, (exchange) => showReceipt(exchange, deps))
    // Addresses that mails sent before still name.
    .get(paths.oldMessages, keepers, (exchange) => exchange.redirect(paths.queue))
    .get(paths.oldMessage(':id'), keepers, (exchange) => exchange.redirect(paths.request(exchange.param('id'))));
}
