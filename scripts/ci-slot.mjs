// The end of a CI run, from the report of scripts/ci-verslag.mjs: what failed, each with the head of its message, and as the
// last line, for a host that reads one, `N passed, N failed`. Of a long output often only the end is kept, and of a property
// test the first lines say which run failed and how to repeat it.
//
//   node scripts/ci-slot.mjs <report.json> <exit status of the test run> [<report.json> <exit status> of what ran again]
//   node scripts/ci-slot.mjs --again <report.json>   prints the files to run again, one a line: decision 0033
//
// Ends with 1 when anything failed or nothing ran. What failed once and held when it ran again is printed as that.

import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ status: string, fullName?: string, failureMessages?: string[] }} TestResult
 * @typedef {{ status: string, name?: string, project?: string, message?: string, assertionResults: TestResult[] }} TestFile
 * @typedef {{ numPassedTests: number, numFailedTests: number, outside?: string[], testResults: TestFile[] }} Report
 */

/**
 * @param {Report | null} report null when the run left none
 * @param {number} exitStatus
 */
export function count(report, exitStatus) {
  const passed = report?.numPassedTests ?? 0;
  // A file that does not load has no tests in the report, and a failing hook fails none: each counts as one.
  const brokenFiles = (report?.testResults ?? []).filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = (report?.numFailedTests ?? 0) + brokenFiles;
  // An error outside any test shows only in the exit status; nothing run is a failure as well.
  const failedUnseen = failed === 0 && (exitStatus !== 0 || passed === 0);
  return { passed, failed: failedUnseen ? 1 : failed };
}

/** So many lines of a message, and so many characters of each. */
const LINES = 24;
const COLUMNS = 600;

/** @param {string} message */
function head(message) {
  return message
    .split('\n')
    .slice(0, LINES)
    .map((line) => `    ${line.slice(0, COLUMNS)}`)
    .join('\n');
}

/**
 * What failed: each test with the head of its message, and each file that did not load.
 *
 * @param {Report | null} report
 */
export function failures(report) {
  const outside = (report?.outside ?? []).map((message) => `outside any test\n${head(message)}`);
  const inside = (report?.testResults ?? []).flatMap((file) => {
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0)
      return file.status === 'failed' ? [`${file.name}\n${head(file.message ?? '')}`] : [];
    return failed.map(
      (test) => `${file.name}: ${test.fullName}\n${(test.failureMessages ?? []).map(head).join('\n')}`,
    );
  });
  return [...outside, ...inside];
}

/** More files than this that fail are no bad luck. */
const MOST_AGAIN = 3;

/**
 * Which files may run once more, alone (decision 0033): those of the browser, when nothing else failed and they are few.
 *
 * @param {Report | null} report
 * @returns {string[]} their paths; none when the run stays as it is
 */
export function again(report) {
  const failed = (report?.testResults ?? []).filter(
    ({ status, assertionResults }) =>
      status === 'failed' || assertionResults.some((test) => test.status === 'failed'),
  );
  if ((report?.outside ?? []).length > 0) return [];
  if (failed.length > MOST_AGAIN || failed.some(({ project }) => project !== 'browser')) return [];
  return failed.flatMap(({ name }) => name ?? []);
}

/**
 * A run of which some files ran again: of those, what came of the second time.
 *
 * @param {Report} first
 * @param {Report | null} second null when it left none: then the first stands
 * @returns {Report}
 */
export function merged(first, second) {
  const anew = new Map((second?.testResults ?? []).map((file) => [file.name, file]));
  const testResults = first.testResults.map((file) => anew.get(file.name) ?? file);
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    numPassedTests: tests.filter(({ status }) => status === 'passed').length,
    numFailedTests: tests.filter(({ status }) => status === 'failed').length,
    testResults,
  };
}

/** @param {string} path @returns {Report | null} */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** @param {string[]} args @returns {number} the exit status */
function main(args) {
  if (args[0] === '--again') {
    process.stdout.write(
      again(readReport(args[1] ?? ''))
        .map((path) => `${path}\n`)
        .join(''),
    );
    return 0;
  }
  const [path = '', exitStatus = '1', pathAgain, exitStatusAgain = '1'] = args;
  const first = readReport(path);
  if (first === null || pathAgain === undefined) return close(first, Number(exitStatus));
  for (const one of failures(first)) process.stdout.write(`\nFAILED, and ran again alone: ${one}\n`);
  return close(merged(first, readReport(pathAgain)), Number(exitStatusAgain));
}

/** @param {Report | null} report @param {number} exitStatus @returns {number} the exit status */
function close(report, exitStatus) {
  const { passed, failed } = count(report, exitStatus);
  for (const one of failures(report)) process.stdout.write(`\nFAILED ${one}\n`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  process.exitCode = main(process.argv.slice(2));
