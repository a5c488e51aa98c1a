// `/dashboard/settings/`: everything that an owner can set.
import '../../styles/settings.css';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { OwnersOnly } from '@/components/dashboard/owners-only';
import { AccentSample } from '@/components/dashboard/settings/accent-sample';
import { RenderAgain } from '@/components/dashboard/settings/render-again';
import { SettingsForm } from '@/components/dashboard/settings/settings-form';
import { Html } from '@/components/ui/html';
import { can } from '@/lib/auth/permissions';
import { requireActor } from '@/lib/auth/session';
import { renderBody } from '@/lib/markdown/render';
import { changeSettings, renderAgain } from '@/lib/settings/actions';
import { assetPath, iconAsset } from '@/lib/settings/assets';
import { suggestedLanguages, timeZones } from '@/lib/settings/choices';
import {
  definitions,
  type SettingGroup,
  type Settings,
  settingGroups,
  settingKeys,
} from '@/lib/settings/definition';
import { toFormValues } from '@/lib/settings/form-values';
import { getSettings } from '@/lib/settings/queries';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage() {
  const actor = await requireActor();
  if (!can(actor, 'settings:manage')) return <OwnersOnly what="change the settings" />;
  const settings = await getSettings();
  return (
    <>
      <h1>Settings</h1>
      <SettingsForm
        action={changeSettings}
        groups={groups}
        values={toFormValues(settings)}
        notes={await notesOn(settings)}
      />
      <RenderAgain action={renderAgain} />
      <Choices id="time-zones" of={timeZones()} />
      <Choices id="languages" of={suggestedLanguages} />
    </>
  );
}

const groups = (Object.entries(settingGroups) as [SettingGroup, string][]).map(([id, label]) => ({
  id,
  label,
  settings: settingKeys
    .filter((key) => definitions[key].group === id)
    .map((key) => {
      const { label, help, control } = definitions[key];
      return { key, label, help, control };
    }),
}));

/** What is seen of a setting only once it is saved. */
async function notesOn(settings: Settings): Promise<Record<string, ReactNode>> {
  const { about, typography, ownHosts, language, accent } = settings;
  const rendered = await renderBody(about, {
    format: 'markdown',
    typography,
    ownHosts,
    idPrefix: 'about-',
    locale: language,
  });
  const icon = iconAsset(settings);
  return {
    about: (
      <details>
        <summary>How it reads, as it is saved</summary>
        <Html className="prose" html={rendered.html} />
      </details>
    ),
    accent: <AccentSample accent={accent} />,
    favicon: icon && (
      <p className="icon-sample">
        <img src={assetPath(icon.name)} alt="" width="32" height="32" /> The icon as it is now
      </p>
    ),
  };
}

function Choices({ id, of }: { id: string; of: readonly string[] }) {
  return (
    <datalist id={id}>
      {of.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}
