// What is asked of a server of this process passes here before the server itself hears of it.
import http from 'node:http';

/**
 * Puts a step before every HTTP server of this process; the last one put stands first.
 * @param {(request: http.IncomingMessage, response: http.ServerResponse, passOn: () => void) => void} step
 *   hands the request on, or answers it
 */
export function interceptRequests(step) {
  const { emit } = http.Server.prototype;
  /**
   * @this {http.Server}
   * @param {string} event
   * @param {unknown[]} details
   * @returns {boolean}
   */
  http.Server.prototype.emit = function (event, ...details) {
    const asBefore = () => Reflect.apply(emit, this, [event, ...details]);
    const [request, response] = event === 'request' ? details : [];
    if (!(request instanceof http.IncomingMessage) || !(response instanceof http.ServerResponse))
      return asBefore();
    step(request, response, asBefore);
    return true;
  };
}
