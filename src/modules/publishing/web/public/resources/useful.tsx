import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { sayUseful } from '../../../commands/resources/say-useful.ts';
import { publicationPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { publicationAt } from '../../../queries/stored-publication.ts';
import { improvePath, resourceOffice, usefulPath } from '../../../resource-paths.ts';
import { refusalText } from '../../texts.ts';

interface UsefulProps {
  readonly slug: string;
  readonly votes: number;
  /** For the team: says that it read the sheet again and found it right. */
  readonly confirm?: { readonly id: string; readonly formKey: string; readonly until: Temporal.PlainDate };
}

/** The end of a sheet: did it help, what is wrong with it, and for the team « Toujours juste ». */
export function Useful({ slug, votes, confirm }: UsefulProps): JSX.Element {
  return (
    <section class="sheet-useful" id="utile">
      <h2>Cela vous a aidé ?</h2>
      {votes > 0 && (
        <p class="useful-count">{plural(votes, 'personne l’a trouvée utile', 'personnes l’ont trouvée utile')}.</p>
      )}
      <div class="actions">
        <form method="post" action={usefulPath(slug)}>
          <input type="hidden" name="utile" value="oui" />
          <Button icon="check">Oui, utile</Button>
        </form>
        <a class="button ghost" href={improvePath(slug)}>
          Proposer une correction
        </a>
      </div>
      {confirm && (
        <form class="sheet-confirm" method="post" action={resourceOffice.confirm}>
          <input type="hidden" name={formKeyField} value={confirm.formKey} />
          <input type="hidden" name="ids" value={confirm.id} />
          <input type="hidden" name="retour" value={publicationPath('resource', slug)} />
          <Button kind="ghost" small icon="clock">
            Toujours juste
          </Button>
          <span class="facts">Pour l’équipe : prochaine relecture le {formatDate(confirm.until)}.</span>
        </form>
      )}
    </section>
  );
}

/** `POST /ressources/:slug/utile` */
export async function receiveUseful(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const { ctx, http } = exchange;
  const found = await publicationAt(ctx.db, 'resource', exchange.param('slug'));
  if (!found || 'movedTo' in found) return exchange.notFound();
  const { id, slug } = found.publication;
  const outcome = await execute(ctx, sayUseful, {
    publicationId: id,
    visitor: `${deps.clientIp(exchange)}\n${(http.req.header('user-agent') ?? '').slice(0, 400)}`,
  });
  return exchange.redirect(
    `${publicationPath('resource', slug)}#utile`,
    outcome.ok
      ? { tone: 'success', text: 'Merci ! Cela aide les suivants à choisir.' }
      : { tone: 'info', text: refusalText(outcome.reason) },
  );
}
