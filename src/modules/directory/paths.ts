/** Addresses of the directory, from the site's root. */
export const directoryPath = '/annuaire';
export const mapPath = '/carte';
export const embedPath = '/embarquer/annuaire';
export const snippetPath = '/embarquer';
export const officePath = '/gestion/annuaire';

export function organizationPath(slug: string): string {
  return `${directoryPath}/${slug}`;
}

export function officeSheetPath(id: string): string {
  return `${officePath}/${id}`;
}
