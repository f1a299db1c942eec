/** What the State under review has answered. A/HRC/RES/5/1 knows only "enjoy the support" and "noted"; until the reply it is pending. */
export const positionsOfState = ['pending', 'supported', 'noted'] as const;
export type PositionOfState = (typeof positionsOfState)[number];
