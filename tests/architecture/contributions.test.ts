import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import ts from 'typescript';
import { reactions } from '#app/reactions.ts';
import { nodesOf, parsed } from './source.ts';

const application = globSync('src/app/**/*.{ts,tsx}')
  .filter((file) => !file.includes('.test.'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

describe('facts', () => {
  test('are all mapped, and nothing else is', () => {
    const named = globSync('src/modules/*/facts.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/Fact<'(\w+)'>/g)].map((match) => match[1]),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(new Set(Object.keys(reactions))).toEqual(new Set(named));
  });

  test('are all published somewhere', () => {
    const commands = globSync('src/modules/*/{commands,jobs}/**/*.ts')
      .filter((file) => !file.includes('.test.'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    for (const name of Object.keys(reactions)) expect(commands, name).toMatch(new RegExp(`\\b${name}\\(`));
  });
});

describe('contributions', () => {
  test('of every kind are collected by the application', () => {
    const file = parsed('src/platform/contributions/module.ts');
    const list = [...nodesOf(file)].find(
      (node): node is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(node) && node.name.text === 'Module',
    );
    const kinds = list?.members.map((member) => member.name?.getText() ?? '').filter((name) => name !== 'name') ?? [];
    expect(kinds.length).toBeGreaterThan(8);
    expect(kinds.filter((kind) => !new RegExp(`\\.${kind}\\b`).test(application))).toEqual([]);
  });
});

describe('personal data', () => {
  const migrations = globSync('migrations/*.sql')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const dropped = new Set([...migrations.matchAll(/^drop table (\w+);/gm)].map(([, name]) => name));
  /** Tables that say something of a person, by the file that creates them. */
  const tables = [...migrations.matchAll(/create table (\w+) \(([\s\S]*?)\n\);/g)]
    .filter(([, name]) => !dropped.has(name ?? ''))
    .filter(([, , body]) =>
      /^\s+(person_id|account_id|recipient|from_email|email|actor_name|display_name)\b/m.test(body ?? ''),
    )
    .map(([, name]) => name ?? '');
  const keepers = globSync(['src/modules/*/personal-data{,-*}.ts', 'src/app/*-module.ts'])
    .filter((file) => !file.includes('.test.'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

  test('every module that holds some exports and erases it', () => {
    for (const file of globSync('src/modules/*/personal-data.ts'))
      expect(readFileSync(file.replace('personal-data.ts', 'module.ts'), 'utf8'), file).toMatch(/personalData[:,]/);
    for (const file of globSync('src/modules/*/personal-data.ts'))
      expect(readFileSync(file, 'utf8'), file).toMatch(/export[\s\S]*erase|erase[\s\S]*export/i);
  });

  test('every table about people is known to those who answer for it', () => {
    const camel = (name: string): string => name.replaceAll(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
    // The hub's own address, and trails that other rules rewrite.
    const others = [
      'hub_settings',
      'organizations',
      'passkey_challenges',
      'sign_in_links',
      'address_changes',
      'second_factors',
      'recovery_codes',
    ];
    expect(tables.length).toBeGreaterThan(10);
    expect(
      tables.filter((name) => !others.includes(name) && !keepers.includes(name) && !keepers.includes(camel(name))),
    ).toEqual([]);
  });
});
