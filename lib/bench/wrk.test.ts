import { describe, expect, test } from 'vitest';
import { parseWrk } from './wrk';

const output = `Running 4s test @ http://127.0.0.1:3700/
  1 threads and 16 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     5.94ms    2.42ms  41.13ms   84.10%
    Req/Sec     2.72k   304.67     3.11k    82.50%
  Latency Distribution
     50%  892.00us
     75%    6.37ms
     90%    8.20ms
     99%    1.02s
  10837 requests in 4.00s, 0.87GB read
`;

describe('what wrk prints', () => {
  test('rates and latencies, whatever their unit', () => {
    expect(parseWrk(`${output}Requests/sec:   2707.31\nTransfer/sec:    222.48MB\n`)).toEqual({
      perSecond: 2707.31,
      p50Ms: 0.892,
      p99Ms: 1020,
      failures: 0,
    });
  });

  test('failures of every sort', () => {
    const failed = `${output}  Socket errors: connect 0, read 2, write 0, timeout 3
  Non-2xx or 3xx responses: 7
Requests/sec:   12.00
`;
    expect(parseWrk(failed).failures).toBe(12);
  });

  test('anything else is no measurement', () => {
    expect(() => parseWrk('unable to connect')).toThrow();
  });
});
