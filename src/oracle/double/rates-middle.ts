import { angles } from './angles.ts';

/*
 * The closed forms of src/theory/rates.ts with x = D0/omega0I < 1, c = sqrt(1 - x^2), w = DD/omega0I, r = sqrt(1 + w^2),
 *   2 w F_Z  = w ((1 + 2 w^2) asin x + x c - 2 w r J),   J = atan(r x/(w c)),
 *   2 w F_SS = w ((1 - 2 w^2) asin x - x c + 2 (w^3/r) J),
 * and with pi/2 for both angles and 0 for c where D0 >= omega0I. They are evaluated in the numbers of wide.ts (sums of a
 * high part of 26 bits, so that products of two are exact, and a low part) where those lose little: F_Z for DD <= 16 D0,
 * where it is above x/800 and its terms below 15 x, and F_SS where x^5/w^2, five times its size for w > x, is above 2^-20.
 * What reaches an angle is right to 2^-75, and to 2^-78 where the angle is small and the terms cancel.
 *
 * It is one loop without calls in which nothing is allocated, since that is what makes it quick. Names end in s for a sum
 * before it is split, t for what this sum left out, p for the split (Veltkamp: multiply by 2^27 + 1 and subtract), h and
 * l for the parts.
 */

/** Marks a row that is left to others. */
export const left = -1;

/** 2^500 and its inverse: omega0I between them. */
const greatest = 3.273390607896142e150;
const smallest = 1 / greatest;
/** DD/omega0I from 2^-50 on. */
const leastWidth = 1 / 1125899906842624;
/** D0/omega0I where it is below 1: c loses nothing that counts. */
const greatestCutOff = 1 - 1 / 65536;
const leastCutOff = 1 / 65536;
const leastSpinSpinCutOff = 1 / 64;
const quarterTurn = [1.5707963705062866, -4.371139000186243e-8] as const;

type Column = Float64Array;

/**
 * 2 A2 w F_Z, or 2 A2 w F_SS, of each row of columns of equal length, to 2 ulp; `left` for a row outside the region
 * above or outside the domain.
 */
