import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { SessionsView } from '@caas/sessions/caas-sessions.js';
import '@caas/sessions/caas-sessions.js';
import { clickIn, offline } from '../play.js';
import { refusal } from '../../test/support/fetch.js';
import { serve, type Answers } from '../../test/support/people.js';
import { CONSOLE, SDK, SessionsGateway, consoleSession, sdkSession } from '../../test/support/sessions.js';

const origins: Record<string, Answers> = {};
serve(origins);

interface Args {
  tabs: string;
  navigable: boolean;
  readonly: boolean;
  locale: string;
  headingLevel: number;
  view: Partial<SessionsView>;
}

/** A story with a gateway of its own. */
function story(
  name: string,
  gateway: SessionsGateway = new SessionsGateway(),
  more: Answers = {},
  args: Partial<Args> = {},
): StoryObj<Args> {
  const origin = `https://sessions-${name}.caas.example`;
  origins[origin] = gateway.answers(more);
  return {
    args,
    render: ({ tabs, navigable, readonly, locale, headingLevel, view }): TemplateResult =>
      html`<caas-sessions
        api-url=${origin}
        .getToken=${() => 'story'}
        .tabs=${tabs}
        .navigable=${navigable}
        .readonly=${readonly}
        .locale=${locale}
        .headingLevel=${headingLevel}
        .viewState=${view}
      ></caas-sessions>`,
  };
}

const meta: Meta<Args> = {
  title: 'Elements/Sessions',
  component: 'caas-sessions',
  args: { tabs: 'console sdk', navigable: true, readonly: false, locale: '', headingLevel: 2, view: {} },
};
export default meta;

const sdk: Partial<Args> = { view: { tab: 'sdk' } };
const never = (): Promise<never> => new Promise(() => undefined);

/** Members in the console; the session of this page stands first. */
export const Console = story('console');

/** End users of the company. */
export const EndUsers = story('sdk', new SessionsGateway(), {}, sdk);

/** In a page of the company: no tabs, end users alone. */
export const Embedded = story('embedded', new SessionsGateway('embed'), {}, { tabs: 'sdk', navigable: false });

export const Loading = story('loading', new SessionsGateway(), { [CONSOLE]: never });

const empty = new SessionsGateway();
empty.sdk = [];
/** Nobody is there: the empty state. */
export const Nobody = story('nobody', empty, {}, sdk);

/** Nothing matches the search. */
export const NoMatch = story('no-match', new SessionsGateway(), {}, { view: { tab: 'sdk', q: 'nobody' } });

const many = new SessionsGateway();
many.sdk = Array.from({ length: 1284 }, (_, n) => sdkSession(`driver-${n}`, { connected: n % 3 === 0 }));
/** More than a page holds. */
export const Many = story('many', many, {}, sdk);

/** A session that could not be ended goes on, with the reason. */
export const NotEnded: StoryObj<Args> = (() => {
  const gateway = new SessionsGateway();
  gateway.console = gateway.console.slice(0, 2);
  const target = gateway.console[1]?.id ?? '';
  return story('not-ended', gateway, { [`DELETE /api/v1/sessions/${target}`]: refusal(503, 'unavailable') });
})();

/** Asks before all others end. */
export const EndOthers: StoryObj<Args> = {
  ...story('end-others'),
  play: ({ canvasElement }) => clickIn(canvasElement, 'End all 3 other sessions'),
};

/** Who the caller is could be read, the sessions could not. */
export const Failing = story('failing', new SessionsGateway(), { [CONSOLE]: refusal(400, 'invalid_request') });

/** The right to see them is missing. */
export const Forbidden = story(
  'forbidden',
  new SessionsGateway('embed'),
  { [SDK]: refusal(403, 'forbidden', { needs: 'sessions:read' }) },
  { tabs: 'sdk' },
);

/** Developers see all sessions, and end their own alone. */
export const ReadOnlyRole = story('developer', new SessionsGateway('developer'));

/** Viewers have their own sessions and nothing else. */
export const OwnOnly = story('viewer', new SessionsGateway('viewer'));

/** Shown without any action. */
export const ReadOnly = story('readonly', new SessionsGateway(), {}, { readonly: true });

/** What is known stays; nothing can be ended. */
export const Offline: StoryObj<Args> = { ...story('offline'), ...offline };

const hostile = new SessionsGateway();
hostile.console = [
  consoleSession({
    current: true,
    user: { id: 'u', name: '🔑'.repeat(60), email: 'a@b.example' },
    place: 'ש'.repeat(80),
  }),
  consoleSession({
    device: 'x'.repeat(60),
    browser: '<b>bold</b>',
    user: { id: 'u', name: null, email: `${'long'.repeat(50)}@b.example` },
  }),
];
/** Names and devices made to break the layout. */
export const Hostile = story('hostile', hostile);

/** Neither an address nor a provider around it. */
export const NotSetUp: StoryObj<Args> = { render: () => html`<caas-sessions></caas-sessions>` };

export const German = story('german', new SessionsGateway(), {}, { locale: 'de' });
