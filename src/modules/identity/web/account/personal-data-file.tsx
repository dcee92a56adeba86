import { renderToString } from 'preact-render-to-string';
import type { PersonalDataSection } from '#platform/contributions/module.ts';
import { formatDate } from '#platform/french/index.ts';

interface Held {
  hubName: string;
  personName: string;
  sections: readonly PersonalDataSection[];
  at: Temporal.Instant;
  zone: string;
}

/** All that is held, for another program to read. */
export function personalDataJson({ hubName, personName, sections, at }: Held): string {
  return JSON.stringify(
    {
      site: hubName,
      personne: personName,
      date: at.toString(),
      rubriques: sections.map((section) => ({
        titre: section.title,
        contenu: section.entries.map(({ label, value, since, source }) => ({
          nom: label,
          valeur: value,
          depuis: since?.toString(),
          source,
        })),
      })),
    },
    null,
    2,
  );
}

/** All that is held, as one page that opens anywhere. */
export function personalDataHtml({ hubName, personName, sections, at, zone }: Held): string {
  const page = (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{`Données de ${personName}, ${hubName}`}</title>
      </head>
      <body>
        <main>
          <h1>{`Données de ${personName}`}</h1>
          <p>{`Gardées par ${hubName} au ${formatDate(at, { zone })}.`}</p>
          {sections.map((section) => (
            <section>
              <h2>{section.title}</h2>
              <dl>
                {section.entries.map(({ label, value, since, source }) => (
                  <>
                    <dt>{label}</dt>
                    <dd>
                      {value}
                      {since && ` (depuis le ${formatDate(since, { zone })})`}
                      {source && ` (source : ${source})`}
                    </dd>
                  </>
                ))}
              </dl>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${renderToString(page)}`;
}
