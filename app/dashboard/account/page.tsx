// `/dashboard/account/`: what somebody signs in with, and where they are signed in.
import type { Metadata } from 'next';
import { AccountForm } from '@/components/dashboard/account/account-form';
import { DeviceList } from '@/components/dashboard/account/device-list';
import { PasswordForm } from '@/components/dashboard/account/password-form';
import { ThemeChoice } from '@/components/dashboard/frame/theme-choice';
import { Button } from '@/components/ui/button';
import { signOutEverywhere } from '@/lib/auth/actions';
import { deviceName } from '@/lib/auth/device-name';
import { requireActor } from '@/lib/auth/session';
import { type Device, listDevices } from '@/lib/auth/sessions';
import { formatInstant } from '@/lib/dates';
import { changeAccount, changePassword, endDevice, endOtherDevices } from '@/lib/people/actions';
import { getPerson } from '@/lib/people/queries';
import { getSettings } from '@/lib/settings/queries';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage() {
  const actor = await requireActor();
  const [person, devices, { timeZone }] = await Promise.all([
    getPerson(actor.id),
    listDevices(actor.id),
    getSettings(),
  ]);
  const { name = actor.name, email = null, hasPassword = false } = person ?? {};
  return (
    <>
      <h1>Account</h1>
      <AccountForm
        action={changeAccount}
        name={name}
        email={email ?? ''}
        hasPassword={hasPassword}
      />
      <h2>Password</h2>
      <PasswordForm action={changePassword} email={email ?? ''} hasPassword={hasPassword} />
      <h2>Where you are signed in</h2>
      <DeviceList
        devices={devices.map((device) => rowOf(device, actor.sessionId, timeZone))}
        endDevice={endDevice}
        endOthers={endOtherDevices}
      />
      <form action={signOutEverywhere}>
        <Button type="submit">Sign out everywhere</Button>
      </form>
      <h2>Colours</h2>
      <ThemeChoice />
    </>
  );
}

function rowOf({ id, userAgent, lastSeenAt }: Device, thisOne: string, timeZone: string) {
  return {
    id,
    name: deviceName(userAgent),
    isThisOne: id === thisOne,
    lastSeen: formatInstant(lastSeenAt, { locale: 'en', timeZone }),
    lastSeenIso: lastSeenAt.toISOString(),
  };
}