export const middle = (
  spinSpin: boolean,
  A2s: Column,
  DDs: Column,
  D0s: Column,
  omega0Is: Column,
  out: Column,
): void => {
  const n = out.length;
  for (let i = 0; i < n; i++) {
    const A2 = A2s[i] as number;
    const DD = DDs[i] as number;
    const D0 = D0s[i] as number;
    const omega0I = omega0Is[i] as number;
    const inverse = 1 / omega0I;
    const w = DD * inverse;
    const x = D0 * inverse;
    const whole = D0 >= omega0I;
    const inside =
      omega0I >= smallest &&
      omega0I <= greatest &&
      w >= leastWidth &&
      w <= 2 &&
      A2 > 0 &&
      A2 < Number.POSITIVE_INFINITY &&
      D0 < Number.POSITIVE_INFINITY &&
      (whole ||
        (x <= greatestCutOff &&
          (spinSpin
            ? x >= leastSpinSpinCutOff && w * w <= 1048576 * (x * x * x * x * x)
            : x >= leastCutOff && w <= 16 * x)));
    if (!inside) {
      out[i] = left;
      continue;
    }
    const Op = 134217729 * omega0I;
    const Oh = Op - (Op - omega0I);
    const Ol = omega0I - Oh;
    // w: DD - wh Oh is exact, as it is small. Then w^2 and r = sqrt(1 + w^2).
    const wp = 134217729 * w;
    const wh = wp - (wp - w);
    const wl = (DD - wh * Oh - wh * Ol) * inverse;
    const wwh = wh * wh;
    const wwl = wl * (wh + w);
    const rs = 1 + wwh;
    const r1 = rs - 1;
    const rt = 1 - (rs - r1) + (wwh - r1) + wwl;
    const r = Math.sqrt(rs + rt);
    const rp = 134217729 * r;
    const rh = rp - (rp - r);
    const rl = (rs - rh * rh + rt) / (r + rh);

    // The factors of asin x and of 2 J: a = 1 + 2 w^2 = 2 r^2 - 1 and b = -w r, or a = 1 - 2 w^2 = 3 - 2 r^2 and b = w^3/r.
    let as: number;
    let at: number;
    let bs: number;
    let bt: number;
    if (spinSpin) {
      as = 3 - rs - rs;
      at = -2 * rt;
      const g = w / r;
      const gp = 134217729 * g;
      const gh = gp - (gp - g);
      const gl = (wh - gh * rh + (wl - gh * rl)) / r;
      const qs = wwh + wwl;
      const qp = 134217729 * qs;
      const qh = qp - (qp - qs);
      const ql = wwh - qh + wwl;
      bs = qh * gh;
      bt = qh * gl + ql * g;
    } else {
      as = rs + rs - 1;
      at = 2 * rt;
      bs = -wh * rh;
      bt = -(wh * rl + wl * r);
    }
    const ap = 134217729 * as;
    const ah = ap - (ap - as);
    const al = as - ah + at;
    const b = bs + bt;
    const bp = 134217729 * b;
    const bh = bp - (bp - b);
    const bl = bs - bh + bt;

    let ss: number;
    let st: number;
    if (whole) {
      const fs = ah + 2 * bh;
      const fp = 134217729 * fs;
      const fh = fp - (fp - fs);
      const fl = fs - fh + (ah - fs + 2 * bh + (al + 2 * bl));
      ss = fh * quarterTurn[0];
      st = fh * quarterTurn[1] + fl * (quarterTurn[0] + quarterTurn[1]);
    } else {
      const xp = 134217729 * x;
      const xh = xp - (xp - x);
      const xl = (D0 - xh * Oh - xh * Ol) * inverse;
      const xx = xh * xh;
      const cs = 1 - xx;
      const ct = 1 - cs - xx - xl * (xh + x);
      const c = Math.sqrt(cs + ct);
      const cp = 134217729 * c;
      const ch = cp - (cp - c);
      const cl = (cs - ch * ch + ct) / (c + ch);

      // asin x = atan(x/c) = the k-th angle of the table + atan t: `angle` of functions.ts.
      const k = (256 * (x / (x + c)) + 0.5) | 0;
      const m = 256 - k;
      const ns = m * xh - k * ch;
      const nt = m * xl - k * cl;
      const ds = m * ch + k * xh;
      const dt = m * cl + k * xl;
      const inverseD = 1 / (ds + dt);
      const dp = 134217729 * ds;
      const dh = dp - (dp - ds);
      const t = (ns + nt) * inverseD;
      const tp = 134217729 * t;
      const th = tp - (tp - t);
      const tl = (ns - th * dh + (nt - th * (ds - dh + dt))) * inverseD;
      const tt = t * t;
      const T = angles[2 * k] as number;
      const As = T + th;
      const At = T - As + th + ((angles[2 * k + 1] as number) + (tl - t * tt * (1 / 3 - tt * (1 / 5 - tt * (1 / 7)))));
      const A = As + At;
      const Ap = 134217729 * A;
      const Ah = Ap - (Ap - A);
      const Al = As - Ah + At;

      // J likewise, from u = r x and v = w c.
      const us = rh * xh;
      const ut = rh * xl + rl * x;
      const u = us + ut;
      const up = 134217729 * u;
      const uh = up - (up - u);
      const ul = us - uh + ut;
      const vs = wh * ch;
      const vt = wh * cl + wl * c;
      const v = vs + vt;
      const vp = 134217729 * v;
      const vh = vp - (vp - v);
      const vl = vs - vh + vt;
      const kJ = (256 * (u / (u + v)) + 0.5) | 0;
      const mJ = 256 - kJ;
      const es = mJ * uh - kJ * vh;
      const et = mJ * ul - kJ * vl;
      const fs = mJ * vh + kJ * uh;
      const ft = mJ * vl + kJ * ul;
      const inverseF = 1 / (fs + ft);
      const fp = 134217729 * fs;
      const fh = fp - (fp - fs);
      const y = (es + et) * inverseF;
      const yp = 134217729 * y;
      const yh = yp - (yp - y);
      const yl = (es - yh * fh + (et - yh * (fs - fh + ft))) * inverseF;
      const yy = y * y;
      const Y = angles[2 * kJ] as number;
      const Js = Y + yh;
      const Jt = Y - Js + yh + ((angles[2 * kJ + 1] as number) + (yl - y * yy * (1 / 3 - yy * (1 / 5 - yy * (1 / 7)))));
      const J = Js + Jt;
      const Jp = 134217729 * J;
      const Jh = Jp - (Jp - J);
      const Jl = Js - Jh + Jt;

      // a asin x + (x c or -x c) + 2 b J: products of high parts are exact, and so are the sums with what they round off.
      const chord = spinSpin ? -ch : ch;
      const s1 = ah * Ah;
      const s2 = xh * chord;
      const s3 = 2 * bh * Jh;
      const first = s1 + s2;
      const f1 = first - s1;
      ss = first + s3;
      const f2 = ss - first;
      const lows = ah * Al + al * A + (spinSpin ? -1 : 1) * (xh * cl + xl * c) + 2 * (bh * Jl + bl * J);
      st = s1 - (first - f1) + (s2 - f1) + (first - (ss - f2) + (s3 - f2)) + lows;
    }
    const S = ss + st;
    const Sp = 134217729 * S;
    const Sh = Sp - (Sp - S);
    out[i] = A2 * (wh * Sh + (wh * (ss - Sh + st) + wl * S));
  }
};
