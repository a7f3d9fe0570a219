import { define } from '@caas/base/define.js';
import { SignInReport } from './sign-in-report.js';

export { SignInReport };
export type { SessionReportedEvent } from './sign-in-report.js';

define('caas-sign-in-report', SignInReport);

declare global {
  interface HTMLElementTagNameMap {
    'caas-sign-in-report': SignInReport;
  }
}
