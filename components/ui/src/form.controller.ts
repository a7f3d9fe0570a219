import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { toApiError, type ApiError } from '@caas/base/errors.js';
import { fieldId } from './field.js';
import { icon } from './icon.js';
import { triangleAlert } from './icons.js';
import { text } from './messages.forms.js';

type Name<T> = keyof T & string;
type Errors<T> = Partial<Record<Name<T>, string>>;
/** One field of a refused request, as the gateway names it. */
export type FieldError = NonNullable<NonNullable<ApiError['problem']>['errors']>[number];

/** What a form starts with and how it judges its values. */
export interface FormOptions<T> {
  values: T;
  /** Texts for the fields that are wrong, in the order of the fields; called often, so without side effects. */
  validate?: (values: T) => Errors<T>;
  /** The field a refused request path belongs to; the path itself, or its first segment, where absent. */
  fieldOf?: (path: string) => Name<T> | null;
  /** A localized text for one refused field; the gateway's own message where it gives null. */
  fieldText?: (error: FieldError) => string | null;
  /** A localized text for a refusal of the whole form; the gateway's own message where it gives null. */
  errorText?: (error: ApiError) => string | null;
}

/** What went wrong with the whole form. */
export interface FormError {
  text: string;
  requestId: string | null;
}

/**
 * Holds a form's values and says what is wrong when it helps: on blur after a change, on every keystroke once a field is in error, all of it on
 * submit. Never disables submit for validity. Maps a refused request to its fields.
 */
