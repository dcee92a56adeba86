import type { OutgoingMail } from '#platform/mail/send-mail.ts';
import { confirmDays } from '../domain/subscription.ts';

const ifUnexpected = 'Vous n’avez rien demandé ? Ne faites rien : sans votre accord, nous ne vous écrirons pas.';

/** Asks the reader to prove that the address is hers. Holds nothing that was typed in a form. */
export const confirmSubscriptionMail = (address: string, href: string): OutgoingMail => ({
  kind: 'mailing.confirm-subscription',
  to: { address },
  subject: 'Confirmez votre abonnement',
  body: {
    paragraphs: [
      'Quelqu’un, vous sans doute, a demandé que nos nouvelles arrivent à cette adresse.',
      'Suivez ce lien pour choisir vos sujets et votre rythme, et confirmer.',
    ],
    action: { label: 'Choisir et confirmer', href },
    after: [`Ce lien est valable ${confirmDays} jours.`, ifUnexpected],
  },
});

/** To one who is already subscribed: her choices did not move, here is where they are. */
export const alreadySubscribedMail = (address: string, href: string): OutgoingMail => ({
  kind: 'mailing.already-subscribed',
  to: { address },
  subject: 'Votre abonnement',
  body: {
    paragraphs: [
      'Vous recevez déjà nos nouvelles à cette adresse. Rien n’a changé.',
      'Vos sujets, votre rythme, une pause ou l’arrêt : tout se règle sur votre page.',
    ],
    action: { label: 'Ouvrir ma page', href },
    after: ['Cette page est à vous : ne transmettez pas ce lien.'],
  },
});

/** To one whom the team subscribed, on paper or by phone. */
export const subscribedByTeamMail = (address: string, name: string, href: string): OutgoingMail => ({
  kind: 'mailing.subscribed-by-team',
  to: { address, ...(name ? { name } : {}) },
  subject: 'Vous recevrez nos nouvelles',
  body: {
    paragraphs: [
      'Comme vous nous l’avez demandé, nos nouvelles arriveront à cette adresse.',
      'Vous pouvez changer vos sujets et votre rythme, ou tout arrêter, à tout moment.',
    ],
    action: { label: 'Choisir ce que je reçois', href },
    after: ['Cette page est à vous : ne transmettez pas ce lien.'],
  },
});
