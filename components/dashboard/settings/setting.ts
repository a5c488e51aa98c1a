// A setting as its form knows it: plain data, for the form lives in the browser.
import type { FormValues } from '@/lib/actions';
import type { ControlName } from '@/lib/settings/controls';

export type Setting = { key: string; label: string; help: string; control: ControlName };

export type SettingProps = {
  setting: Setting;
  values: FormValues;
  /** What is wrong, by field. */
  problems: Record<string, string>;
};
