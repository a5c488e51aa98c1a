// What an owner does with the settings.
'use server';

import { z } from 'zod';
import { authorAction } from '../auth/author-action';
import { database } from '../db/client';
import { type RerenderStep, rerenderStep } from '../posts/rerender-step';
import { definitions, type SettingKey } from './definition';
import { readFormValues } from './form-values';
import { readIconUpload } from './icon-upload';
import { getSettings } from './queries';
import { saveSettings } from './write';

const renderAgainInput = z.object({ after: z.coerce.number().int().min(0) });

/** Renders some posts again; the answer says from where to go on. */
export const renderAgain = authorAction<typeof renderAgainInput, RerenderStep>(
  { permission: 'settings:manage', input: renderAgainInput },
  async ({ after }) => {
    const step = await rerenderStep(after, database());
    const message =
      step.after === null
        ? `All ${step.total} posts are rendered again.`
        : `${step.done} of ${step.total} posts are rendered again.`;
    return { status: 'ok', message, data: step };
  },
);

/** Posts hold what these made of them when they were saved. */
const rendered: SettingKey[] = ['typography', 'ownHosts', 'language'];

/** Stores what the form of all settings has changed. */
export const changeSettings = authorAction(
  { permission: 'settings:manage', input: z.record(z.string(), z.string()) },
  async (texts, _actor, form) => {
    const current = await getSettings();
    const upload = await readIconUpload('favicon', form, current.favicon);
    const uploaded = typeof upload === 'string' ? {} : upload;
    const { changes, problems, values } = readFormValues({ ...texts, ...uploaded }, current);
    if (typeof upload === 'string') problems.favicon = upload;
    const wrong = Object.keys(problems).length;
    if (wrong > 0)
      return {
        status: 'invalid',
        message: `Nothing is saved yet: ${wrong === 1 ? 'one field needs' : `${wrong} fields need`} another look.`,
        fields: problems,
        values,
      };
    const keys = Object.keys(changes) as SettingKey[];
    if (keys.length === 0) return { status: 'ok', message: 'Nothing was changed.', data: null };
    await saveSettings(changes, database());
    const labels = keys.map((key) => definitions[key].label.toLowerCase()).join(', ');
    const isRendered = keys.some((key) => rendered.includes(key));
    const hint =
      ' Posts that are there already show it once they are rendered again: see the end of this page.';
    return {
      status: 'ok',
      message: `Saved: ${labels}.${isRendered ? hint : ''}`,
      data: null,
    };
  },
);
