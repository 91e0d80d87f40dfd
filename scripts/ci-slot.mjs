// The end of a CI run, from Vitest's JSON report: what failed, each with the head of its message, and as the last line,
// for a host that reads one, `N passed, N failed`. Of a long output often only the end is kept, and of a property test the
// first lines say which run failed and how to repeat it.
//
//   node scripts/ci-slot.mjs <report.json> <exit status of the test run>
//
// Ends with 1 when anything failed or nothing ran.

import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ status: string, fullName?: string, failureMessages?: string[] }} TestResult
 * @typedef {{ status: string, name?: string, message?: string, assertionResults: TestResult[] }} TestFile
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults: TestFile[] }} Report
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
  return (report?.testResults ?? []).flatMap((file) => {
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0)
      return file.status === 'failed' ? [`${file.name}\n${head(file.message ?? '')}`] : [];
    return failed.map(
      (test) => `${file.name}: ${test.fullName}\n${(test.failureMessages ?? []).map(head).join('\n')}`,
    );
  });
}

/** @param {string} path @returns {Report | null} */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [, , path = '', exitStatus = '1'] = process.argv;
  const report = readReport(path);
  const { passed, failed } = count(report, Number(exitStatus));
  for (const one of failures(report)) process.stdout.write(`\nFAILED ${one}\n`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}
