/** Borders of the house, from docs/architecture.md. `tools/borders.ts` runs them and draws the module graph. */
const modules = {
  hub: [],
  identity: ['hub'],
  photos: ['hub', 'identity'],
  directory: ['hub', 'identity', 'photos'],
  publishing: ['hub', 'identity', 'photos'],
  advice: ['hub', 'identity'],
  agenda: ['hub', 'identity', 'photos', 'directory'],
  payments: ['hub', 'identity'],
  registration: ['hub', 'identity', 'directory', 'agenda', 'payments'],
  programme: ['hub', 'identity', 'directory', 'agenda'],
  training: ['hub', 'identity', 'photos', 'directory', 'agenda', 'payments', 'registration'],
  people: ['hub', 'identity', 'directory'],
  membership: ['hub', 'identity', 'directory', 'payments'],
  mailing: ['hub', 'identity', 'photos', 'people'],
  search: ['hub', 'identity'],
};

const moduleBorders = Object.entries(modules).flatMap(([name, allowed]) => [
  {
    name: `module-${name}`,
    comment: `The module ${name} knows ${allowed.length > 0 ? allowed.join(', ') : 'no other module'}.`,
    severity: 'error',
    from: { path: `^src/modules/${name}/` },
    to: {
      path: '^src/modules/',
      pathNot: [`^src/modules/${name}/`, ...allowed.map((other) => `^src/modules/${other}/`)],
    },
  },
]);

const frontDoors = Object.keys(modules).flatMap((name) => [
  {
    name: `front-door-${name}`,
    comment: 'Modules meet at their front door; only tables.ts and read joins may look at another module’s tables.',
    severity: 'error',
    from: { path: '^src/', pathNot: [`^src/modules/${name}/`, '^src/app/'] },
    to: {
      path: `^src/modules/${name}/`,
      pathNot: [
        `^src/modules/${name}/index\\.ts$`,
        `^src/modules/${name}/tables\\.ts$`,
        `^src/modules/${name}/testing/`,
      ],
    },
  },
  {
    name: `app-front-door-${name}`,
    comment: 'The application knows a module by its front door, its manifest and, for demonstrations, its builders.',
    severity: 'error',
    from: { path: '^src/app/' },
    to: {
      path: `^src/modules/${name}/`,
      pathNot: [`^src/modules/${name}/(index|module)\\.tsx?$`, `^src/modules/${name}/testing/`],
    },
  },
  {
    name: `tables-${name}`,
    comment: 'Another module’s tables are imported for foreign keys and read joins only.',
    severity: 'error',
    from: { path: '^src/modules/', pathNot: [`^src/modules/${name}/`, '/tables\\.ts$', '/queries/'] },
    to: { path: `^src/modules/${name}/tables\\.ts$` },
  },
]);

module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^node:', 'vite', '^geojson$'] },
    },
    {
      name: 'platform-alone',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(ui|modules|app)/' },
    },
    { name: 'ui-on-platform', severity: 'error', from: { path: '^src/ui/' }, to: { path: '^src/(modules|app)/' } },
    { name: 'modules-not-app', severity: 'error', from: { path: '^src/modules/' }, to: { path: '^src/app/' } },
    {
      name: 'domain-pure',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/domain/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '^src/',
        pathNot: ['^src/modules/[^/]+/domain/', '^src/platform/(outcome|tabular|geo|french|ids|context)/'],
      },
    },
    {
      name: 'web-not-tables',
      comment: 'Pages ask queries; they never see the database.',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/web/', pathNot: '\\.test\\.tsx?$' },
      to: { path: ['/tables\\.ts$', 'node_modules/drizzle-orm'] },
    },
    {
      name: 'queries-read',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/queries/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/modules/[^/]+/(commands|web|jobs)/' },
    },
    {
      name: 'commands-not-web',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/commands/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/modules/[^/]+/web/' },
    },
    ...moduleBorders,
    ...frontDoors,
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(db|web)?\\.?test\\.tsx?$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
};
