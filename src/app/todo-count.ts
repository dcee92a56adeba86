import type { Module, TodoEntry } from '#platform/contributions/module.ts';
import type { Context } from '#platform/context/context.ts';

/** Everything that waits for the employee, module by module. */
export async function listTodo(modules: readonly Module[], ctx: Context): Promise<TodoEntry[]> {
  const lists = await Promise.all(modules.map(async (module) => module.todo?.(ctx) ?? []));
  return lists.flat();
}

/** How many things wait. */
export async function countTodo(modules: readonly Module[], ctx: Context): Promise<number> {
  return (await listTodo(modules, ctx)).length;
}
