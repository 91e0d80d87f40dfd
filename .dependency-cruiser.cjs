// Which room may reach which (docs/architecture.md). `npm run grenzen` checks it; test/unit/grenzen.test.ts holds that
// each rule below catches what it forbids.

/** The capabilities of the server from low to high; those on one line don't know each other. */
const CAPABILITIES = [
  ['database'],
  ['kern'],
  ['http'],
  ['logboek'],
  ['aanmelden'],
  ['casus'],
  ['eenmaal'],
  ['toegang'],
  ['regie'],
  ['teksten'],
  ['plan'],
  ['overleg', 'advies'],
];
/** Without the plumbing: the files of database, kern and http go by their own names, and may each be imported. */
const DOMAIN = CAPABILITIES.slice(3).flat();
/** What stands beside app.ts and is put together with it. */
const AT_THE_TOP = ['demo', 'lijnen'];

const either = (names) => `(?:${names.join('|')})`;
const folder = (names) => `^server/${either(names)}/`;

/** The rooms of the client from low to high; those on one line don't know each other: a screen knows no other. */
const ROOMS = [
  ['api', 'ui'],
  ['klad'],
  ['editor', 'sync'],
  ['casus'],
  ['vensters'],
  ['teksten'],
  ['kaarten'],
  [
    'aanmelden',
    'advies',
    'afdruk',
    'bord',
    'casus-inbrengen',
    'grootscherm',
    'mijn-regie',
    'overleg',
    'werkvoorraad',
    'zoeken',
  ],
  ['app'],
];
const room = (names) => `^client/${either(names)}/`;

/** One rule a room of the client, in the same way. */
const upwardInClient = ROOMS.flatMap((level, height) =>
  level.map((name) => ({
    name: `client-upward-from-${name}`,
    comment: `${name} stands lower; what is higher hands it what it needs, or hears it by an event`,
    severity: 'error',
    from: { path: room([name]) },
    to: {
      path: [
        room([...level.filter((other) => other !== name), ...ROOMS.slice(height + 1).flat()]),
        '^client/main\\.ts$',
      ],
    },
  })),
);

/** One rule a capability: nothing in it imports what stands beside or above it. */
const upward = CAPABILITIES.flatMap((level, height) =>
  level.map((name) => ({
    name: `upward-from-${name}`,
    comment: `${name} stands lower; what is higher hears of it through a listener that app.ts connects`,
    severity: 'error',
    from: { path: folder([name]) },
    to: {
      path: [
        folder([
          ...level.filter((other) => other !== name),
          ...CAPABILITIES.slice(height + 1).flat(),
          ...AT_THE_TOP,
        ]),
        '^server/(?:app|main)\\.ts$',
      ],
    },
  })),
);

module.exports = {
  forbidden: [
    {
      name: 'unresolvable',
      comment: 'an import that leads nowhere escapes every other rule',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-circular',
      comment: 'two files that need each other are one idea, or lack a third',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'only-own-folders',
      comment:
        'the product is server, client and shared; it knows nothing of tests, scripts or its own output',
      severity: 'error',
      from: { path: '^(?:server|client|shared)/' },
      to: {
        pathNot: ['^(?:server|client|shared)/', 'node_modules/'],
        dependencyTypesNot: ['core', 'unknown'],
      },
    },
    {
      name: 'shared-imports-neither',
      comment: 'shared is what both sides speak: it knows neither',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(?:server|client)/' },
    },
    {
      name: 'shared-only-zod',
      comment:
        'shared runs on the server and in the browser, and every package in it is downloaded by everyone',
      severity: 'error',
      from: { path: '^shared/' },
      to: {
        // What stands of Yjs in shared/sync/ only the lazily loaded half of the client imports.
        pathNot: [
          '^(?:server|client|shared)/',
          'node_modules/(?:zod|@asteasolutions/zod-to-openapi|yjs|lib0)/',
        ],
      },
    },
    {
      name: 'client-not-server',
      comment: 'what the browser runs must not carry server code, and with it what is masked',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/' },
    },
    {
      name: 'client-not-node',
      comment: 'the browser has no Node',
      severity: 'error',
      from: { path: '^client/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-not-client',
      comment: 'client → shared ← server',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^client/' },
    },
    {
      name: 'no-dev-dependencies',
      comment:
        'what the product runs on must be in dependencies; styles are exempt, for the build copies them',
      severity: 'error',
      from: { path: '^(?:server|client|shared)/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg'],
        pathNot: 'node_modules/(?:@utrecht|@nl-design-system-unstable)/.+\\.css$',
      },
    },
    {
      name: 'unknown-capability',
      comment:
        'a new folder in server/ gets its place in the order at the top of .dependency-cruiser.cjs first',
      severity: 'error',
      from: {},
      to: { path: folder(['[^/]+']), pathNot: folder([...CAPABILITIES.flat(), ...AT_THE_TOP]) },
    },
    ...upward,
    {
      name: 'client-unknown-room',
      comment:
        'a new folder in client/ gets its place in the order at the top of .dependency-cruiser.cjs first',
      severity: 'error',
      from: {},
      to: { path: room(['[^/]+']), pathNot: room([...ROOMS.flat(), 'stijl']) },
    },
    ...upwardInClient,
    {
      name: 'through-the-front-door',
      comment: 'a capability is reached only through the file that bears its name: toegang/toegang.ts',
      severity: 'error',
      from: { path: `^server/(${DOMAIN.join('|')})/` },
      to: {
        path: folder(DOMAIN),
        pathNot: ['^server/$1/', ...DOMAIN.map((name) => `^server/${name}/${name}\\.ts$`)],
      },
    },
    {
      name: 'only-app-knows-all',
      comment:
        'beside app.ts, main.ts, demo/ and lijnen/ nothing at the top of server/ puts capabilities together',
      severity: 'error',
      from: { path: '^server/[^/]+$', pathNot: '^server/(?:app|main)\\.ts$' },
      to: { path: [folder([...DOMAIN, ...AT_THE_TOP]), '^server/(?:app|main)\\.ts$'] },
    },
  ],
  options: {
    // TypeScript 7 has no compiler API. Without swc dependency-cruiser sees no imports, and passes.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'browser', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.json', '.css', '.d.ts'],
    },
  },
};
