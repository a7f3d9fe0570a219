import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { define } from '@caas/base/define.js';
import { ApiError } from '@caas/base/errors.js';
import { controls } from '@caas/ui/controls.styles.js';
import { checkbox, checkboxStyles } from '@caas/ui/checkbox.js';
import { field, fieldStyles } from '@caas/ui/field.js';
import { FormController, errorSummary, formAlert } from '@caas/ui/form.controller.js';
import { clickIn, sendIn } from '../play.js';

const EMPTY = { company: '', email: '', password: '', agreed: false };

/** A form as an element writes one: the controller holds the values and judges them, the templates show them. */
class StoryForm extends LitElement {
  static override styles = [
    controls,
    fieldStyles,
    checkboxStyles,
    css`
      form {
        display: grid;
        gap: var(--caas-space-4);
      }
    `,
  ];

  /** What the gateway answers. */
  answer: () => Promise<unknown> = () => Promise.resolve();

  readonly #form = new FormController<typeof EMPTY>(this, {
    values: EMPTY,
    validate: ({ company, email, password, agreed }) => ({
      ...(company.length < 2 && { company: 'Enter at least 2 characters.' }),
      ...(!email.includes('@') && { email: 'Enter an address like ada@example.com.' }),
      ...(password.length < 8 && { password: 'Use at least 8 characters.' }),
      ...(!agreed && { agreed: 'Agree to the terms.' }),
    }),
  });

  override render(): TemplateResult {
    const form = this.#form;
    return html`<form novalidate @submit=${this.#onSubmit}>
      ${errorSummary(form)} ${field({ ...form.bind('company'), label: 'Company name' })}
      ${field({ ...form.bind('email'), label: 'Work email', type: 'email' })}
      ${field({ ...form.bind('password'), label: 'Password', type: 'password' })}
      ${checkbox({ ...form.choose('agreed'), checked: form.values.agreed, value: 'yes', label: 'I agree to the terms' })}
      ${formAlert(form)}
      <div>
        <button class="btn primary" type="submit" aria-busy=${form.busy}>Create account</button>
      </div>
    </form>`;
  }

  readonly #onSubmit = (event: Event): void => void this.#form.submit(this.answer, event);
}
define('story-form', StoryForm);

const FILLED = { company: 'Harborline', email: 'wren@harborline.example', password: 'nine grey harbours' };

const meta: Meta = { title: 'Kit/Form', parameters: { controls: { disable: true } } };
export default meta;

type Story = StoryObj;

const form = (answer?: () => Promise<unknown>): TemplateResult =>
  html`<story-form
    style="display: block; max-inline-size: 400px"
    .answer=${answer ?? (() => Promise.resolve())}
  ></story-form>`;

/** Submit is never disabled for validity. */
export const Filled: Story = { render: () => form() };

/** One error: the field says how to put it right. */
export const OneError: Story = {
  render: () => form(),
  play: ({ canvasElement }) => sendIn(canvasElement, 'story-form', { ...FILLED, email: 'wren', agreed: true }),
};

/** Three errors or more: a list of them leads to the fields, and the first field has the focus. */
export const WithSummary: Story = {
  render: () => form(),
  play: ({ canvasElement }) => clickIn(canvasElement, 'Create account'),
};

/** The gateway refused one field; the error stands at it. */
export const FieldRefused: Story = {
  render: () => form(() => Promise.reject(refused('email', 'This email already has an account.'))),
  play: ({ canvasElement }) => sendIn(canvasElement, 'story-form', { ...FILLED, agreed: true }),
};

/** The gateway refused all of it: what happened stands above the button, with the id to ask about. */
export const Refused: Story = {
  render: () => form(() => Promise.reject(refused(null, 'Registration is by invitation only.'))),
  play: ({ canvasElement }) => sendIn(canvasElement, 'story-form', { ...FILLED, agreed: true }),
};

/** On its way: the button keeps its width and ignores further clicks. */
export const Busy: Story = {
  render: () => form(() => new Promise(() => undefined)),
  play: ({ canvasElement }) => sendIn(canvasElement, 'story-form', { ...FILLED, agreed: true }),
};

/** A refusal as the gateway words it: of one field, or of all of it. */
function refused(path: string | null, detail: string): ApiError {
  const problem = {
    type: '/docs/errors/invalid_request',
    title: 'The request is not valid',
    status: 400,
    code: 'invalid_request',
    detail,
    request_id: 'req_01JC3YV0Q7',
    ...(path !== null && { errors: [{ path, code: 'refused', message: detail }] }),
  };
  return new ApiError(problem.code, detail, { status: 400, requestId: problem.request_id, problem });
}