export class FormController<T extends object> implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: FormOptions<T>;
  #initial: T;
  #values: T;
  #errors: Errors<T> = {};
  #formError: FormError | null = null;
  #refusal: ApiError | null = null;
  #busy = false;
  readonly #touched = new Set<Name<T>>();

  constructor(host: LitElement, options: FormOptions<T>) {
    this.#host = host;
    this.#options = options;
    this.#initial = options.values;
    this.#values = options.values;
    host.addController(this);
  }

  hostConnected(): void {} // a controller needs a hook; the values outlive a move of their element

  get values(): Readonly<T> {
    return this.#values;
  }

  /** The shown errors by field. */
  get errors(): Readonly<Errors<T>> {
    return this.#errors;
  }

  get formError(): FormError | null {
    return this.#formError;
  }

  /** What refused the last submit; null where it went through, or was never sent. */
  get refusal(): ApiError | null {
    return this.#refusal;
  }

  /** Fields that were changed since the last reset, or since they were refused. */
  get touched(): ReadonlySet<Name<T>> {
    return this.#touched;
  }

  /** A submit is under way. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Some value differs from what the form started with. */
  get dirty(): boolean {
    return (Object.keys(this.#values) as Name<T>[]).some((name) => !same(this.#values[name], this.#initial[name]));
  }

  /** Takes a new value, as typed. */
  set<K extends Name<T>>(name: K, value: T[K]): void {
    this.#values = { ...this.#values, [name]: value };
    this.#touched.add(name);
    if (this.#errors[name] !== undefined) this.#judge(name);
    this.#host.requestUpdate();
  }

  /** Gives a field a value nobody typed, such as none after a refused secret: leaving it is no reason to judge it. */
  put<K extends Name<T>>(name: K, value: T[K]): void {
    this.#values = { ...this.#values, [name]: value };
    this.#touched.delete(name);
    this.#host.requestUpdate();
  }

  /** Judges a field that was left, if it was changed. */
  blur(name: Name<T>): void {
    if (!this.#touched.has(name)) return;
    this.#judge(name);
    this.#host.requestUpdate();
  }

  /** Name, value, error and handlers of a text field, to spread into `field({...form.bind('email'), label})`. */
  bind<K extends Name<T>>(
    name: K,
  ): { name: K; value: T[K]; error: string | undefined; onInput: (value: T[K]) => void; onBlur: () => void } {
    return {
      name,
      value: this.#values[name],
      error: this.#errors[name],
      onInput: (value) => this.set(name, value),
      onBlur: () => this.blur(name),
    };
  }

  /** The same for a control that is decided at once: select, radio group; and checkbox, with `checked: form.values.x` and a `value` of its own. */
  choose<K extends Name<T>>(
    name: K,
  ): { name: K; value: T[K]; error: string | undefined; onChange: (value: T[K]) => void } {
    return {
      name,
      value: this.#values[name],
      error: this.#errors[name],
      onChange: (value) => {
        this.set(name, value);
        this.blur(name);
      },
    };
  }

  /** Back to the first values, or on to new ones. */
  reset(values: T = this.#initial): void {
    this.#initial = values;
    this.#values = values;
    this.#errors = {};
    this.#formError = null;
    this.#touched.clear();
    this.#host.requestUpdate();
  }

  /** Shows errors that were found elsewhere; each stays until its field is changed. */
  fail(errors: Errors<T>, formError: FormError | null = null): void {
    this.#errors = errors;
    for (const name of Object.keys(errors) as Name<T>[]) this.#touched.delete(name);
    this.#formError = formError;
    this.#host.requestUpdate();
    void this.#focusFirst();
  }

  /**
   * Judges everything, then runs the write once. Gives true when it went through; a refusal stands in `errors` and `formError`.
   * Errors that aren't answers of the gateway are shown too.
   */
  async submit(run: (values: T) => Promise<unknown>, event?: Event): Promise<boolean> {
    event?.preventDefault();
    if (this.#busy) return false;
    this.#refusal = null;
    const errors = this.#options.validate?.(this.#values) ?? {};
    if (Object.values(errors).some(Boolean)) {
      this.fail(errors);
      return false;
    }
    this.#errors = {};
    this.#formError = null;
    this.#busy = true;
    this.#host.requestUpdate();
    try {
      await run(this.#values);
      this.#initial = this.#values;
      this.#touched.clear();
      return true;
    } catch (cause) {
      this.#refusal = toApiError(cause);
      this.#refuse(this.#refusal);
      return false;
    } finally {
      this.#busy = false;
      this.#host.requestUpdate();
    }
  }

  #judge(name: Name<T>): void {
    const { [name]: _, ...others } = this.#errors;
    const error = this.#options.validate?.(this.#values)[name];
    this.#errors = (error ? { ...others, [name]: error } : others) as Errors<T>;
  }

  #refuse(error: ApiError): void {
    const { fieldOf, fieldText, errorText } = this.#options;
    const errors: Errors<T> = {};
    const rest: string[] = [];
    for (const fault of error.problem?.errors ?? []) {
      const name = fieldOf ? fieldOf(fault.path) : this.#named(fault.path);
      const message = fieldText?.(fault) ?? fault.message;
      if (name) errors[name] ??= message;
      else rest.push(message);
    }
    const mapped = Object.keys(errors).length > 0 && rest.length === 0;
    const whole = errorText?.(error) ?? (rest.length > 0 ? rest.join(' ') : (error.problem?.detail ?? error.message));
    this.fail(errors, mapped ? null : { text: whole, requestId: error.requestId });
  }

  #named(path: string): Name<T> | null {
    const name = [path, path.split('.')[0] ?? ''].find((part) => Object.hasOwn(this.#values, part));
    return (name as Name<T> | undefined) ?? null;
  }

  /** Moves to a field, by its name. */
  focus(name: string): void {
    const found = this.#host.renderRoot.querySelector<HTMLElement>(
      `#${CSS.escape(fieldId(name))}, [name="${CSS.escape(name)}"]`,
    );
    found?.focus();
  }

  async #focusFirst(): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"], [name][error]:not([error=""])')?.focus();
  }
}

function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => Object.is(item, other[index]));
  return Object.is(one, other);
}

/** With three errors or more, a list of them that leads to the fields. For the top of a form; needs `controls` and `fieldStyles`. */
export function errorSummary<T extends object>(form: FormController<T>): TemplateResult | typeof nothing {
  const errors = Object.entries<string | undefined>(form.errors).filter(([, message]) => message);
  if (errors.length < 3) return nothing;
  const go = (event: Event, name: string) => {
    event.preventDefault(); // the address bar is the host page's
    form.focus(name);
  };
  return html`<div class="note danger" role="group" aria-label=${text('summary')}>
    <span class="ic-danger">${icon(triangleAlert)}</span>
    <div>
      <b>${text('summary')}</b>
      <ul>
        ${errors.map(([name, message]) => html`<li><a href="#${fieldId(name)}" @click=${(event: Event) => go(event, name)}>${message}</a></li>`)}
      </ul>
    </div>
  </div>`;
}

/** What went wrong with the whole form, with the request id. For the place above the buttons; announced when it appears; needs `controls`. */
export function formAlert<T extends object>(form: FormController<T>): TemplateResult {
  const error = form.formError;
  return html`<div role="alert">
    ${
      error
        ? html`<div class="note danger">
            <span class="ic-danger">${icon(triangleAlert)}</span>
            <div>
              ${error.text}${error.requestId ? html` <span class="muted">${text('requestId')} <span class="mono">${error.requestId}</span></span>` : nothing}
            </div>
          </div>`
        : nothing
    }
  </div>`;
}
