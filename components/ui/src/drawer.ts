import type { CSSResultGroup } from 'lit';
import { Dialog } from './dialog.js';
import { styles } from './drawer.styles.js';

/**
 * A dialog at the end side of the screen, for forms and details that need height. Behaves like `<caas-dialog>`.
 *
 * @element caas-drawer
 * @slot - What the drawer asks for or shows.
 * @slot footer - The buttons, the one that goes on last.
 * @fires {CustomEvent} caas-dialog-closed - After it closed, by whomever. Does not bubble.
 * @csspart base - The drawer.
 * @csspart header - Heading and close button.
 * @csspart body - Around the content.
 * @csspart footer - Around the buttons.
 * @cssprop [--caas-drawer-width=480px] - Width where there is room.
 * @example <caas-drawer heading="Event" open><dl>…</dl></caas-drawer>
 */
export class Drawer extends Dialog {
  static override styles: CSSResultGroup = [Dialog.styles, styles];

  protected override readonly alwaysCloses = true;
}
