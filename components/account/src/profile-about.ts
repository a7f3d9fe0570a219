import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { codePoints } from '@caas/contract/text.js';
import { toApiError } from '@caas/base/errors.js';
import { initials } from '@caas/ui/avatar.js';
import { field } from '@caas/ui/field.js';
import { FormController, formAlert } from '@caas/ui/form.controller.js';
import { select } from '@caas/ui/select.js';
import { savePicture, saveProfile, type Profile } from './profile.data.js';
import { ProfilePart } from './profile-part.js';

/** What can be changed here; empty texts stand for "as the browser says". */
type Values = { name: string; locale: string; timezone: string };
const MAX_NAME = 100;

/** Picture, name, language and time zone. */
export class ProfileAbout extends ProfilePart {
  @state() private busy = false;
  @state() private pictureFault = '';
  @state() private pictureSaid = '';
  @state() private conflict = false;

  readonly #form = new FormController<Values>(this, {
    values: { name: '', locale: '', timezone: '' },
    validate: ({ name }) => ({
      name: codePoints(name.trim()) > MAX_NAME ? this.texts.text('nameLong') : undefined,
    }),
    errorText: (error) => this.explain(error),
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // What somebody is typing stays, whatever a refresh brings.
    if (changed.has('profile') && this.profile && !this.#form.dirty) this.#form.reset(valuesOf(this.profile));
  }

  protected override get heading(): string {
    return this.texts.text('about');
  }

  protected override renderBody(profile: Profile): TemplateResult {
    const { texts } = this;
    const form = this.#form;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return html`${this.#renderPicture(profile)}
      <form novalidate @submit=${(event: Event) => this.#onSubmit(event, profile)}>
        ${field({ ...form.bind('name'), label: texts.text('name'), autocomplete: 'name', optional: true })}
        ${select({
          ...form.choose('locale'),
          label: texts.text('language'),
          options: [
            { value: '', label: texts.text('languageAuto') },
            { value: 'en', label: texts.text('languageEn') },
            { value: 'de', label: texts.text('languageDe') },
          ],
        })}
        ${select({
          ...form.choose('timezone'),
          label: texts.text('timeZone'),
          options: [
            { value: '', label: texts.text('timeZoneAuto', zone) },
            ...zones(form.values.timezone).map((value) => ({ value, label: value.replaceAll('_', ' ') })),
          ],
        })}
        <div role="status">${this.conflict ? html`<div class="note">${texts.text('conflict')}</div>` : nothing}</div>
        ${formAlert(form)} ${this.renderSubmit(texts.text('save'), form.busy, 'primary')}
        ${
          form.dirty
            ? html`<div class="line">
                <span class="muted">${texts.text('unsaved')}</span>
                <button class="btn ghost sm" type="button" @click=${() => this.#discard(profile)}>
                  ${texts.text('discard')}
                </button>
              </div>`
            : nothing
        }
      </form>`;
  }

  #renderPicture(profile: Profile): TemplateResult {
    const { texts, client } = this;
    const src = profile.avatar_url && client ? new URL(profile.avatar_url, client.url || location.href).href : '';
    return html`<div class="picture" role="group" aria-label=${texts.text('picture')}>
      ${src ? html`<img src=${src} alt="" width="64" height="64" />` : html`<span class="none" aria-hidden="true">${initials(profile.name ?? profile.email)}</span>`}
      <div>
        <div class="actions">
          <button
            class="btn default sm"
            type="button"
            aria-busy=${this.busy ? 'true' : nothing}
            @click=${() => this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click()}
          >
            ${texts.text('choosePicture')}
          </button>
          ${src ? html`<button class="btn ghost sm" type="button" @click=${() => void this.#setPicture(null)}>${texts.text('removePicture')}</button>` : nothing}
          <input
            type="file"
            hidden
            accept="image/png,image/jpeg,image/webp"
            aria-label=${texts.text('choosePicture')}
            @change=${this.#onFile}
          />
          <span role="status" class="said">${this.pictureSaid}</span>
        </div>
        <small>${texts.text('pictureHint')}</small>
        <div role="alert">
          ${this.pictureFault ? html`<div class="note danger">${this.pictureFault}</div>` : nothing}
        </div>
      </div>
    </div>`;
  }

  #discard(profile: Profile): void {
    this.conflict = false;
    this.#form.reset(valuesOf(profile));
  }

  async #onSubmit(event: Event, profile: Profile): Promise<void> {
    event.preventDefault();
    this.said = '';
    const { name, locale, timezone } = this.#form.values;
    const change = { name: name.trim(), locale: locale || null, timezone: timezone || null, version: profile.version };
    let elsewhere = false;
    let next: Profile | null = null;
    const done = await this.#form.submit(async () => {
      try {
        next = await saveProfile(this.writer, change);
      } catch (cause) {
        elsewhere = toApiError(cause).code === 'version_conflict';
        throw cause;
      }
    });
    this.conflict = elsewhere;
    if (elsewhere) {
      this.#form.fail({});
      this.written(null);
    }
    if (!done) return;
    if (next) this.written(next);
    this.said = this.texts.text('saved');
  }

  async #onFile(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = ''; // the same file may be chosen again
    if (!file) return;
    let data: string;
    try {
      const { toPicture } = await import('./picture.js');
      data = await toPicture(file);
    } catch {
      this.pictureFault = this.texts.text('pictureUnreadable');
      return;
    }
    await this.#setPicture(data);
  }

  async #setPicture(data: string | null): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.pictureFault = '';
    this.pictureSaid = '';
    try {
      this.written(await savePicture(this.writer, data));
      this.pictureSaid = this.texts.text(data === null ? 'pictureRemoved' : 'pictureSet');
    } catch (cause) {
      this.pictureFault = this.explain(toApiError(cause));
    }
    this.busy = false;
  }
}

function valuesOf({ name, locale, timezone }: Profile): Values {
  return { name: name ?? '', locale: locale?.split('-')[0] ?? '', timezone: timezone ?? '' };
}

/** The zones this browser knows, and the one in use if it is another. */
function zones(used: string): string[] {
  const known = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
  return used && !known.includes(used) ? [used, ...known] : known;
}

declare global {
  interface HTMLElementTagNameMap {
    'caas-profile-about': ProfileAbout;
  }
}
