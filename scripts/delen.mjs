// In which files the build puts the client: few and whole ones where people wait, for each file costs what it takes to
// name it, and compresses by itself.

/** @typedef {{ isEntry: boolean, importers: readonly string[], dynamicImporters: readonly string[] }} Module */
/** @typedef {{ getModuleInfo(id: string): Module | null }} Graaf */

const BORD = /\/client\/bord\/bord\.ts$/;
const RAAM = /\/client\/(?:index\.html|main\.ts)$/;
/** What begins the page is a file of its own: Vite takes away one that only imports others. */
const BEGIN = /\/client\/(?:index\.html$|main\.ts$|app\/)/;

/**
 * Through what a page begins to need a module: the frame, or what is loaded when it is needed.
 * @param {string} id
 * @param {Graaf} graaf
 * @returns {readonly string[]} ids
 */
function beginnersVan(id, graaf) {
  const gezien = new Set([id]);
  const beginners = [];
  for (const dit of gezien) {
    const module = graaf.getModuleInfo(dit);
    if (module === null) continue;
    if (module.isEntry || module.dynamicImporters.length > 0) beginners.push(dit);
    for (const ander of module.importers) gezien.add(ander);
  }
  return beginners;
}

/** @type {(past: (beginners: readonly string[]) => boolean, naam: string) => (id: string, graaf: Graaf) => string | null} */
const noem = (past, naam) => (id, graaf) =>
  !id.endsWith('.css') && !BEGIN.test(id) && past(beginnersVan(id, graaf)) ? naam : null;

/** For Vite, `build.rollupOptions.output`. */
export const DELEN = {
  /** Groups of modules that go by who needs them have all their names in theirs. @param {{ name: string }} deel */
  chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
  codeSplitting: {
    includeDependenciesRecursively: false,
    groups: [
      // What stands around every screen.
      { debugName: 'raam', name: noem((beginners) => beginners.some((een) => RAAM.test(een)), 'raam') },
      // What the board shares with other screens and with what comes after it.
      {
        debugName: 'gedeeld',
        name: noem((beginners) => beginners.length > 1 && beginners.some((een) => BORD.test(een)), 'gedeeld'),
        entriesAware: true,
        // Also what comes after the board shares it with other screens: in pieces it compresses a kB worse.
        entriesAwareMergeThreshold: 100_000,
      },
    ],
  },
};
