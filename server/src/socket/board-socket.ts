import { type CloseReason, closeCodes, closeReason } from '@board/shared/protocol/close-codes';
import { WebSocket } from 'ws';

const protocolError = 1002;
const invalidText = 1007;
const tooManyFragments = 1008;
const tooBig = 1009;

/**
 * A socket that closes with our codes also where the library itself refuses a frame. With the library's codes a
 * y-websocket client would send the same frame again for ever.
 */
export class BoardSocket extends WebSocket {
  /** Called once, when the socket is being closed for a reason of our table. */
  whenRefused: (reason: CloseReason) => void = () => {};

  override close(code?: number, reason?: string | Buffer): void {
    if (code === tooBig) this.#refuse('too-large');
    else if (code === protocolError || code === invalidText || code === tooManyFragments)
      this.#refuse('malformed-frame');
    else {
      const known = code === undefined ? null : closeReason(code, String(reason ?? ''));
      if (known) this.#refuse(known);
      else super.close(code, reason);
    }
  }

  #refuse(reason: CloseReason): void {
    super.close(closeCodes[reason], reason);
    const tell = this.whenRefused;
    this.whenRefused = () => {};
    tell(reason);
  }
}
