import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { sheetOf, type OrganizationSheet } from '../../queries/organization-sheet.ts';

/** The sheet of the address, whole: those who edit see all of it. */
export async function editedSheet(exchange: Exchange): Promise<OrganizationSheet | null> {
  const id = exchange.param('id');
  return isId(id) ? sheetOf(exchange.ctx, id) : null;
}
