import type { Context } from '#platform/context/context.ts';
import type { PersonalData, PersonalDataSection } from '#platform/contributions/module.ts';

/** Gives what each module holds about people. */
export type PersonalDataSource = () => readonly PersonalData[];

/** All that the hub holds about a person, module after module. */
export async function heldData(
  ctx: Context,
  source: PersonalDataSource,
  personId: string,
): Promise<PersonalDataSection[]> {
  const sections: PersonalDataSection[] = [];
  for (const holder of source()) sections.push(...(await holder.export(ctx, personId)));
  return sections;
}
