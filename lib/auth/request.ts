// What pages and actions of the author's side know of the request that they answer.
import { headers } from 'next/headers';
import { clientAddress } from '../client-address';
import { env } from '../env';
import { nonceHeader, pathHeader } from './addresses';

/** Path and query of the page that is asked for. */
export async function askedPath(): Promise<string> {
  return (await headers()).get(pathHeader) ?? '';
}

/** The word by which the policy of this page knows its inline scripts and styles. */
export async function requestNonce(): Promise<string> {
  return (await headers()).get(nonceHeader) ?? '';
}

/** What the browser calls itself. */
export async function userAgent(): Promise<string> {
  return (await headers()).get('user-agent') ?? '';
}

/** Where the request comes from, as limits count it. */
export async function askingAddress(): Promise<string> {
  const { TRUSTED_PROXIES, isVercel } = env();
  return clientAddress(await headers(), { trustedProxies: TRUSTED_PROXIES, isPlatform: isVercel });
}
