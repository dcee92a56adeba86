import { currentSettings } from '#modules/hub/index.ts';
import { elide, formatDateTime, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { slotInWords } from '../../domain/slot-in-words.ts';
import { paths } from '../../paths.ts';
import type { AdviceDependencies } from '../../ports.ts';
import { requestSheet } from '../../queries/request-sheet.ts';
import { adviceRulesOf } from '../../queries/rules.ts';
import { Paragraphs } from '../paragraphs.tsx';

/** `GET /gestion/demandes/:id/recu`: what someone without mail takes home, on paper. */
export async function showReceipt(exchange: Exchange, { links }: AdviceDependencies): Promise<Response> {
  const id = exchange.param('id');
  const sheet = isId(id) ? await requestSheet(exchange.ctx, id) : null;
  if (!sheet) return exchange.notFound();
  const [settings, rules] = await Promise.all([currentSettings(exchange.ctx), adviceRulesOf(exchange.ctx.db)]);
  const { request, slot, messages } = sheet;
  const { zone } = exchange.ctx;
  const answer = messages.findLast((message) => message.kind === 'answer');
  const place = [settings.street, [settings.postcode, settings.city].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ');
  return exchange.page({
    title: 'Reçu d’une demande',
    layout: 'office',
    section: paths.queue,
    header: {
      title: settings.name,
      lead: 'À imprimer et à remettre.',
      trail: [
        { label: 'Demandes', href: paths.queue },
        { label: request.name, href: paths.request(id) },
        { label: 'Reçu', href: paths.receipt(id) },
      ],
      actions: (
        <ButtonLink kind="ghost" href={paths.request(id)}>
          Revenir à la demande
        </ButtonLink>
      ),
    },
    content: (
      <div class="stack receipt">
        <Panel title={elide('Demande de', request.name)}>
          <DescriptionList
            rows={[
              { term: 'Reçue le', value: formatDateTime(request.receivedAt, { zone }) },
              { term: 'Notée par', value: request.typedBy || undefined },
              { term: 'Votre demande', value: <Paragraphs text={request.question} /> },
              { term: 'Notre réponse', value: answer ? <Paragraphs text={answer.text} /> : undefined },
              {
                term: 'Réponse',
                value: answer ? undefined : `sous ${plural(rules.answerDays, 'jour ouvré', 'jours ouvrés')}`,
              },
              {
                term: 'Rendez-vous',
                value: slot ? slotInWords(slot, zone) : undefined,
                ...(slot?.place ? { note: slot.place } : {}),
              },
            ]}
          />
        </Panel>
        <Panel title="Pour suivre votre demande">
          <p class="follow-code">{links.codeOf(exchange.hub.id, id)}</p>
          <p>
            Sur {exchange.hub.origin.replace(/^https?:\/\//, '')}
            {paths.findRequest}, avec ce code et votre nom{request.phone ? ' ou votre numéro' : ''}.
          </p>
          <p>
            {[settings.phone && `Par téléphone : ${settings.phone}`, settings.welcomeHours, place]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </Panel>
      </div>
    ),
  });
}
