import type { JSX } from 'preact';
import type { Context } from '#platform/context/context.ts';
import type { SentForm } from '#platform/http/exchange.ts';
import type { Outcome } from '#platform/outcome/outcome.ts';
import type { HubSettings } from '../../domain/hub-settings.ts';
import type { HubDependencies } from '../../ports.ts';
import type { FieldErrors } from '../form-errors.ts';

/** What a tab's fields are drawn from: the settings, or what was typed and refused. */
export interface TabView {
  readonly settings: HubSettings;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  readonly dependencies: HubDependencies;
}

/** One subject of the settings: its fields, and the command that saves them. */
export interface SettingsTab {
  readonly slug: string;
  readonly label: string;
  readonly lead: string;
  /** What is said once it is saved. */
  readonly saved: string;
  /** French names of the fields, to show what somebody else saved meanwhile. */
  readonly fieldNames: Readonly<Record<string, string>>;
  /** The fields as the settings fill them. */
  readonly filled: (settings: HubSettings, dependencies: HubDependencies) => Readonly<Record<string, string>>;
  readonly Fields: (view: TabView) => JSX.Element;
  /** Shown beside the form: a preview. */
  readonly Aside?: (view: TabView) => JSX.Element;
  readonly save: (ctx: Context, form: SentForm, dependencies: HubDependencies) => Promise<Outcome<unknown>>;
}
