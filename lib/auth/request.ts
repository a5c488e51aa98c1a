// What pages and actions of the author's side know of the request that they answer.
import { headers } from 'next/headers';
import { clientAddress, hasUncountedProxy } from '../client-address';
import { env } from '../env';
import { logger } from '../log';
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

let isProxyTold = false;

/** Where the request comes from, as limits count it. */
export async function askingAddress(): Promise<string> {
  const { TRUSTED_PROXIES, isVercel } = env();
  const trust = { trustedProxies: TRUSTED_PROXIES, isPlatform: isVercel };
  const sent = await headers();
  if (!isProxyTold && hasUncountedProxy(sent, trust)) {
    isProxyTold = true;
    logger.warn(
      'Requests come through a proxy that TRUSTED_PROXIES does not count: everybody shares its limits of signing in.',
    );
  }
  return clientAddress(sent, trust);
}
