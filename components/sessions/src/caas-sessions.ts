import { define } from '@caas/base/define.js';
import type { BeforeDetail } from '@caas/base/events.js';
import { Sessions } from './sessions.js';
import type { SessionEventDetail, SessionsEventDetail } from './sessions.data.js';

export { Sessions };
export type {
  SessionEventDetail,
  SessionKind,
  SessionsEventDetail,
  SessionsView,
  ViewChangedEvent,
} from './sessions.data.js';

define('caas-sessions', Sessions);

declare global {
  interface HTMLElementTagNameMap {
    'caas-sessions': Sessions;
  }
  interface HTMLElementEventMap {
    'caas-session-ended': CustomEvent<SessionEventDetail>;
    'caas-sessions-ended': CustomEvent<SessionsEventDetail>;
    'caas-before-session-end': CustomEvent<BeforeDetail<SessionEventDetail>>;
    'caas-before-sessions-end': CustomEvent<BeforeDetail<SessionsEventDetail>>;
  }
}
