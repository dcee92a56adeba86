import type { VNode } from 'preact';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { formatDate } from '#platform/french/index.ts';
import type { PersonalDataSection } from '#platform/contributions/module.ts';
import type { OwnAccount } from '../../queries/own-account.ts';
import { paths } from '../../paths.ts';

interface Props {
  sections: readonly PersonalDataSection[];
  account: OwnAccount;
  formKey: string;
  zone: string;
}

/** What is held about me, my agreements, and the ways to take it away or have it erased. */
export function PersonalDataPage({ sections, account, formKey, zone }: Props): VNode {
  return (
    <>
      <PageHeader
        title="Mes données"
        trail={[{ label: 'Mon compte', href: paths.account }, { label: 'Mes données' }]}
        lead={<p>Tout ce que ce site garde à votre sujet.</p>}
        actions={
          <>
            <ButtonLink kind="ghost" icon="download" href={paths.personalDataPage} download>
              Version à lire
            </ButtonLink>
            <ButtonLink kind="ghost" icon="download" href={paths.personalDataFile} download>
              Fichier JSON
            </ButtonLink>
          </>
        }
      />
      <div class="panels">
        <SectionList sections={sections} zone={zone} />
        <Panel title="Mes accords" id="accords">
          {account.consents.length === 0 && <p>Vous n’avez donné aucun accord particulier.</p>}
          <ul class="plain-list">
            {account.consents.map((consent) => (
              <li>
                <p>
                  « {consent.wording} »
                  <br />
                  <span class="facts">
                    Donné le {formatDate(consent.givenAt, { zone })} ({consent.source})
                    {consent.withdrawnAt && `, retiré le ${formatDate(consent.withdrawnAt, { zone })}`}
                  </span>
                </p>
                {!consent.withdrawnAt && (
                  <form method="post" action={paths.withdrawConsent(consent.id)}>
                    <input type="hidden" name="_cle" value={formKey} />
                    <Button kind="ghost" small>
                      Retirer cet accord
                    </Button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title="Tout effacer" id="effacement">
          {account.erasureAskedAt ? (
            <Notice>
              Demande reçue le {formatDate(account.erasureAskedAt, { zone })}. L’équipe vous répond au plus tard un mois
              après.
            </Notice>
          ) : (
            <Form action={paths.askErasure} hidden={{ _cle: formKey }}>
              <p>
                L’équipe effacera vos données, sauf celles que la loi oblige à garder (comptabilité, émargements…), et
                vous dira lesquelles.
              </p>
              <SubmitBar label="Demander l’effacement" kind="danger" />
            </Form>
          )}
        </Panel>
      </div>
    </>
  );
}

/** Sections of data, each under its heading. */
export function SectionList({ sections, zone }: { sections: readonly PersonalDataSection[]; zone: string }): VNode {
  return (
    <>
      {sections.map((section) => (
        <Panel title={section.title}>
          <DescriptionList
            rows={section.entries.map(({ label, value, since, source }) => ({
              term: label,
              value,
              note:
                [since && `depuis le ${formatDate(since, { zone })}`, source].filter(Boolean).join(', ') || undefined,
            }))}
          />
        </Panel>
      ))}
    </>
  );
}
