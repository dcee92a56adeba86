import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { formatDate } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { takeFile } from '#platform/stored-files/index.ts';
import { Button } from '#ui/components/button.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { FileField } from '#ui/fields/file-field.tsx';
import { attachScan } from '../../commands/attach-scan.ts';
import type { PaperFacts } from '../../documents/paper-facts.ts';
import { partOfDay } from '../../domain/half-day.ts';
import { officePaths } from '../../paths.ts';
import type { TrainingDependencies } from '../../ports.ts';
import { refusalText } from '../texts.ts';
import { heldSession } from './held-session.ts';

/** The sheets signed on paper, once scanned or photographed into a PDF. */
export function ScanPanel({
  exchange,
  facts,
}: {
  readonly exchange: Exchange;
  readonly facts: PaperFacts;
}): JSX.Element {
  const { session, halfDays } = facts;
  return (
    <Panel title="Feuilles signées sur papier">
      <p>
        <a href={`${officePaths.papers(session.id)}/voir/attendance_sheet`}>Imprimer la feuille d’émargement</a>,
        faites-la signer, puis joignez-la ici.
      </p>
      <ul class="plain stack">
        {halfDays.map((halfDay) => {
          const name = `${formatDate(halfDay.heldOn)} ${partOfDay(halfDay)}`;
          return (
            <li>
              <details class="more-fields">
                <summary>
                  {name} {halfDay.scanFileId ? '(jointe)' : ''}
                </summary>
                <form
                  class="form"
                  method="post"
                  action={officePaths.scan(session.id, halfDay.id)}
                  enctype="multipart/form-data"
                >
                  <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
                  {halfDay.scanFileId && (
                    <p>
                      <a href={`/fichiers/${halfDay.scanFileId}/feuille-signee.pdf`}>Voir la feuille jointe</a>
                    </p>
                  )}
                  <FileField
                    name="scan_file"
                    id={`feuille-${halfDay.id}`}
                    label={`Feuille signée du ${name}`}
                    accept=".pdf"
                    hint="Un PDF, 25 Mo au plus."
                  />
                  <Button kind="ghost" small icon="upload">
                    Joindre
                  </Button>
                </form>
              </details>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

/** `POST /gestion/formations/sessions/:id/presences/:halfDay`. */
export async function receiveScan(exchange: Exchange, { files }: TrainingDependencies): Promise<Response> {
  const facts = await heldSession(exchange);
  const halfDayId = exchange.param('halfDay');
  if (!facts || !isId(halfDayId)) return exchange.notFound();
  const back = officePaths.attendance(facts.session.id);
  const form = await exchange.form();
  const taken = await takeFile(exchange.ctx, files, form, 'scan', { visibility: 'staff' });
  if (!taken.ok || !taken.value.fileId)
    return exchange.redirect(back, {
      tone: 'danger',
      text: taken.ok
        ? 'Choisissez d’abord un fichier.'
        : (taken.fields['scan_file'] ?? 'Ce fichier n’a pas pu être reçu.'),
    });
  const input = { sessionId: facts.session.id, halfDayId, fileId: taken.value.fileId };
  const outcome = await execute(exchange.ctx, attachScan, input, { key: form.key });
  if (!outcome.ok && outcome.reason === 'not_found') return exchange.notFound();
  return exchange.redirect(
    back,
    outcome.ok
      ? { tone: 'success', text: 'La feuille signée est jointe.' }
      : { tone: 'danger', text: refusalText(outcome.reason) },
  );
}
