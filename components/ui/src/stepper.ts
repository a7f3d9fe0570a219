import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Localize } from '@caas/base/localize.js';
import { icon, iconStyles } from './icon.js';
import { check } from './icons.js';
import { forms } from './messages.forms.js';
import { styles } from './stepper.styles.js';

/** One step of a process. */
export interface Step {
  label: string;
  /** What happened, happens or will happen: one short line. */
  detail?: string | TemplateResult;
  state: 'done' | 'current' | 'todo';
}

/**
 * Shows where a process of a few steps stands. Below 620 px of its own width: a bar and the current step.
 *
 * @element caas-stepper
 * @csspart base - The list of steps.
 * @csspart step - One step.
 * @example <caas-stepper label="Rotation" .steps=${[{ label: 'Test it', state: 'current' }]}></caas-stepper>
 */
export class Stepper extends LitElement {
  static override styles = [iconStyles, styles];

  /** The steps in order. */
  @property({ attribute: false }) steps: readonly Step[] = [];
  /** What process it is, for assistive technology. */
  @property() label = '';

  readonly #localize = new Localize(this, forms);

  protected override render(): TemplateResult {
    return html`<ol part="base" aria-label=${this.label || nothing}>
      ${this.steps.map((step, index) => this.#renderStep(step, index))}
    </ol>`;
  }

  #renderStep(step: Step, index: number): TemplateResult {
    const done = step.state === 'done';
    const number = this.#localize.format.number(index + 1);
    return html`<li class=${step.state} part="step" aria-current=${step.state === 'current' ? 'step' : nothing}>
      <span class="st"
        ><span class="n">${done ? icon(check, 12) : number}</span
        ><span
          >${step.label}${done ? html`<span class="vh"> (${this.#localize.text('done')})</span>` : nothing}</span
        ></span
      >
      ${step.detail ? html`<p class="detail">${step.detail}</p>` : nothing}
    </li>`;
  }
}
