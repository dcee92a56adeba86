import type { RouteList } from '#platform/http/exchange.ts';
import { galleryPath, officePath, pickerPath, uploadPath } from '../paths.ts';
import { keepers, senders } from '../policy.ts';
import type { PhotosDependencies } from '../ports.ts';
import { receiveBulk, receiveRestore } from './admin/bulk.ts';
import { sendPhotosTable } from './admin/export.ts';
import { showPhotos } from './admin/list-page.tsx';
import { receivePerson, receivePersonAct } from './admin/people-acts.ts';
import { sendOfficeImage, sendPicker } from './admin/picture-files.ts';
import { batchBodyLimit, receiveOne, receiveUpload } from './admin/receive-upload.ts';
import { receiveNotice, receivePeople, receiveReplacement, receiveSheet } from './admin/sheet-acts.ts';
import { showSheet } from './admin/sheet-page.tsx';
import { showUpload } from './admin/upload-page.tsx';
import { photoBodyLimit } from './photo-choice.ts';
import { receiveAgreement, sendAgreementImage, showAgreement } from './public/agreement-page.tsx';
import { sendGalleryPhoto, showGallery } from './public/gallery-page.tsx';

export function photoRoutes(routes: RouteList, deps: PhotosDependencies): void {
  routes
    .get(galleryPath, 'anyone', showGallery, { kept: true })
    .get(`${galleryPath}/:id/telecharger`, 'anyone', (exchange) => sendGalleryPhoto(exchange, deps))
    .get('/accord-photo/:token', 'anyone', showAgreement, { perMinute: 60 })
    .post('/accord-photo/:token', 'anyone', receiveAgreement, { perMinute: 30 })
    .get('/accord-photo/:token/image', 'anyone', (exchange) => sendAgreementImage(exchange, deps), { perMinute: 60 })

    .get(officePath, keepers, (exchange) => showPhotos(exchange, deps))
    .get(`${officePath}.csv`, keepers, (exchange) => sendPhotosTable(exchange, deps))
    .get(pickerPath, senders, sendPicker)
    .get(uploadPath, keepers, (exchange) => showUpload(exchange))
    .post(uploadPath, keepers, (exchange) => receiveUpload(exchange, deps), { bodyLimit: batchBodyLimit })
    .post(`${officePath}/envoyer`, keepers, (exchange) => receiveOne(exchange, deps), { bodyLimit: photoBodyLimit })
    .post(`${officePath}/lot`, keepers, receiveBulk, { bodyLimit: 1_000_000 })
    .post(`${officePath}/reprendre`, keepers, receiveRestore, { bodyLimit: 1_000_000 })
    .get(`${officePath}/:id`, keepers, (exchange) => showSheet(exchange, deps))
    .post(`${officePath}/:id`, keepers, (exchange) => receiveSheet(exchange, deps))
    .get(`${officePath}/:id/image/:width`, keepers, (exchange) => sendOfficeImage(exchange, deps))
    .post(`${officePath}/:id/reconnait`, keepers, receivePeople)
    .post(`${officePath}/:id/vu`, keepers, receiveNotice)
    .post(`${officePath}/:id/personnes`, keepers, (exchange) => receivePerson(exchange, deps))
    .post(`${officePath}/:id/personnes/:person`, keepers, (exchange) => receivePersonAct(exchange, deps))
    .post(`${officePath}/:id/remplacer`, keepers, (exchange) => receiveReplacement(exchange, deps), {
      bodyLimit: photoBodyLimit,
    });
}
