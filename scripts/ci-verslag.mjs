// A Vitest reporter that writes how a run ended to the file that $CI_VERSLAG names, for scripts/ci-slot.mjs. Vitest's own
// JSON report leaves out the difference between what came and what was expected, and `expected [ …(2) ] to deeply equal []`
// tells nobody what went wrong.
//
//   CI_VERSLAG=report.json npx vitest run --reporter=default --reporter=./scripts/ci-verslag.mjs

import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';

/**
 * What is told of an error: its message, the difference, and where it was thrown.
 *
 * @param {{ message?: string, diff?: string, stacks?: { file: string, line: number }[] }} error
 */
function told({ message = '', diff, stacks = [] }) {
  const at = stacks.map(({ file, line }) => `at ${file}:${line}`);
  return stripVTControlCharacters([message, ...(diff === undefined ? [] : [diff]), ...at].join('\n'));
}

export default class {
  /**
   * @param {ReadonlyArray<import('vitest/node').TestModule>} modules
   * @param {ReadonlyArray<{ message?: string }>} outside errors outside any test
   * @returns {void}
   */
  onTestRunEnd(modules, outside) {
    const path = process.env.CI_VERSLAG;
    if (path === undefined) throw new Error('CI_VERSLAG names no file to write to');
    const testResults = modules.map((module) => ({
      name: module.moduleId,
      project: module.project.name,
      status: module.ok() ? 'passed' : 'failed',
      message: [module, ...module.children.allSuites()]
        .flatMap((suite) => suite.errors().map(told))
        .join('\n'),
      assertionResults: [...module.children.allTests()].map((test) => ({
        fullName: test.fullName,
        status: test.result().state,
        failureMessages: (test.result().errors ?? []).map(told),
      })),
    }));
    /** @param {string} state */
    const withState = (state) =>
      testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === state)
        .length;
    writeFileSync(
      path,
      JSON.stringify({
        numPassedTests: withState('passed'),
        numFailedTests: withState('failed'),
        outside: outside.map(told),
        testResults,
      }),
    );
  }
}
