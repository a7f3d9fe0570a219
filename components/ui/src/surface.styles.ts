import { css } from 'lit';

/** Badges, scopes, panels with their tools and foot, notes. */
export const styles = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--caas-space-1) * 1.5);
    min-block-size: calc(var(--caas-space-1) * 5.5);
    padding-inline: calc(var(--caas-space-1) * 1.75);
    border: var(--caas-border-width) solid
      color-mix(in oklab, var(--_dot, currentColor) calc(100% * var(--_caas-c, 0)), transparent);
    border-radius: var(--caas-badge-radius, var(--caas-radius-full));
    font-size: var(--caas-font-size-xs);
    line-height: var(--caas-line-xs);
    font-weight: var(--caas-weight-medium);
    white-space: nowrap;
    background: var(--caas-color-neutral-soft);
    color: var(--caas-color-text-muted);
  }
  .badge::before {
    content: '';
    flex: none;
    inline-size: 0.5em;
    block-size: 0.5em;
    border-radius: 50%;
    background: var(--_dot, currentColor);
  }
  .badge.success {
    background: var(--caas-color-success-soft);
    color: var(--caas-color-success-text);
    --_dot: var(--caas-color-success-icon);
  }
  .badge.warning {
    background: var(--caas-color-warning-soft);
    color: var(--caas-color-warning-text);
    --_dot: var(--caas-color-warning-icon);
  }
  .badge.danger {
    background: var(--caas-color-danger-soft);
    color: var(--caas-color-danger-text);
    --_dot: var(--caas-color-danger-icon);
  }
  .badge.info {
    background: var(--caas-color-info-soft);
    color: var(--caas-color-info-text);
    --_dot: var(--caas-color-info-icon);
  }
  .scope {
    display: inline-block;
    padding: 0 calc(var(--caas-space-1) * 1.5);
    border: var(--caas-border-width) solid var(--caas-color-border);
    border-radius: var(--caas-radius-xs);
    font-family: var(--caas-font-mono);
    font-weight: var(--caas-weight-medium);
    font-size: calc(var(--caas-font-size-xs) * 0.9167);
    line-height: calc(var(--caas-line-lg) * 1.09);
    color: var(--caas-color-text-muted);
    direction: ltr;
    unicode-bidi: isolate;
  }
  .scope.hot {
    color: var(--caas-color-text);
    border-color: var(--caas-color-border-control);
  }

  .panel {
    border: var(--caas-border-width) solid var(--caas-card-border-color, var(--caas-color-border));
    border-radius: var(--caas-card-radius, var(--caas-radius-lg));
    background: var(--caas-color-surface);
    box-shadow: var(--caas-card-shadow, none);
    min-inline-size: 0;
    overflow: clip;
  }
  .panel > header {
    display: flex;
    align-items: center;
    gap: var(--caas-space-2);
    min-block-size: var(--caas-space-7);
    padding-inline: var(--caas-card-padding, var(--caas-space-card));
  }
  .panel > header .muted {
    font-size: var(--caas-font-size-sm);
  }
  .tools {
    display: flex;
    align-items: center;
    gap: var(--caas-space-2);
    padding: var(--caas-space-3) var(--caas-space-card);
    flex-wrap: wrap;
  }
  .foot {
    display: flex;
    align-items: center;
    gap: var(--caas-space-2);
    min-block-size: calc(var(--caas-space-1) * 11);
    padding-inline: var(--caas-space-card);
    border-block-start: var(--caas-border-width) solid var(--caas-color-border);
    font-size: var(--caas-font-size-xs);
    color: var(--caas-color-text-subtle);
  }
  .note {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: calc(var(--caas-space-1) * 2.5);
    padding: var(--caas-space-3);
    border-radius: var(--caas-radius-md);
    font-size: var(--caas-font-size-sm);
    background: var(--caas-color-warning-soft);
    border: var(--caas-border-width) solid var(--caas-color-warning-border);
    color: var(--caas-color-text);
  }
  .note.danger {
    background: var(--caas-color-danger-soft);
    border-color: var(--caas-color-danger-border);
  }
  .note.info {
    background: var(--caas-color-info-soft);
    border-color: var(--caas-color-info-border);
  }
  .note > .i {
    margin-block-start: 0.15em;
  }

  @media (forced-colors: active) {
    .badge,
    .note {
      border-color: CanvasText;
    }
    .badge::before {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
