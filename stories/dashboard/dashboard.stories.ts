import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '@caas/dashboard/caas-dashboard.js';
import { offline } from '../play.js';
import { refusal } from '../../test/support/fetch.js';
import { AUDIT, DASHBOARD, dashboardAnswers, expiring, figures, noCalls } from '../../test/support/figures.js';
import { serve, type Answers } from '../../test/support/people.js';

const origins: Record<string, Answers> = {};
serve(origins);

interface Args {
  navigable: boolean;
  readonly: boolean;
  locale: string;
  headingLevel: number;
}

/** A story with a gateway of its own. */
function story(name: string, answers: Answers, args: Partial<Args> = {}): StoryObj<Args> {
  const origin = `https://dashboard-${name}.caas.example`;
  origins[origin] = answers;
  return {
    args,
    render: ({ navigable, readonly, locale, headingLevel }): TemplateResult =>
      html`<caas-dashboard
        api-url=${origin}
        .getToken=${() => 'story'}
        .navigable=${navigable}
        .readonly=${readonly}
        .locale=${locale}
        .headingLevel=${headingLevel}
      ></caas-dashboard>`,
  };
}

const meta: Meta<Args> = {
  title: 'Elements/Dashboard',
  component: 'caas-dashboard',
  args: { navigable: true, readonly: false, locale: '', headingLevel: 2 },
};
export default meta;

export const Filled = story('filled', dashboardAnswers());

/** Nobody has called yet. */
export const Empty = story('empty', dashboardAnswers({ data: noCalls(), events: [] }));

export const Loading = story('loading', {
  ...dashboardAnswers(),
  [DASHBOARD]: () => new Promise(() => undefined),
  [AUDIT]: () => new Promise(() => undefined),
});

/** The audit log fails, the rest works. */
export const PartlyFailing = story('partly', { ...dashboardAnswers(), [AUDIT]: refusal(400, 'invalid_request') });

export const Failing = story('failing', {
  ...dashboardAnswers(),
  [DASHBOARD]: refusal(400, 'invalid_request'),
  [AUDIT]: refusal(400, 'invalid_request'),
});

/** A viewer sees no audit log and creates no keys. */
export const ReadOnly = story('readonly', dashboardAnswers({ role: 'viewer' }));

/** Figures stay, and say since when. */
export const Offline: StoryObj<Args> = { ...story('offline', dashboardAnswers()), ...offline };

/** All keys of the plan are in use. */
export const QuotaReached = story(
  'quota',
  dashboardAnswers({
    data: figures({
      keys: { live: 10, used_24h: 9, limit_allowed: 10 },
      attention: [
        {
          ...expiring(),
          code: 'quota_near',
          title: 'API keys are nearly used up',
          resource: null,
          data: { used: 10, limit: 10 },
        },
        expiring(),
      ],
    }),
  }),
);

/** Neither an address nor a provider around it. */
export const NotSetUp: StoryObj<Args> = { render: () => html`<caas-dashboard></caas-dashboard>` };

/** In a page that follows no links. */
export const Embedded = story('embedded', dashboardAnswers(), { navigable: false });

export const German = story('german', dashboardAnswers(), { locale: 'de' });
