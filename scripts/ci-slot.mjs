// The closing line of a CI run, for a host that reads one: `N passed, N failed`, from Vitest's JSON report.
//
//   node scripts/ci-slot.mjs <report.json> <exit status of the test run>
//
// Ends with 1 when anything failed or nothing ran.

import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ status: string, assertionResults: { status: string }[] }} TestFile
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
  const { passed, failed } = count(readReport(path), Number(exitStatus));
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}
