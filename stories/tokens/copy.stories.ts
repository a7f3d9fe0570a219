import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { page, section, table } from './page.js';

const meta: Meta = { title: 'Tokens/Copy rules', parameters: { controls: { disable: true } } };
export default meta;

const RULES = [
  'Plain and short, in the second person, in sentence case.',
  'No exclamation marks, no “please”, no “oops”, no apologies.',
  'A button names the thing and the effect.',
  'An error says what happened, what to do, and the request’s id.',
  'A text that asks for a decision says what will happen, to whom, and whether it can be undone.',
  'Dates, numbers and durations come from the reader’s locale; relative time for a week, then the date.',
  'Every text stands in a catalogue, and a text 40 % longer still fits.',
];

const PAIRS: readonly [instead: string, write: string][] = [
  ['Confirm', 'Promote secondary key'],
  ['Are you sure you want to delete this item?', 'Delete “Build server”? Calls with this key fail at once.'],
  ['Oops! Something went wrong. Please try again later.', 'The keys could not be loaded. Try again. Request req_7Q2M.'],
  ['You don’t have permission!', 'Viewer access. Ask an admin to change keys.'],
  ['MFA', 'Two-factor'],
  ['03/04/26', '4 Mar 2026'],
  ['3941207 requests', '3.94 M calls'],
];

const WORDS: readonly [word: string, means: string][] = [
  ['create, delete', 'Things are made and destroyed. What is deleted is gone.'],
  ['add, remove', 'Links between things that live on.'],
  ['revoke', 'A key stops working and stays listed.'],
  ['rotate', 'A secondary key is made beside a primary; both work.'],
  ['promote', 'The secondary becomes the primary; the old key retires after its overlap.'],
  ['key', 'Not “token”, not “credential”, not “API token”.'],
  ['allowed IP, allowed origin', 'Not “whitelist entry”, not “CORS”.'],
  ['session', 'A signed-in member or a connected app, as the page says.'],
];

export const CopyRules: StoryObj = {
  render: () =>
    page(
      'Copy rules',
      'One word for one thing, in button, event, route, table and log.',
      section(
        'Rules',
        html`<ul>
          ${RULES.map((rule) => html`<li>${rule}</li>`)}
        </ul>`,
      ),
      section(
        'Write this',
        table(
          'Texts to avoid and to write',
          ['Instead of', 'Write'],
          PAIRS.map(
            ([instead, write]) =>
              html`<tr>
                <td class="muted">${instead}</td>
                <td>${write}</td>
              </tr>`,
          ),
        ),
      ),
      section(
        'Words',
        table(
          'Words and what they mean',
          ['Word', 'Means'],
          WORDS.map(
            ([word, means]) =>
              html`<tr>
                <td><strong>${word}</strong></td>
                <td>${means}</td>
              </tr>`,
          ),
        ),
      ),
    ),
};
