import { currentSettings, isSituation, situations, type FieldErrors } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns } from '#ui/components/panel.tsx';
import { sendAdviceRequest } from '../../commands/send-advice-request.ts';
import { originPath } from '../../domain/origin-path.ts';
import { paths } from '../../paths.ts';
import type { AdviceDependencies } from '../../ports.ts';
import { contactFor } from '../../queries/contacts.ts';
import { adviceRulesOf } from '../../queries/rules.ts';
import { offeredSlots } from '../../queries/slots.ts';
import { refusalText } from '../texts.ts';
import { robotTrapField } from '#ui/fields/robot-trap.tsx';
import { ContactForm } from './contact-form.tsx';
import { OtherWays } from './other-ways.tsx';

export interface Typed {
  values: Readonly<Record<string, string>>;
  errors: FieldErrors;
}

/** `GET /contact`: the form, opened with the words of the page it was reached from. */
export async function showContact(exchange: Exchange): Promise<Response> {
  const situation = exchange.query('vous');
  return contactPage(exchange, {
    values: {
      ...(isSituation(situation) ? { situation } : {}),
      ...(exchange.query('rappel') === 'oui' ? { rappel: 'oui' } : {}),
      de: originPath(exchange.query('de')) || cameFrom(exchange),
      sujet: exchange.query('sujet').trim().slice(0, 120),
      bilan: exchange.query('bilan').trim().slice(0, 2000),
      joindre: 'oui',
    },
    errors: {},
  });
}

/** The page of this site whose link was followed. */
function cameFrom(exchange: Exchange): string {
  const from = URL.parse(exchange.http.req.header('referer') ?? '');
  return from?.origin === exchange.hub.origin && from.pathname !== paths.contact ? originPath(from.pathname) : '';
}

/** `POST /contact`. */
export async function receiveContact(exchange: Exchange, { links }: AdviceDependencies): Promise<Response> {
  const form = await exchange.form();
  const { values } = form;
  if (values[robotTrapField]) return exchange.redirect(paths.contactThanks);
  const outcome = await execute(
    exchange.ctx,
    sendAdviceRequest(links),
    {
      name: values['name'] ?? '',
      reach: values['reach'] ?? '',
      situation: values['situation'] || null,
      message: values['message'] ?? '',
      subject: values['sujet'] ?? '',
      cameFrom: values['de'] ?? '',
      referrer: values['referrer'] ?? '',
      wantsCall: values['rappel'] === 'oui',
      callWhen: values['callWhen'] ?? '',
      slotId: values['slot'] || null,
      selfCheck: values['joindre'] === 'oui' ? (values['bilan'] ?? '') : '',
    },
    { key: form.key },
  );
  if (outcome.ok) {
    const secret = links.secretOf(exchange.hub.id, outcome.value.id);
    return exchange.redirect(`${paths.contactThanks}?suivi=${secret}`);
  }
  const errors = Object.keys(outcome.fields).length > 0 ? outcome.fields : { '': refusalText(outcome.reason) };
  return contactPage(exchange, { values, errors }, 422);
}

async function contactPage(exchange: Exchange, typed: Typed, status = 200): Promise<Response> {
  const { ctx } = exchange;
  const situation = typed.values['situation'] ?? '';
  const [settings, rules, slots, contact] = await Promise.all([
    currentSettings(ctx),
    adviceRulesOf(ctx.db),
    offeredSlots(ctx, 8),
    contactFor(ctx, situation || null),
  ]);
  const soon = `on vous répond sous ${plural(rules.answerDays, 'jour ouvré', 'jours ouvrés')}`;
  const lead = isSituation(situation)
    ? `${situations[situation].label} : ${situations[situation].promise}. Dites-nous où vous en êtes, ${soon}.`
    : `Une idée, une question, une envie de coopérer ? Quelques mots suffisent : ${soon}, et sans jargon.`;
  return exchange.page({
    title: 'Nous écrire',
    description: `Poser une question à ${settings.name}, par écrit ou par téléphone.`,
    canonical: paths.contact,
    edit: { href: paths.settings, label: 'Régler les réponses', roles: ['employee'] },
    status,
    content: (
      <>
        <PageHeader title="On vous écoute" lead={<p>{lead}</p>} />
        <Columns
          main={<ContactForm exchange={exchange} values={typed.values} errors={typed.errors} slots={slots} />}
          side={<OtherWays settings={settings} contact={contact} />}
        />
      </>
    ),
  });
}
