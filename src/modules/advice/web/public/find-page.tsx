import { summaryOf, type FieldErrors } from '#modules/hub/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { isLeftBy, readFollowCode } from '../../domain/follow-code.ts';
import { paths } from '../../paths.ts';
import type { AdviceDependencies } from '../../ports.ts';
import { requestsOfCode } from '../../queries/request-sheet.ts';

/** `GET /demande`: the way back for those who hold a code. */
export async function showFindRequest(exchange: Exchange): Promise<Response> {
  return findPage(exchange, {}, {});
}

/** `POST /demande`: a code opens nothing without what was left with the request. */
export async function findRequest(exchange: Exchange, { links }: AdviceDependencies): Promise<Response> {
  const { values } = await exchange.form();
  const code = readFollowCode(values['code'] ?? '');
  if (!code) return findPage(exchange, values, { code: 'Le code a huit lettres : KDRT-MBEW, par exemple.' }, 422);
  const found = (await requestsOfCode(exchange.ctx.db, code)).find((one) => isLeftBy(values['left'] ?? '', one));
  if (found) return exchange.redirect(paths.ownRequest(links.secretOf(exchange.hub.id, found.id)));
  const text = 'Rien ne correspond. Vérifiez le code, et ce que vous aviez laissé avec : numéro, mail ou nom entier.';
  return findPage(exchange, values, { '': text }, 422);
}

async function findPage(
  exchange: Exchange,
  values: Readonly<Record<string, string>>,
  errors: FieldErrors,
  status = 200,
): Promise<Response> {
  return exchange.page({
    title: 'Suivre une demande',
    status,
    indexed: false,
    section: paths.contact,
    content: (
      <>
        <PageHeader
          title="Où en est ma demande ?"
          lead={<p>Vous avez reçu un mail ? Son lien suffit. Sinon, votre code ouvre la même page.</p>}
        />
        <Form action={paths.findRequest} label="Suivre une demande" errors={summaryOf(errors)}>
          <TextField
            name="code"
            label="Votre code"
            hint="Huit lettres, données quand vous avez posé votre question."
            required
            autocomplete="off"
            size="medium"
            value={values['code']}
            error={errors['code']}
          />
          <TextField
            name="left"
            label="Le numéro, le mail ou le nom que vous aviez laissé"
            required
            autocomplete="tel"
            value={values['left']}
            error={errors['left']}
          />
          <SubmitBar label="Ouvrir ma demande" />
        </Form>
      </>
    ),
  });
}
